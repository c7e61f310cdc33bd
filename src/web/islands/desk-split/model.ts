import type { DeskMark, DeskState, TextSpan } from "./protocol.ts";

/** A stretch of the text on which one can stand: a sentence that is in no point, or a point. */
export interface DeskItem extends TextSpan {
  readonly mark: DeskMark | null;
}

/** A piece of the text as it is drawn: an item, or what stands between items. */
export interface DeskPiece extends TextSpan {
  /** The item's place among the items; −1 for what stands between. */
  readonly item: number;
}

/** What one can stand on, in the order of the text. */
export function itemsOf({ marks, left }: DeskState): DeskItem[] {
  const items = [...marks.map((mark) => ({ ...spanOf(mark), mark })), ...left.map((span) => ({ ...span, mark: null }))];
  return items.sort((one, other) => one.start - other.start);
}

function spanOf({ start, end }: TextSpan): TextSpan {
  return { start, end };
}

/** The whole text in pieces; a point that overlaps the one before begins where that one ends. */
export function piecesOf(text: string, items: readonly DeskItem[]): DeskPiece[] {
  const pieces: DeskPiece[] = [];
  let reached = 0;
  items.forEach(({ start, end }, item) => {
    if (start > reached) pieces.push({ start: reached, end: start, item: -1 });
    if (end > reached) pieces.push({ start: Math.max(start, reached), end, item });
    reached = Math.max(reached, end);
  });
  if (reached < text.length) pieces.push({ start: reached, end: text.length, item: -1 });
  return pieces;
}

/** Where the keyboard stands: an item, and the one up to which it reaches (Shift and an arrow). */
export interface DeskCursor {
  readonly at: number;
  readonly to: number;
}

/** The cursor after an arrow; with Shift it reaches further. */
export function moved(
  { at, to }: DeskCursor,
  step: 1 | -1,
  { count, isReaching }: { readonly count: number; readonly isReaching: boolean },
): DeskCursor {
  const next = Math.min(Math.max(to + step, 0), Math.max(count - 1, 0));
  return isReaching ? { at, to: next } : { at: next, to: next };
}

/** The items that are chosen, first to last. */
export function chosenItems(items: readonly DeskItem[], { at, to }: DeskCursor): DeskItem[] {
  return items.slice(Math.min(at, to), Math.max(at, to) + 1);
}

/** The stretch from the first to the last of the chosen sentences; undefined where a point is among them. */
export function chosenSpan(items: readonly DeskItem[], cursor: DeskCursor): TextSpan | undefined {
  const chosen = chosenItems(items, cursor);
  const [first, last] = [chosen[0], chosen.at(-1)];
  return first && last && chosen.every(({ mark }) => mark === null) ? { start: first.start, end: last.end } : undefined;
}

/** Where to stand after an act: on the first sentence in no point from a place on, else where one stood. */
export function standingAfter(items: readonly DeskItem[], from: number): DeskCursor {
  const next = items.findIndex(({ start, mark }) => mark === null && start >= from);
  const here = next >= 0 ? next : items.findIndex(({ end }) => end > from);
  const at = Math.max(here, 0);
  return { at, to: at };
}
