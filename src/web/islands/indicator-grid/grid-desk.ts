import { notBegunWarning } from "#domain/plan/indicators/not-begun.ts";
import { packedActuals } from "#domain/plan/indicators/seen-values.ts";
import { eventStore, type EventStore } from "../event-store.ts";
import {
  emptyGrid,
  gridAfter,
  isEarly,
  isLocked,
  storedIn,
  type Filling,
  type GridEvent,
  type GridState,
} from "./grid-state.ts";
import type { GridModel, Place } from "./model.ts";
import type { GridAnswer, SentCell } from "./protocol.ts";

/** Sends cells to the server. @throws never: what goes wrong is an answer */
export type SendCells = (cells: readonly SentCell[]) => Promise<GridAnswer>;

/** What can be done with the grid; the keys, the mouse and the buttons all come here. */
export interface GridDesk {
  readonly store: EventStore<GridState, GridEvent>;
  /** Enters texts; cells that take nothing are left out. A dash without its reason is asked about. */
  readonly enter: (cells: readonly Filling[]) => void;
  readonly say: (text: string) => void;
  readonly undo: () => Place | undefined;
  readonly save: () => Promise<void>;
}

export function gridDesk(model: GridModel, entered: readonly Filling[], send: SendCells): GridDesk {
  const store = eventStore(emptyGrid(model, entered), gridAfter);
  return {
    store,
    enter: (cells) => enter(store, cells),
    say: (text) => store.take({ type: "said", text }),
    undo() {
      const place = store.read().past.at(-1)?.[0]?.place;
      store.take({ type: "undone" });
      return place;
    },
    save: () => save(store, send),
  };
}

function enter(store: GridDesk["store"], cells: readonly Filling[]): void {
  const free = cells.filter(({ place }) => !isLocked(store.read(), place));
  store.take({ type: "filled", cells: free });
  const [only, ...more] = free;
  if (!only || more.length > 0) return;
  const fault = store.read().faults.get(only.place);
  if (fault?.fault === "absence") store.take({ type: "asked", question: { kind: "absence", place: only.place } });
  else if (fault) store.take({ type: "said", text: fault.message });
  else if (isEarly(store.read(), only.place))
    store.take({ type: "said", text: notBegunWarning(store.read().model.at(only.place).year) });
}

async function save(store: GridDesk["store"], send: SendCells): Promise<void> {
  const state = store.read();
  if (state.isSaving) return;
  if (state.edits.size === 0) return store.take({ type: "said", text: "保存していない入力はありません。" });
  const open = [...state.faults.values()].filter(({ fault }) => fault !== "needsReason");
  if (open.length > 0) {
    const message = `直すところが${open.length}か所あります。直してから保存してください。`;
    return store.take({ type: "refused", message, remedy: "下の一覧から、その升目へ移れます。", cells: [] });
  }
  const places = [...state.edits.keys()];
  store.take({ type: "saving" });
  const answer = await send(places.map((place) => sentCell(state, place)));
  store.take(answer.ok ? { type: "saved", places, savedAt: answer.savedAt } : { type: "refused", ...answer });
}

function sentCell(state: GridState, place: Place): SentCell {
  const { row, year } = state.model.at(place);
  const seen = storedIn(state, place);
  const text = state.edits.get(place) ?? "";
  return { indicatorId: row.id, year, seen: packedActuals([year], seen ? [seen] : []), text };
}
