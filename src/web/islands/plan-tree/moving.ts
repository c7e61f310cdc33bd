import type { Move } from "./protocol.ts";
import { pathTo, siblingsOf, type TreeState } from "./tree-state.ts";

export type MoveCommand = "moveUp" | "moveDown" | "indent" | "outdent";

/** Where a node goes when it is moved one step, or undefined when there is no such place. */
export function stepOf(state: TreeState, id: string, command: MoveCommand): Move | undefined {
  const siblings = siblingsOf(state, id);
  const place = siblings.indexOf(id);
  const parent = state.rows.get(id)?.parentId ?? null;
  const steps: Readonly<
    Record<MoveCommand, { readonly target: string | null | undefined; readonly place: Move["place"] }>
  > = {
    moveUp: { target: siblings[place - 1], place: "before" },
    moveDown: { target: siblings[place + 1], place: "after" },
    indent: { target: siblings[place - 1], place: "inside" },
    outdent: { target: parent, place: "after" },
  };
  const step = steps[command];
  return step.target ? { target: step.target, place: step.place } : undefined;
}

/** Why there is no such place: said to the person instead of a move. */
export const noStep: Readonly<Record<MoveCommand, string>> = {
  moveUp: "同じ階層の先頭です。これより上へは移せません。",
  moveDown: "同じ階層の最後です。これより下へは移せません。",
  indent: "すぐ上に同じ階層の行がないので、階層を下げられません。",
  outdent: "いちばん上の階層です。これより上げられません。",
};

/** The upper and the lower part of a row stand for its edges, what is between for its inside. */
export function placeAt(offset: number, height: number): Move["place"] {
  if (offset < height * 0.3) return "before";
  return offset > height * 0.7 ? "after" : "inside";
}

/** Whether a node may be let go at a place: not on itself, not within its own branch, not deeper than the levels go. */
export function mayDrop(
  state: TreeState,
  id: string,
  { move, depth }: { readonly move: Move; readonly depth: number },
): boolean {
  if (move.target === id || !state.rows.has(move.target)) return false;
  const path = pathTo(state, move.target);
  if (path.includes(id)) return false;
  return path.length + (move.place === "inside" ? 2 : 1) <= depth;
}
