import { describe, expect, it } from "vitest";
import { packedActuals } from "#domain/plan/indicators/seen-values.ts";
import type { Actual } from "#domain/plan/indicator.ts";
import { emptyGrid, gridAfter, isEarly, isLocked, storedIn, textIn, type GridState } from "./grid-state.ts";
import { gridCommand, type KeyPress } from "./keys.ts";
import { gridModel } from "./model.ts";
import { joinedCounts } from "./pasted-counts.ts";
import { cellsOfText, laidOver } from "./pasted.ts";

const years = [2026, 2027, 2028];
const actual = (year: number, value: number, change: Partial<Actual> = {}): Actual => ({
  year,
  value,
  absence: null,
  note: "",
  state: "draft",
  numerator: null,
  denominator: null,
  ...change,
});
const row = (code: string, name: string, actuals: readonly Actual[] = []) => ({
  id: `id-${code}`,
  code,
  name,
  unit: "％",
  decimals: 1,
  counting: { scale: 100, decimals: 1 },
  mayEnter: true,
  seen: packedActuals(years, actuals),
});
const model = gridModel(
  [row("1-1", "訓練の参加率", [actual(2026, 13.5, { state: "confirmed" }), actual(2027, 14)]), row("1-2", "備蓄率")],
  years,
  { corrects: false, thisYear: 2027 },
);
const filled = (state: GridState, place: number, text: string) =>
  gridAfter(state, { type: "filled", cells: [{ place, text }] });

describe("what is entered into the grid", () => {
  it("is an edit only while it differs from what is stored", () => {
    const typed = filled(emptyGrid(model), 1, "15");
    expect([textIn(typed, 0), textIn(typed, 1), textIn(typed, 2)]).toEqual(["13.5", "15", ""]);
    expect(filled(typed, 1, "14.0").edits.size).toBe(0);
  });

  it("does not reach confirmed cells unless they are corrected, nor other divisions' rows", () => {
    const state = emptyGrid(model);
    expect([0, 1, 3].map((place) => isLocked(state, place))).toEqual([true, false, false]);
    expect(isLocked(emptyGrid(gridModel(model.rows, years, { ...model, corrects: true })), 0)).toBe(false);
    const others = gridModel([{ ...row("2-1", "ほかの課"), mayEnter: false }], years, { ...model, corrects: true });
    expect(isLocked(emptyGrid(others), 0)).toBe(true);
  });

  it("is looked at at once: decimals, words, a dash without its reason", () => {
    const state = [
      [1, "14.25"],
      [2, "約15"],
      [3, "−"],
      [4, "１５．２"],
    ].reduce((before, [place, text]) => filled(before, Number(place), String(text)), emptyGrid(model));
    expect([1, 2, 3, 4].map((place) => state.faults.get(place)?.fault)).toEqual([
      "value",
      "value",
      "absence",
      undefined,
    ]);
    expect(state.faults.get(1)?.message).toContain("小数の桁数（1桁）より細かい値です。");
  });

  it("may be numerator and denominator: the value is counted, and both are stored", () => {
    const typed = filled(filled(emptyGrid(model), 2, "1269/9402"), 3, "3/0");
    expect(typed.faults.get(3)?.message).toContain("分母が0");
    const saved = gridAfter(typed, { type: "saved", places: [2], savedAt: "10:32" });
    // 1,269 ÷ 9,402 × 100 = 13.497… → 13.5
    expect(storedIn(saved, 2)).toMatchObject({ value: 13.5, numerator: 1_269, denominator: 9_402 });
    expect(textIn(saved, 2)).toBe("13.5");
    expect(filled(saved, 2, "14").faults.get(2)?.message).toContain("分子÷分母は13.5％で");
  });

  it("is warned of in a year that has not begun, and may stand there", () => {
    const typed = filled(filled(emptyGrid(model), 2, "15"), 4, "90");
    expect([2, 4].map((place) => isEarly(typed, place))).toEqual([true, false]); // of 2028 and 2027, in the year 2027
    expect(typed.faults.size).toBe(0);
    expect(isEarly(filled(typed, 2, ""), 2)).toBe(false);
  });

  it("goes back act by act", () => {
    const pasted = gridAfter(filled(emptyGrid(model), 1, "15"), {
      type: "filled",
      cells: [
        { place: 1, text: "16" },
        { place: 2, text: "17" },
      ],
    });
    const once = gridAfter(pasted, { type: "undone" });
    expect([textIn(once, 1), textIn(once, 2)]).toEqual(["15", ""]);
    const twice = gridAfter(once, { type: "undone" });
    expect(twice.edits.size).toBe(0);
    expect(gridAfter(twice, { type: "undone" }).said.text).toBe("元に戻す入力はありません。");
  });

  it("is what is stored once it was saved; a new value is a draft, a correction stays confirmed", () => {
    const typed = filled(filled(emptyGrid(model), 0, "13.6"), 2, "−（集計中）");
    const saved = gridAfter(typed, { type: "saved", places: [0, 2], savedAt: "10:32" });
    expect(saved.edits.size).toBe(0);
    expect(storedIn(saved, 0)).toMatchObject({ value: 13.6, state: "confirmed" });
    expect(storedIn(saved, 2)).toMatchObject({ absence: "counting", state: "draft" });
    expect(textIn(saved, 2)).toBe("−（集計中）");
  });

  it("meets another's value: theirs is taken or mine is kept, knowing what it replaces", () => {
    const typed = filled(emptyGrid(model), 1, "15");
    const theirs = actual(2027, 14.8);
    const cells = [
      {
        indicatorId: "id-1-1",
        year: 2027,
        fault: "stale" as const,
        message: "ほかの人が変えました。",
        current: theirs,
      },
    ];
    const refused = gridAfter(typed, { type: "refused", message: "1か所", remedy: "", cells });
    expect(refused.faults.get(1)).toMatchObject({ fault: "stale", theirs });
    const taken = gridAfter(refused, { type: "settled", place: 1, keeps: "theirs" });
    expect([textIn(taken, 1), taken.edits.size, taken.faults.size]).toEqual(["14.8", 0, 0]);
    const kept = gridAfter(refused, { type: "settled", place: 1, keeps: "mine" });
    expect([textIn(kept, 1), kept.edits.size, kept.faults.size]).toEqual(["15", 1, 0]);
    expect(storedIn(kept, 1)).toEqual(theirs);
  });
});

