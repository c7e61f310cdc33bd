import { useEffect, useState, type ReactNode } from "react";
import { PasteQuestion, type LookedCell } from "./indicator-grid/paste-question.tsx";
import { cellsOfText, isBlock, laidOver, type PastedBlock } from "./indicator-grid/pasted.ts";
import { inputAt, placeOf } from "./indicator-grid/read-table.ts";
import { lookedTargets, targetModel, type TargetModel } from "./target-paste/target-table.ts";

export interface TargetPasteProps {
  /** Id of the table of fields. */
  readonly table: string;
}

/** A block that waits to be looked at. */
interface Asked {
  readonly table: HTMLTableElement;
  readonly model: TargetModel;
  readonly block: PastedBlock;
}

type Texts = readonly { readonly place: number; readonly text: string }[];

/** Takes a block from Excel into a table of targets, after a preview and back again; typing stays that of the form. */
export function TargetPaste({ table: id }: TargetPasteProps): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [past, setPast] = useState<readonly Texts[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const table = document.getElementById(id);
    if (!(table instanceof HTMLTableElement)) return;
    const model = targetModel(table);
    const paste = (event: ClipboardEvent) => {
      const block = blockOf(model, event);
      if (block) setAsked({ table, model, block });
    };
    table.addEventListener("paste", paste);
    table.dataset["ready"] = "true";
    return () => table.removeEventListener("paste", paste);
  }, [id]);
  const answer = ({ table, model }: Asked, cells: readonly LookedCell[]) => {
    setAsked(null);
    if (cells.length === 0) return;
    write(table, model, cells);
    setPast([...past, cells.map(({ place, before }) => ({ place, text: before }))]);
    setSaid(`${cells.length}か所に貼り付けました。まだ保存していません。`);
  };
  const undo = () => {
    const table = document.getElementById(id);
    const last = past.at(-1);
    if (!(table instanceof HTMLTableElement) || !last) return;
    write(table, targetModel(table), last);
    setPast(past.slice(0, -1));
    setSaid(`${last.length}か所の貼り付けを元に戻しました。`);
  };
  return (
    <>
      {past.length > 0 && (
        <button type="button" className="button button-secondary" onClick={undo}>
          貼り付けを元に戻す
        </button>
      )}
      <p role="status" className="grid-standing">
        {said}
      </p>
      {asked && (
        <PasteQuestion
          block={asked.block}
          looked={lookedTargets(asked.table, asked.model, asked.block)}
          answer={(cells) => answer(asked, cells)}
        />
      )}
    </>
  );
}

/** The block that is pasted into a field of the table; one value alone the field takes as typing. */
function blockOf(model: TargetModel, event: ClipboardEvent): PastedBlock | undefined {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!(event.target instanceof HTMLInputElement) || !isBlock(text)) return undefined;
  event.preventDefault();
  return laidOver(model, placeOf(event.target, model.years.length), cellsOfText(text));
}

function write(table: HTMLTableElement, model: TargetModel, texts: Texts): void {
  for (const { place, text } of texts) {
    const field = inputAt(table, place, model.years.length);
    if (!field) continue;
    field.value = text;
    if (text === field.defaultValue) field.parentElement?.removeAttribute("data-state");
    else if (field.parentElement) field.parentElement.dataset["state"] = "changed";
  }
}
