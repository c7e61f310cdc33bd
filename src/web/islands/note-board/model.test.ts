import { describe, expect, it } from "vitest";
import { applied, columnOf, fieldsOf, nextTarget, standingWithout, walked } from "./model.ts";
import { excludedKey, waitingKey, type BoardColumn, type BoardState } from "./protocol.ts";

const card = (id: string, exclusion = "") => ({ id, version: 1, words: id, about: "", exclusion });

function column(key: string, kind: BoardColumn["kind"], cards: BoardColumn["cards"]): BoardColumn {
  return { key, kind, title: key, version: 3, standing: "", isFixed: false, links: [], cards };
}

/** a and b wait, c lies under the heading of transport, nothing under the one of parks, d is left out. */
const board: BoardState = {
  columns: [
    column(waitingKey, "waiting", [card("a"), card("b")]),
    column("transport", "heading", [card("c")]),
    column("parks", "heading", []),
    column(excludedKey, "excluded", [card("d", "読めない")]),
  ],
  elsewhere: [],
  undo: null,
};

describe("the board of notes", () => {
  it("walks up and down in a column, and across to columns that have notes", () => {
    expect(walked(board, "a", "down")).toBe("b");
    expect(walked(board, "b", "down")).toBe("b");
    expect(walked(board, "b", "right")).toBe("c");
    expect(walked(board, "c", "right")).toBe("d"); // parks has none to stand on
    expect(walked(board, "c", "left")).toBe("a");
  });

  it("carries notes round the headings, also empty ones, and not to those left out", () => {
    expect(nextTarget(board, waitingKey, "right")).toBe("transport");
    expect(nextTarget(board, "transport", "right")).toBe("parks");
    expect(nextTarget(board, "parks", "right")).toBe(waitingKey);
    expect(nextTarget(board, waitingKey, "left")).toBe("parks");
  });

  it("stands on the note after those that leave, else the one before, else the first there is", () => {
    expect(standingWithout(board, ["a"])).toBe("b");
    expect(standingWithout(board, ["b"])).toBe("a");
    expect(standingWithout(board, ["a", "b"])).toBe("c");
  });

  it("shows a move at once, and a note that is taken back without its reason", () => {
    const moved = applied(board, { kind: "move", ids: ["a", "d"], to: "parks" });
    expect(columnOf(moved, "a")?.key).toBe("parks");
    expect(columnOf(moved, "d")?.cards.map(({ exclusion }) => exclusion)).toEqual(["", ""]);
    expect(applied(board, { kind: "move", ids: ["a"], to: "of another procedure" })).toBe(board);
  });

  it("sends the versions that stand now, and nothing for what is gone", () => {
    expect(fieldsOf({ kind: "move", ids: ["a"], to: "parks" }, board)).toEqual([
      ["act", "assign"],
      ["topic", "parks"],
      ["point", "a.1"],
    ]);
    expect(fieldsOf({ kind: "move", ids: ["c"], to: waitingKey }, board)?.[0]).toEqual(["act", "unassign"]);
    expect(fieldsOf({ kind: "move", ids: ["d"], to: waitingKey }, board)?.[0]).toEqual(["act", "restore"]);
    expect(fieldsOf({ kind: "rename", key: "parks", title: "広場" }, board)).toContainEqual(["version", "3"]);
    expect(fieldsOf({ kind: "move", ids: ["gone"], to: "parks" }, board)).toBeUndefined();
    expect(fieldsOf({ kind: "undo" }, board)).toBeUndefined();
  });
});
