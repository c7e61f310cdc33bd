import { EditorContent, useEditor, type Editor, type JSONContent } from "@tiptap/react";
import { useEffect, useRef, type ReactNode } from "react";
import type { RichText } from "#kernel/rich-text.ts";
import { overEvent } from "./loan-saver/over.ts";
import { editorExtensions, handlesTab, type EditorResources } from "./rich-text-editor/extensions.ts";
import { Toolbar } from "./rich-text-editor/toolbar.tsx";
import { restoredEvent } from "./unsaved-changes/restoring.ts";
import { useAlive } from "./use-alive.ts";

export interface RichTextEditorProps {
  /** Name of the form's field; the JSON is sent as 「name.json」, without script the lines as 「name」. */
  readonly name: string;
  readonly label: string;
  readonly value: RichText;
  /** The same as lines, for the text area that stands here until the editor lives. */
  readonly plain: string;
  readonly describedBy?: string;
  /** Lines of the text area without script. */
  readonly rows?: number;
  /** Of a manuscript: its pictures, and the figures that a reference may name. */
  readonly resources?: EditorResources;
}

/** A text area for lines; with script, an editor for everything that a plan's text may hold. */
export function RichTextEditor(props: RichTextEditorProps): ReactNode {
  const isAlive = useAlive();
  if (isAlive) return <LiveEditor {...props} />;
  return (
    <textarea
      className="input"
      id={props.name}
      name={props.name}
      rows={props.rows ?? 5}
      aria-describedby={props.describedBy}
      defaultValue={props.plain}
    />
  );
}

function LiveEditor({ name, label, value, describedBy, resources }: RichTextEditorProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const editor = useEditor({
    extensions: editorExtensions(resources?.pictures),
    content: value.content.length === 0 ? "" : (value as JSONContent), // the small part of ProseMirror's JSON that the kernel defines
    injectCSS: false,
    editorProps: {
      attributes: {
        id: name,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        class: "rich editor-surface",
        ...(describedBy && { "aria-describedby": describedBy }),
      },
      handleDOMEvents: { keydown: handlesTab },
    },
    onUpdate: ({ editor: updated }) => write(field.current, updated),
  });
  useEffect(() => {
    const input = field.current;
    const show = () => void editor.commands.setContent(contentOf(input?.value ?? ""));
    const lock = () => editor.setEditable(false);
    input?.addEventListener(restoredEvent, show);
    input?.addEventListener(overEvent, lock);
    return () => {
      input?.removeEventListener(restoredEvent, show);
      input?.removeEventListener(overEvent, lock);
    };
  }, [editor]);
  return (
    <div className="editor">
      <Toolbar editor={editor} label={label} controls={name} resources={resources} />
      <EditorContent editor={editor} />
      <input ref={field} type="hidden" name={`${name}.json`} defaultValue={JSON.stringify(value)} />
    </div>
  );
}

/** What a draft kept; the server checks it when it is saved. */
function contentOf(kept: string): JSONContent {
  return JSON.parse(kept) as JSONContent; // written by `write` below
}

/** The form sends what the editor holds; the event tells the page that something is not saved yet. */
function write(field: HTMLInputElement | null, editor: Editor): void {
  if (!field) return;
  field.value = JSON.stringify(editor.getJSON());
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
