import { describe, expect, it } from "vitest";
import { nextStrength, placeAfter, strengthOf, withCell, type MatrixMeasure } from "./model.ts";

const measure: MatrixMeasure = {
  id: "a",
  code: "1",
  title: "防災",
  href: "",
  editHref: "",
  mayEdit: true,
  links: [{ goal: 11, strength: "direct" }],
};

describe("a cell of the SDG matrix", () => {
  it("goes round: ―, ○, ◎ and ― again", () => {
    const round = [nextStrength(null), nextStrength("related"), nextStrength("direct")];
    expect(round).toEqual(["related", "direct", null]);
  });

  it("changes alone", () => {
    const changed = withCell([measure, { ...measure, id: "b" }], { id: "a", goal: 13, strength: "related" });
    expect(changed.map((each) => [strengthOf(each, 11), strengthOf(each, 13)])).toEqual([
      ["direct", "related"],
      ["direct", null],
    ]);
    expect(withCell([measure], { id: "a", goal: 11, strength: null })[0]?.links).toEqual([]);
  });

  it("is left by the arrow keys, which stop at the edges", () => {
    const size = { rows: 2, columns: 17 };
    expect(placeAfter("ArrowDown", { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 });
    expect(placeAfter("ArrowDown", { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 3 });
    expect(placeAfter("ArrowLeft", { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(placeAfter("End", { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 16 });
    expect(placeAfter("a", { row: 0, column: 0 }, size)).toBeUndefined();
  });
});
