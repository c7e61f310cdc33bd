import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { AbsenceQuestion } from "./indicator-grid/absence-question.tsx";
import { EarlyWarning } from "./indicator-grid/early-warning.tsx";
import { FaultList } from "./indicator-grid/fault-list.tsx";
import { gridDesk, type GridDesk } from "./indicator-grid/grid-desk.ts";
import { sendCells } from "./indicator-grid/grid-server.ts";
import { takeOver } from "./indicator-grid/hand.ts";
import { lookedCells } from "./indicator-grid/looked-cells.ts";
import { PasteQuestion } from "./indicator-grid/paste-question.tsx";
import { readTable } from "./indicator-grid/read-table.ts";

export interface IndicatorGridProps {
  /** Ids of the table of inputs and of the form around it. */
  readonly table: string;
  readonly form: string;
  /** Where the cells are sent. */
  readonly address: string;
}

interface Alive {
  readonly desk: GridDesk;
  readonly goTo: (place: number) => void;
}

/** Takes a form of many values over: keys as in Excel, pasting with a preview, one save for all. Without script it is that form. */
export function IndicatorGrid(props: IndicatorGridProps): ReactNode {
  const [page] = useState(() => gridOfPage(props));
  const alive = useSyncExternalStore(page.subscribe, page.read, nothing);
  return alive ? <GridBar {...alive} /> : null;
}

const nothing = () => null;

/** The table on the page, which becomes alive with the first who listens. */
function gridOfPage({ table, form, address }: IndicatorGridProps) {
  let alive: Alive | null = null;
  const save = (event: Event) => {
    event.preventDefault();
    void alive?.desk.save();
  };
  return {
    read: () => alive,
    subscribe: () => {
      const [grid, around] = [document.getElementById(table), document.getElementById(form)];
      if (!(grid instanceof HTMLTableElement) || !(around instanceof HTMLFormElement)) return () => {};
      alive ??= takenOver(grid, around, address);
      around.addEventListener("submit", save);
      return () => around.removeEventListener("submit", save);
    },
  };
}

/** As the window's own: what is taken off it may not be called. */
const send: typeof fetch = (path, init) => fetch(path, init);

function takenOver(grid: HTMLTableElement, form: HTMLFormElement, address: string): Alive {
  const { model, entered } = readTable(grid);
  const reason = () => String(new FormData(form).get("reason") ?? "");
  const desk = gridDesk(model, entered, (cells) => sendCells(send, { address, reason: reason(), cells }));
  return { desk, goTo: takeOver(grid, desk) };
}

function GridBar({ desk, goTo }: Alive): ReactNode {
  const { store } = desk;
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  useLeavingQuestion(state.edits.size > 0);
  const undo = () => {
    const place = desk.undo();
    if (place !== undefined) goTo(place);
  };
  const close = () => store.take({ type: "asked", question: null });
  return (
    <>
      <button
        type="button"
        className="button button-secondary"
        disabled={state.past.length === 0}
        onClick={undo}
        aria-keyshortcuts="Control+Z"
      >
        入力を元に戻す
      </button>
      <p className="grid-standing">{standing(state)}</p>
      <p className="visually-hidden" aria-live="polite">
        <span key={state.said.count}>{state.said.text}</span>
      </p>
      <EarlyWarning state={state} goTo={goTo} />
      <FaultList state={state} desk={desk} goTo={goTo} />
      {state.question?.kind === "absence" && (
        <AbsenceQuestion
          state={state}
          place={state.question.place}
          answer={(cell) => {
            close();
            desk.enter(cell ? [cell] : []);
          }}
        />
      )}
      {state.question?.kind === "paste" && (
        <PasteQuestion
          block={state.question.block}
          looked={lookedCells(state, state.question.block.cells)}
          answer={(cells) => {
            close();
            if (cells.length > 0)
              store.take({
                type: "filled",
                cells,
                words: `${cells.length}か所に貼り付けました。まだ保存していません。`,
              });
          }}
        />
      )}
    </>
  );
}

function standing({ edits, faults, isSaving, savedAt }: ReturnType<GridDesk["store"]["read"]>): string {
  if (isSaving) return "保存しています…";
  if (edits.size > 0)
    return `まだ保存していない入力が${edits.size}か所あります${faults.size > 0 ? `（直すところ${faults.size}か所）` : ""}`;
  return savedAt === "" ? "変更はありません" : `保存済み ${savedAt}`;
}

/** Leaving with what is not saved asks first. */
function useLeavingQuestion(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
