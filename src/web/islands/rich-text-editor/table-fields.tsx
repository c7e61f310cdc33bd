import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";

/** The caption (表題) of the table in which the cursor stands. */
export function CaptionField({ editor, label }: { readonly editor: Editor; readonly label: string }): ReactNode {
  const caption = useEditorState({
    editor,
    selector: ({ editor: current }) => String(current.getAttributes("table")["caption"] ?? ""),
  });
  return (
    <label className="flex grow items-center gap-2">
      <span className="whitespace-nowrap">表題</span>
      <input
        type="text"
        className="input !min-h-9 !py-1"
        aria-label={`${label}の表の表題`}
        value={caption}
        maxLength={300}
        onInput={(event) => event.stopPropagation()}
        onChange={(event) => editor.commands.updateAttributes("table", { caption: event.target.value })}
      />
    </label>
  );
}
