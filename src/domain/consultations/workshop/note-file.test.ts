import { describe, expect, it } from "vitest";
import type { Sheet, SheetRow } from "#kernel/sheet.ts";
import { notesInLines, readNotes } from "../index.ts";

const tables = [
  { id: "t1", name: "1班" },
  { id: "t2", name: "２班" },
];

function sheetOf(rows: readonly SheetRow[]): Sheet {
  return { name: "付箋", isHidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

describe("a pasted block of notes", () => {
  it("is one note a line, without list marks and empty lines", () => {
    expect(notesInLines("・バスを増やす\r\n\n  公園で遊ぶ \n- 祭り・花火")).toEqual([
      "バスを増やす",
      "公園で遊ぶ",
      "祭り・花火",
    ]);
  });
});

describe("a file of notes", () => {
  it("is read by its heads, whatever stands above them, tables and votes in any width", () => {
    const rows = [
      ["第1回 付箋の一覧"],
      ["班", "付箋", "票数"],
      ["１", "バスを\n増やす", { number: 3, text: "3" }],
      [],
      ["2班", "公園", "１２票"],
      ["1班", "祭り"],
    ];
    expect(readNotes(sheetOf(rows), tables)).toEqual({
      notes: [
        { tableId: "t1", content: "バスを 増やす", votes: 3 },
        { tableId: "t2", content: "公園", votes: 12 },
        { tableId: "t1", content: "祭り", votes: 0 },
      ],
      faults: [],
    });
  });

  it("names every cell that cannot be taken by row, column and value", () => {
    const rows = [
      ["付箋", "班", "票"],
      ["", "1班", "たくさん"],
      ["公園", "9班", "-1"],
    ];
    const { faults } = readNotes(sheetOf(rows), tables);
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, "A", ""],
      [2, "C", "たくさん"],
      [3, "B", "9班"],
      [3, "C", "-1"],
    ]);
    expect(faults[2]?.remedy).toContain("「1班」「２班」");
  });

  it("of more notes than are taken at once is read no further, whatever is wrong behind", () => {
    const sheet = sheetOf([["班", "付箋"], ...Array.from({ length: 60_000 }, () => ["無い班", ""])]);
    const { notes, faults } = readNotes(sheet, tables);
    expect(notes).toHaveLength(1_000);
    expect(faults).toHaveLength(2_001); // two for each row that was read, and one that says where reading ended
    expect(faults[0]).toMatchObject({ row: 1_002, column: "B" });
  });

  it("without the two heads, or without a note, is told so", () => {
    expect(readNotes(sheetOf([["意見"], ["公園"]]), tables).faults[0]?.message).toContain("見出しが見つかりません");
    expect(readNotes(sheetOf([["班", "付箋"]]), tables).faults[0]?.message).toContain("付箋がありません");
  });
});
