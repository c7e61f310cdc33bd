import { describe, expect, it } from "vitest";
import { treeRow } from "../../../../test/support/tree-rows.ts";
import { treeAfter, treeOf } from "./tree-state.ts";
import { typedAheadTo, visibleIds, visibleLines } from "./visible.ts";

const row = (id: string, code: string, title: string) => treeRow(id, null, { code, title });
const rows = [row("a", "1", "子育て"), row("b", "2", "Ｓｏｃｉｅｔｙ"), row("c", "10", "防災"), row("d", "11", "防犯")];

const at = (id: string) => treeAfter(treeOf([{ parentId: null, rows }], [], null), { type: "stoodOn", id });
const to = (from: string, typed: string) => typedAheadTo(at(from), visibleIds(visibleLines(at(from))), typed);

describe("typing ahead", () => {
  it("goes to the next node whose code or name begins so, and round at the end", () => {
    expect(to("a", "防")).toBe("c");
    expect(to("c", "防")).toBe("d");
    expect(to("d", "防")).toBe("c");
  });

  it("stays where it is while more characters still fit", () => {
    expect(to("c", "10")).toBe("c");
    expect(to("c", "11")).toBe("d");
  });

  it("does not mind full-width letters and case", () => {
    expect(to("a", "so")).toBe("b");
  });

  it("goes nowhere when nothing begins so", () => {
    expect(to("a", "水")).toBeUndefined();
  });
});

describe("a line", () => {
  it("knows its place among its siblings", () => {
    const lines = visibleLines(treeOf([{ parentId: null, rows }], [], null));
    expect(lines[2]).toEqual({ kind: "node", id: "c", level: 1, place: 3, siblings: 4, isOpen: false });
  });
});
