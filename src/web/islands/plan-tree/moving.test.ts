import { describe, expect, it } from "vitest";
import { treeBranch as below } from "../../../../test/support/tree-rows.ts";
import { mayDrop, placeAt, stepOf } from "./moving.ts";
import { treeOf } from "./tree-state.ts";

const state = treeOf([below(null, "1", "2"), below("1", "1-1", "1-2"), below("1-1", "1-1-1")], ["1", "1-1"], null);

describe("moving a node one step", () => {
  it("goes before the sibling above and after the sibling below", () => {
    expect(stepOf(state, "1-2", "moveUp")).toEqual({ target: "1-1", place: "before" });
    expect(stepOf(state, "1-1", "moveDown")).toEqual({ target: "1-2", place: "after" });
  });

  it("goes into the sibling above when indented, and behind its parent when outdented", () => {
    expect(stepOf(state, "1-2", "indent")).toEqual({ target: "1-1", place: "inside" });
    expect(stepOf(state, "1-1-1", "outdent")).toEqual({ target: "1-1", place: "after" });
  });

  it("has no step beyond the first, the last and the top", () => {
    expect(stepOf(state, "1-1", "moveUp")).toBeUndefined();
    expect(stepOf(state, "1-2", "moveDown")).toBeUndefined();
    expect(stepOf(state, "1-1", "indent")).toBeUndefined();
    expect(stepOf(state, "2", "outdent")).toBeUndefined();
  });
});

const onto = (target: string) => mayDrop(state, "1", { move: { target, place: "inside" }, depth: 3 });

describe("dragging a node", () => {
  it("takes the upper 30 % of a row as before it, the lower 30 % as after it, and what is between as inside", () => {
    expect([0, 11, 12, 28, 29, 40].map((offset) => placeAt(offset, 40))).toEqual([
      "before",
      "before",
      "inside",
      "inside",
      "after",
      "after",
    ]);
  });

  it("is not let go on itself or within its own branch", () => {
    expect(["1", "1-1", "1-1-1"].map(onto)).toEqual([false, false, false]);
    expect(onto("2")).toBe(true);
  });

  it("is not let go deeper than the plan has levels", () => {
    expect(mayDrop(state, "2", { move: { target: "1-1-1", place: "after" }, depth: 3 })).toBe(true);
    expect(mayDrop(state, "2", { move: { target: "1-1-1", place: "inside" }, depth: 3 })).toBe(false);
  });
});
