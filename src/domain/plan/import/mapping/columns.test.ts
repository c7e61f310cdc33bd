import { describe, expect, it } from "vitest";
import type { Cell, MergedRange, Sheet } from "#kernel/sheet.ts";
import { guessColumns, type LevelName } from "./columns.ts";
import { findHeader, headerTexts } from "./header.ts";

const levels: readonly LevelName[] = [
  { depth: 1, name: "基本目標" },
  { depth: 2, name: "政策" },
  { depth: 3, name: "施策" },
];

function sheetOf(rows: readonly (readonly Cell[])[], merges: readonly MergedRange[] = []): Sheet {
  return { name: "表", isHidden: false, rows, merges, hiddenRows: [], hiddenColumns: [] };
}

const roles = (...headers: string[]) =>
  guessColumns(headers, [], levels).map(({ role, year, unit }) =>
    [role, year, unit].filter((part) => part !== undefined).join(" "),
  );

const guessed = (codes: readonly string[]) =>
  guessColumns(["番号", "基本目標", "政策", "施策"], [codes, [], [], []], levels)[0];

describe("the guess of what a column holds", () => {
  it("knows the usual heads of a plan's table", () => {
    expect(
      roles(
        "基本目標",
        "政策",
        "施策名",
        "担当課",
        "成果指標",
        "単位",
        "算出方法",
        "出典",
        "SDGs",
        "目指す姿",
        "現状と課題",
      ),
    ).toEqual([
      "level:1",
      "level:2",
      "level:3",
      "division",
      "indicatorName",
      "unit",
      "description",
      "source",
      "sdgs",
      "field:vision",
      "field:currentState",
    ]);
  });

  it("gives a code column to the level whose depth its codes have, where that column follows", () => {
    expect(guessed(["1-1-1", "１－１－２"])).toEqual({ role: "code:3", confidence: "likely" });
    expect(guessed(["1", "2"])).toEqual({ role: "code:1", confidence: "sure" });
    expect(guessed(["1-1-1-1", "1-1-1-2"])?.role).toBe("code:1"); // no level is so deep: the one at its right, as before
    expect(guessed(["1", "1-1", "1-1-1"])?.role).toBe("code:1");
  });

  it("reads the year of a value column in any writing", () => {
    expect(roles("現状値(2014年度)", "目標値（Ｒ13）", "令和6年度実績", "R9目標", "H30", "実績値 令和5年度")).toEqual([
      "baseline 2014",
      "target 2031",
      "actual 2024",
      "target 2027",
      "actual 2018",
      "actual 2023",
    ]);
    expect(roles("基準年度", "目標年度")).toEqual(["baselineYear", "targetYear"]);
  });

  it("reads the unit in a head, and no year or note for one", () => {
    expect(roles("現状値（％）", "目標値(R13)(人)", "実績（累計）R6")).toEqual([
      "baseline %",
      "target 2031 人",
      "actual 2024",
    ]);
  });

  it("gives levels with other names the depths from the left, and codes to the level at their right", () => {
    expect(roles("大項目", "中項目", "No.", "小項目")).toEqual(["level:1", "level:2", "code:3", "level:3"]);
    expect(roles("基本目標", "具体的な施策", "指標")).toEqual(["level:1", "level:2", "indicatorName"]);
  });

  it("falls back on the values when the head says nothing", () => {
    const guesses = guessColumns(
      ["備考1", "備考2"],
      [
        ["観光課", "防災課", "企画課"],
        ["%", "人", "件"],
      ],
      levels,
    );
    expect(guesses).toMatchObject([
      { role: "division", confidence: "likely" },
      { role: "unit", confidence: "likely" },
    ]);
  });
});

describe("the header rows", () => {
  it("are found below a title and notes", () => {
    const sheet = sheetOf([
      ["第2次みほん市総合計画 指標一覧"],
      [],
      [null, "令和7年3月現在"],
      ["基本目標", "施策", "指標名", "目標値"],
      ["1 安全", "1-1 防災", "訓練の回数", "3"],
    ]);
    expect(findHeader(sheet, levels)).toEqual({ from: 3, to: 3 });
  });

  it("may be two, joined through merged cells", () => {
    const rows = [
      ["基本目標", "指標名", "実績値", null, "目標値", null],
      [null, null, "R4", "R5", "R9", "R13"],
      ["1 安全", "回数", "1", "2", "3", "4"],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 1 },
      { top: 0, left: 2, bottom: 0, right: 3 },
      { top: 0, left: 4, bottom: 0, right: 5 },
    ];
    expect(findHeader(sheetOf(rows, merges), levels)).toEqual({ from: 0, to: 1 });
    expect(headerTexts(sheetOf(rows, merges), { from: 0, to: 1 })).toEqual([
      "基本目標",
      "指標名",
      "実績値 R4",
      "実績値 R5",
      "目標値 R9",
      "目標値 R13",
    ]);
  });

  it("reach over empty cells that nobody merged", () => {
    const sheet = sheetOf([
      ["基本目標", "指標名", "単位", "目標値", null],
      [null, null, null, "令和9年度", "令和13年度"],
      ["1 安全", "回数", "回", "3", "4"],
    ]);
    const header = findHeader(sheet, levels) ?? { from: -1, to: -1 };
    expect(headerTexts(sheet, header)).toEqual(["基本目標", "指標名", "単位", "目標値 令和9年度", "目標値 令和13年度"]);
  });

  it("are not guessed where nothing looks like heads", () =>
    expect(
      findHeader(
        sheetOf([
          ["1 安全", "防災"],
          ["2 健康", "医療"],
        ]),
        levels,
      ),
    ).toBeUndefined());
});
