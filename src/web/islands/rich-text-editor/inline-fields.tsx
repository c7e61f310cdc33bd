import { useState, type ReactNode } from "react";
import { isLink } from "./extensions.ts";
import type { PanelProps } from "./toolbar.tsx";

interface LineFieldProps {
  readonly caption: string;
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}

/** A line of a panel: Enter does what its first button does, unless a conversion (変換) is being confirmed. */
export function LineField({ caption, name, placeholder, value, onChange, onEnter }: LineFieldProps): ReactNode {
  return (
    <label className="flex grow items-center gap-2">
      <span className="whitespace-nowrap">{caption}</span>
      <input
        type="text"
        className="input !min-h-9 !py-1"
        aria-label={name}
        placeholder={placeholder}
        value={value}
        autoFocus
        onInput={(event) => event.stopPropagation()}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing || event.keyCode === 229) return; // 229: Safari, after the conversion
          event.preventDefault();
          onEnter();
        }}
      />
    </label>
  );
}

interface ActsProps {
  readonly isUsable: boolean;
  readonly apply: () => void;
  readonly remove: () => void;
}

function Acts({ isUsable, apply, remove }: ActsProps): ReactNode {
  return (
    <>
      <button type="button" className="editor-button" disabled={!isUsable} onClick={apply}>
        付ける
      </button>
      <button type="button" className="editor-button" onClick={remove}>
        外す
      </button>
    </>
  );
}

export function LinkFields({ editor, label, onDone }: PanelProps): ReactNode {
  const [href, setHref] = useState<string>(String(editor.getAttributes("link")["href"] ?? ""));
  const isUsable = isLink(href);
  const apply = () => {
    if (!isUsable) return;
    editor.chain().focus().extendMarkRange("link").setLink({ href: href.trim() }).run();
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  };
  return (
    <div className="editor-bar">
      <LineField
        caption="リンク先のアドレス"
        name={`${label}のリンク先のアドレス`}
        placeholder="「https」から始まるアドレス"
        value={href}
        onChange={setHref}
        onEnter={apply}
      />
      <Acts isUsable={isUsable} apply={apply} remove={remove} />
    </div>
  );
}

/** The reading of the marked words. */
export function RubyFields({ editor, label, onDone }: PanelProps): ReactNode {
  const [reading, setReading] = useState<string>(String(editor.getAttributes("ruby")["reading"] ?? ""));
  const isUsable = reading.trim() !== "" && (!editor.state.selection.empty || editor.isActive("ruby"));
  const apply = () => {
    if (!isUsable) return;
    editor.chain().focus().extendMarkRange("ruby").setMark("ruby", { reading: reading.trim() }).run();
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("ruby").unsetMark("ruby").run();
    onDone();
  };
  return (
    <div className="editor-bar">
      <LineField
        caption="選んだ言葉の読み"
        name={`${label}のルビ`}
        placeholder="言葉を選んでから、読みを入力"
        value={reading}
        onChange={setReading}
        onEnter={apply}
      />
      <Acts isUsable={isUsable} apply={apply} remove={remove} />
    </div>
  );
}

/** A footnote at the cursor, or the one that is chosen. */
export function FootnoteFields({ editor, label, onDone }: PanelProps): ReactNode {
  const isChosen = editor.isActive("footnote");
  const [words, setWords] = useState<string>(isChosen ? String(editor.getAttributes("footnote")["text"]) : "");
  const isUsable = words.trim() !== "";
  const apply = () => {
    if (!isUsable) return;
    const attrs = { text: words.trim() };
    if (isChosen) editor.chain().focus().updateAttributes("footnote", attrs).run();
    else editor.chain().focus().insertContent({ type: "footnote", attrs }).run();
    onDone();
  };
  const remove = () => {
    if (isChosen) editor.chain().focus().deleteSelection().run();
    onDone();
  };
  return (
    <div className="editor-bar">
      <LineField
        caption="注の文"
        name={`${label}の脚注`}
        placeholder="例：国勢調査による"
        value={words}
        onChange={setWords}
        onEnter={apply}
      />
      <Acts isUsable={isUsable} apply={apply} remove={remove} />
    </div>
  );
}
