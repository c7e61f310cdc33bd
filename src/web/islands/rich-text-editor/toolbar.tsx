import { useEditorState, type Editor } from "@tiptap/react";
import { useState, type ReactNode } from "react";
import { isLink } from "./extensions.ts";

interface Command {
  readonly label: string;
  readonly isOn: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const commands: readonly Command[] = [
  {
    label: "太字",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "見出し",
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "小見出し",
    isOn: (editor) => editor.isActive("heading", { level: 4 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
  },
  {
    label: "箇条書き",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "番号つき",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];

interface ToolbarProps {
  readonly editor: Editor | null;
  /** The field's name, for those who cannot see where the bar stands. */
  readonly label: string;
  readonly controls: string;
}

/** Buttons with words; the same works by keyboard (Ctrl+B and so on). */
export function Toolbar({ editor, label, controls }: ToolbarProps): ReactNode {
  const [asksLink, setAsksLink] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: commands.map((command) => current !== null && command.isOn(current)),
      link: current?.isActive("link") ?? false,
    }),
  });
  if (!editor) return null;
  return (
    <>
      <div role="toolbar" aria-label={`${label}の書式`} aria-controls={controls} className="editor-bar">
        {commands.map((command, index) => (
          <button
            key={command.label}
            type="button"
            className="editor-button"
            aria-pressed={state?.on[index] ?? false}
            onClick={() => command.run(editor)}
          >
            {command.label}
          </button>
        ))}
        <button
          type="button"
          className="editor-button"
          aria-pressed={state?.link ?? false}
          aria-expanded={asksLink}
          onClick={() => setAsksLink(!asksLink)}
        >
          リンク
        </button>
      </div>
      {asksLink && <LinkFields editor={editor} label={label} onDone={() => setAsksLink(false)} />}
    </>
  );
}

function LinkFields({
  editor,
  label,
  onDone,
}: {
  readonly editor: Editor;
  readonly label: string;
  readonly onDone: () => void;
}): ReactNode {
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
      <label className="flex grow items-center gap-2">
        <span className="whitespace-nowrap">リンク先のアドレス</span>
        <input
          type="url"
          className="input !min-h-9 !py-1"
          aria-label={`${label}のリンク先のアドレス`}
          placeholder="「https」から始まるアドレス"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            apply();
          }}
        />
      </label>
      <button type="button" className="editor-button" disabled={!isUsable} onClick={apply}>
        付ける
      </button>
      <button type="button" className="editor-button" onClick={remove}>
        外す
      </button>
    </div>
  );
}
