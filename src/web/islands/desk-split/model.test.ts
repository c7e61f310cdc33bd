import { describe, expect, it } from "vitest";
import { chosenSpan, itemsOf, moved, piecesOf, standingAfter } from "./model.ts";
import type { DeskState } from "./protocol.ts";

//            0123456789 …
const text = "一つ。二つ。三つ。";
const mark = { id: "m", version: 1, start: 3, end: 6, label: "", isExcluded: false };
const state: DeskState = {
  marks: [mark],
  lost: [],
  left: [
    { start: 0, end: 3 },
    { start: 6, end: 9 },
  ],
  undo: null,
};
const items = itemsOf(state);

describe("the desk", () => {
  it("draws the whole text, and stands on sentences and points in their order", () => {
    expect(items.map(({ start, mark: point }) => [start, point?.id])).toEqual([
      [0, undefined],
      [3, "m"],
      [6, undefined],
    ]);
    const drawn = piecesOf(`${text}\n`, items);
    expect(drawn.map(({ start, end }) => `${text}\n`.slice(start, end)).join("")).toBe(`${text}\n`);
    expect(drawn.map(({ item }) => item)).toEqual([0, 1, 2, -1]);
  });

  it("draws words once where points overlap", () => {
    const overlapping = itemsOf({ ...state, marks: [mark, { ...mark, id: "n", start: 4, end: 8 }], left: [] });
    expect(piecesOf(text, overlapping).map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 6],
      [6, 8],
      [8, 9],
    ]);
  });

  it("moves by arrows within the text, and reaches with Shift", () => {
    expect(moved({ at: 0, to: 0 }, -1, { count: 3, isReaching: false })).toEqual({ at: 0, to: 0 });
    expect(moved({ at: 0, to: 0 }, 1, { count: 3, isReaching: true })).toEqual({ at: 0, to: 1 });
    expect(moved({ at: 0, to: 2 }, 1, { count: 3, isReaching: false })).toEqual({ at: 2, to: 2 });
  });

  it("makes no stretch across a point", () => {
    expect(chosenSpan(items, { at: 2, to: 2 })).toEqual({ start: 6, end: 9 });
    expect(chosenSpan(items, { at: 0, to: 2 })).toBeUndefined();
    expect(chosenSpan([], { at: 0, to: 0 })).toBeUndefined();
  });

  it("goes on to the next sentence in no point, or stays", () => {
    expect(standingAfter(items, 3)).toEqual({ at: 2, to: 2 });
    expect(standingAfter(itemsOf({ ...state, left: [] }), 3)).toEqual({ at: 0, to: 0 });
  });
});