describe("a pasted block", () => {
  it("is parted as Excel copies it, with tabs, line ends and quotes", () => {
    expect(cellsOfText('1\t"2行\n目"\t"彼は""はい"""\r\n\t−\t\r\n')).toEqual([
      ["1", "2行\n目", '彼は"はい"'],
      ["", "−", ""],
    ]);
  });

  it("begins at the chosen cell and says what falls out of the grid", () => {
    const block = laidOver(model, 2, [
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(block.cells).toEqual([
      { place: 2, text: "1" },
      { place: 5, text: "3" },
    ]);
    expect(block.lost).toEqual(["右にはみ出した列", "3行目（指標の行がない）"]);
  });

  it("finds its columns by 和暦 and its rows by code or name", () => {
    const block = laidOver(model, 0, [
      ["指標", "Ｒ９", "令和8年度", "R20"],
      ["備蓄率", "９０．５", "△1", "7"],
      ["１－１", "15", "", "8"],
      ["9-9", "1", "", ""],
    ]);
    expect(block.cells).toEqual([
      { place: 4, text: "９０．５" },
      { place: 3, text: "△1" },
      { place: 1, text: "15" },
      { place: 0, text: "" },
    ]);
    expect(block.lost).toEqual(["「令和20年度」の列（この表にない年度）", "「9-9」の行（この表にない指標）"]);
  });

  it("joins rows of numerators with the denominators below them", () => {
    const block = laidOver(
      model,
      0,
      joinedCounts([
        ["指標", "区分", "R8", "R9"],
        ["1-1", "分子（人）", "1,269", "12"],
        ["", "分母", "9,402", ""],
        ["", "値", "13.5", "1"],
        ["1-2", "分子", "1", ""],
        ["", "分母", "8", ""],
      ]),
    );
    expect(block.cells).toEqual([
      { place: 0, text: "1,269/9,402" },
      { place: 1, text: "12/" },
      { place: 3, text: "1/8" },
      { place: 4, text: "" },
    ]);
    expect(block.lost).toEqual([]);
  });

  it("is not taken for years when it holds values that could be years", () => {
    const block = laidOver(model, 0, [
      ["2026", "2027"],
      ["2030", "2031"],
    ]);
    expect(block.cells[0]).toEqual({ place: 0, text: "2026" });
  });
});

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

describe("keys", () => {
  it("walk as in Excel, and belong to the text while it is edited", () => {
    expect(gridCommand(press("ArrowRight"), "walk")).toMatchObject({ kind: "move", columns: 1, extend: false });
    expect(gridCommand(press("ArrowRight"), "type")).toMatchObject({ kind: "move", columns: 1 });
    expect(gridCommand(press("ArrowRight"), "edit")).toBeUndefined();
    expect(gridCommand(press("Enter", { shiftKey: true }), "edit")).toMatchObject({ kind: "move", rows: -1 });
    expect(gridCommand(press("Home"), "type")).toBeUndefined();
    expect(gridCommand(press("Home", { ctrlKey: true }), "walk")).toMatchObject({ kind: "edge", to: "start" });
  });

  it("take writing back by Escape, and leave the grid by it when nothing is written", () => {
    expect(["walk", "type", "edit"].map((mode) => gridCommand(press("Escape"), mode as "walk")?.kind)).toEqual([
      "leave",
      "cancel",
      "cancel",
    ]);
  });

  it("leave Ctrl+Z inside a text to the browser, and save everywhere by Ctrl+S", () => {
    expect(gridCommand(press("z", { ctrlKey: true }), "edit")).toBeUndefined();
    expect(gridCommand(press("z", { metaKey: true }), "walk")?.kind).toBe("undo");
    expect(gridCommand(press("S", { ctrlKey: true }), "edit")?.kind).toBe("save");
  });
});
