import {
  excludedKey,
  waitingKey,
  type BoardAct,
  type BoardCard,
  type BoardColumn,
  type BoardState,
} from "./protocol.ts";

export type Fields = readonly (readonly [string, string])[];

/** The column in which a card lies. */
export function columnOf({ columns }: BoardState, id: string): BoardColumn | undefined {
  return columns.find(({ cards }) => cards.some((card) => card.id === id));
}

export function cardsOf({ columns }: BoardState, ids: Iterable<string>): BoardCard[] {
  const wanted = new Set(ids);
  return columns.flatMap(({ cards }) => cards.filter(({ id }) => wanted.has(id)));
}

/** The board as it will be after an act that only moves cards; others wait for the server. */
export function applied(state: BoardState, act: BoardAct): BoardState {
  if (act.kind !== "move" && act.kind !== "exclude") return state;
  const to = act.kind === "exclude" ? excludedKey : act.to;
  if (!state.columns.some(({ key }) => key === to)) return state;
  const ids = new Set(act.ids);
  const exclusion = act.kind === "exclude" ? act.reason : "";
  const moved = cardsOf(state, ids).map((card) => ({ ...card, exclusion }));
  const columns = state.columns.map((column) => {
    const staying = column.cards.filter(({ id }) => !ids.has(id));
    if (column.key === to) return { ...column, cards: [...staying, ...moved] };
    return staying.length === column.cards.length ? column : { ...column, cards: staying };
  });
  return { ...state, columns };
}

/** An act as the server's form has it, of the versions that stand now; undefined where nothing of it is there any more. */
export function fieldsOf(act: BoardAct, state: BoardState): Fields | undefined {
  if (act.kind === "undo")
    return state.undo
      ? [
          ["act", "undo"],
          ["step", state.undo.stepId],
        ]
      : undefined;
  if (act.kind === "rename" || act.kind === "join") return headingFields(act, state);
  const cards = cardsOf(state, act.ids);
  if (cards.length === 0) return undefined;
  const points = cards.map(({ id, version }) => ["point", `${id}.${version}`] as const);
  if (act.kind === "exclude") return [["act", "exclude"], ["exclusion", act.reason], ...points];
  if (act.kind === "new") return [["act", "new"], ["title", act.title], ...points];
  if (act.to !== waitingKey) return [["act", "assign"], ["topic", act.to], ...points];
  return [["act", cards.every(({ exclusion }) => exclusion !== "") ? "restore" : "unassign"], ...points];
}

function headingFields(act: Extract<BoardAct, { kind: "rename" | "join" }>, state: BoardState): Fields | undefined {
  const column = state.columns.find(({ key }) => key === act.key);
  if (!column) return undefined;
  const heading = ["topic", column.key] as const;
  if (act.kind === "join") return [["act", "join"], heading, ["into", act.into]];
  return [["act", "rename"], heading, ["version", String(column.version)], ["title", act.title]];
}

export type Step = "up" | "down" | "left" | "right";

/** The card on which an arrow leads: within a column, or to the like place of the next column that has cards. */
export function walked(state: BoardState, id: string, step: Step): string {
  const filled = state.columns.filter(({ cards }) => cards.length > 0);
  const at = filled.findIndex(({ cards }) => cards.some((card) => card.id === id));
  const row = filled[at]?.cards.findIndex((card) => card.id === id) ?? 0;
  const across = step === "left" ? -1 : step === "right" ? 1 : 0;
  const along = step === "up" ? -1 : step === "down" ? 1 : 0;
  const column = filled[clamped(at + across, filled.length)];
  return column?.cards[clamped(row + along, column.cards.length)]?.id ?? id;
}

/** The column to which carried cards would go next; those left out get there with a reason, so it is passed by. */
export function nextTarget({ columns }: BoardState, key: string, step: Step): string {
  const keys = columns.filter(({ kind }) => kind !== "excluded").map((column) => column.key);
  const by = step === "left" || step === "up" ? -1 : 1;
  const at = keys.indexOf(key);
  return keys[at < 0 ? 0 : (at + by + keys.length) % keys.length] ?? key;
}

/** Where to stand when cards leave: on the next card of their column, else the one before, else on the first of the board. */
export function standingWithout(state: BoardState, ids: readonly string[]): string {
  const leaving = new Set(ids);
  const column = columnOf(state, ids[0] ?? "");
  const cards = column?.cards ?? [];
  const from = cards.findIndex(({ id }) => leaving.has(id));
  const next = cards.slice(from).find(({ id }) => !leaving.has(id));
  const before = cards.slice(0, Math.max(from, 0)).findLast(({ id }) => !leaving.has(id));
  return (next ?? before)?.id ?? firstCard(state, leaving) ?? ids[0] ?? "";
}

export function firstCard({ columns }: BoardState, without: ReadonlySet<string> = new Set()): string | undefined {
  return columns.flatMap(({ cards }) => cards).find(({ id }) => !without.has(id))?.id;
}

function clamped(at: number, count: number): number {
  return Math.min(Math.max(at, 0), Math.max(count - 1, 0));
}
