import { useEditorState, type Editor } from "@tiptap/react";
import { useState, type ReactNode } from "react";
import { commands, tableCommands, type Command } from "./commands.ts";
import type { EditorResources } from "./extensions.ts";
import { FigureFields } from "./figure-fields.tsx";
import { FootnoteFields, LinkFields, RubyFields } from "./inline-fields.tsx";
import { ReferenceFields } from "./reference-fields.tsx";
import { CaptionField } from "./table-fields.tsx";

export interface PanelProps {
  readonly editor: Editor;
  /** The field's name, for those who cannot see where the panel stands. */
  readonly label: string;
  readonly onDone: () => void;
}

interface ToolbarProps {
  readonly editor: Editor | null;
  readonly label: string;
  readonly controls: string;
  readonly resources: EditorResources | undefined;
}

const panels = { link: "リンク", ruby: "ルビ", footnote: "脚注", reference: "数値の参照", figure: "図" } as const;
type Panel = keyof typeof panels;

/** Buttons with words; the same works by keyboard (Ctrl+B and so on). */
export function Toolbar({ editor, label, controls, resources }: ToolbarProps): ReactNode {
  const [open, setOpen] = useState<Panel>();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: commands.map((command) => current !== null && command.isOn(current)),
      marks: Object.fromEntries(Object.keys(panels).map((name) => [name, current?.isActive(name) ?? false])),
      isInTable: current?.isActive("table") ?? false,
      isEditable: current?.isEditable ?? true,
    }),
  });
  if (!editor || !state || !state.isEditable) return null;
  const offered = (Object.keys(panels) as Panel[]).filter(
    (panel) => resources || (panel !== "reference" && panel !== "figure"),
  );
  const done = () => setOpen(undefined);
  return (
    <div className="editor-tools">
      <div role="toolbar" aria-label={`${label}の書式`} aria-controls={controls} className="editor-bar">
        {commands.map((command, index) => (
          <CommandButton key={command.label} command={command} editor={editor} isOn={state.on[index] ?? false} />
        ))}
        {offered.map((panel) => (
          <button
            key={panel}
            type="button"
            className="editor-button"
            aria-pressed={state.marks[panel] ?? false}
            aria-expanded={open === panel}
            onClick={() => setOpen(open === panel ? undefined : panel)}
          >
            {panels[panel]}
          </button>
        ))}
      </div>
      {state.isInTable && <TableBar editor={editor} label={label} />}
      {open && <OpenPanel panel={open} resources={resources} editor={editor} label={label} onDone={done} />}
    </div>
  );
}

interface CommandButtonProps {
  readonly command: Command;
  readonly editor: Editor;
  readonly isOn?: boolean;
}

function CommandButton({ command, editor, isOn }: CommandButtonProps): ReactNode {
  return (
    <button type="button" className="editor-button" aria-pressed={isOn} onClick={() => command.run(editor)}>
      {command.label}
    </button>
  );
}

/** What can be done with the table in which the cursor stands. */
function TableBar({ editor, label }: Omit<PanelProps, "onDone">): ReactNode {
  return (
    <div role="toolbar" aria-label={`${label}の表`} className="editor-bar">
      <CaptionField editor={editor} label={label} />
      {tableCommands.map((command) => (
        <CommandButton key={command.label} command={command} editor={editor} />
      ))}
    </div>
  );
}

interface OpenPanelProps extends PanelProps {
  readonly panel: Panel;
  readonly resources: EditorResources | undefined;
}

function OpenPanel({ panel, resources, ...props }: OpenPanelProps): ReactNode {
  switch (panel) {
    case "link":
      return <LinkFields {...props} />;
    case "ruby":
      return <RubyFields {...props} />;
    case "footnote":
      return <FootnoteFields {...props} />;
    case "reference":
      return resources && <ReferenceFields {...props} address={resources.sources} />;
    case "figure":
      return resources && <FigureFields {...props} address={resources.pictures} />;
  }
}
