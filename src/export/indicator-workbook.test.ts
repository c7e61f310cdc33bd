import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  indicatorRegister,
  memoryOf,
  returnedValues,
  saveActuals,
  takeReturnedValues,
  type PlanWithLevels,
  type RegisterLine,
  type ReturnedValues,
} from "#domain/plan/index.ts";
import { columnLetters } from "#kernel/sheet.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { useCity } from "../../test/support/city.ts";
import { indicatorPlan } from "../../test/support/indicator-plan.ts";
import { castOf } from "../../test/support/plan.ts";
import { indicatorWorkbook } from "./indicator-workbook.ts";
import { parseSheetFile } from "./sheet/parse.ts";

const years = Array.from({ length: 10 }, (_, index) => 2022 + index);
const noGrounds = { correctionReason: "", revisionReason: "", decidedBy: "", decidedOn: "" };

/** Row of the n-th indicator, column of a year: the years begin at G. */
const row = (n: number) => n + 2;
const column = (year: number) => 7 + year - 2022;
const letters = (year: number) => columnLetters(column(year) - 1);
const sheetOf = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The file after somebody worked on it. */
async function altered(bytes: Uint8Array<ArrayBuffer>, work: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  work(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Exchanges the columns of 2026 and 2027 from a row on. */
function exchange(sheet: ExcelJS.Worksheet, from: number): void {
  for (let at = from; at <= 13; at++) {
    const [one, other] = [sheet.getCell(at, column(2026)), sheet.getCell(at, column(2027))];
    [one.value, other.value] = [other.value, one.value];
  }
}

describe("a workbook of indicator values", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanWithLevels;
  let large: PlanWithLevels;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    plan = await indicatorPlan(planning, 12, "small");
    large = await indicatorPlan(planning, 500, "large");
  });

  const linesOf = (of: PlanWithLevels) => indicatorRegister(planning, of);
  const written = async (of: PlanWithLevels) =>
    indicatorWorkbook({
      plan: of,
      lines: await linesOf(of),
      years,
      divisionName: () => "危機管理課",
      day: "2026-04-01",
    });

  /** What a file says against what is stored now. */
  async function compared(of: PlanWithLevels, bytes: Uint8Array, actor = planning.actor): Promise<ReturnedValues> {
    const book = parseSheetFile({ name: "指標の値.xlsx", bytes });
    if (!book.ok) throw new Error(book.refusal.message);
    const memory = memoryOf(book.value);
    if (!memory) throw new Error("the file has lost its memory");
    return returnedValues({ book: book.value, memory, lines: await linesOf(of), actor, thisYear: 2030 });
  }

  const lineAt = async (n: number): Promise<RegisterLine> => {
    const line = (await linesOf(plan))[n];
    if (!line) throw new Error(`no line ${n}`);
    return line;
  };

  it("changes nothing when it comes back as it went out: 500 indicators, 10 years", async () => {
    const result = await compared(large, await written(large));
    expect(result).toEqual({ moves: [], issues: [], compared: 500 * 10 * 2 });
  });

  it("changes nothing when Excel saved it again, and is the same bytes when nothing changed", async () => {
    const bytes = await written(plan);
    expect(await compared(plan, await altered(bytes, () => {}))).toMatchObject({ moves: [], issues: [] });
    expect(Buffer.from(await written(plan)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("reads changed cells as offices write them, and says what it read", async () => {
    const bytes = await altered(await written(plan), (book) => {
      const actuals = sheetOf(book, "実績値");
      actuals.getCell(row(0), column(2027)).value = "１５．２";
      actuals.getCell(row(1), column(2026)).value = "−（未公表）";
      actuals.getCell(row(2), column(2027)).value = "△3";
      actuals.getCell(row(3), column(2027)).value = null;
      sheetOf(book, "目標値").getCell(row(0), column(2030)).value = "95～105";
    });
    const { moves, issues } = await compared(plan, bytes);
    expect(issues.map(({ message }) => message)).toEqual(
      ["範囲の目標は、望ましい方向が「範囲に収める」のときだけ使えます。"].map((message) =>
        expect.stringContaining(message),
      ),
    );
    expect(
      moves.map(({ sheet, row: at, column: letter, stored, written: as, wanted }) => [
        sheet,
        at,
        letter,
        stored,
        as,
        wanted,
      ]),
    ).toEqual([
      ["実績値", 2, letters(2027), "0.5", "１５．２", "15.2"],
      ["実績値", 3, letters(2026), "1.4", "−（未公表）", "−（未公表）"],
      ["実績値", 4, letters(2027), "2.5", "△3", "−3.0"],
      ["実績値", 5, letters(2027), "3.5", "", ""],
    ]);
    expect(moves.map(({ isCorrection }) => isCorrection)).toEqual([false, true, false, false]);
  });

  it("names every planted fault by its cell", async () => {
    const bytes = await altered(await written(plan), (book) => {
      const actuals = sheetOf(book, "実績値");
      actuals.getCell(row(0), column(2027)).value = "約15";
      actuals.getCell(row(1), column(2028)).value = 1.25;
      actuals.getCell(row(2), column(2027)).value = new Date("2027-03-31T00:00:00Z");
      actuals.getCell(row(2), column(2027)).style = { numFmt: "yyyy/m/d" }; // a style of its own: loaded cells share theirs
      actuals.getCell(row(3), column(2027)).value = { error: "#REF!" };
      actuals.getCell(row(4), column(2027)).value = 0.131;
      actuals.getCell(row(4), column(2027)).style = { numFmt: "0.0%" };
      actuals.getCell(row(5), column(2027)).value = "−";
      actuals.getCell(row(5), column(2028)).value = "令和8年度";
      actuals.getCell(row(6), 2).value = "9-9-9";
      actuals.getCell(row(7), 1).value = "01980000-0000-7000-8000-000000000000";
      actuals.getCell(row(8), 4).value = "ほかの指標の名前";
      const copy = actuals.getRow(row(9)).values;
      actuals.getRow(row(12)).values = copy;
      actuals.getRow(row(13)).values = ["", "8-8-8-8", "", "知らない指標", "", "", 5];
      actuals.getCell(1, column(2029)).value = "令和4年度";
      actuals.getCell(1, column(2030)).value = "見込み";
    });
    const { moves, issues } = await compared(plan, bytes);
    expect(moves).toMatchObject([{ row: 6, year: 2027, written: "13.1%", wanted: "13.1" }]); // 0.131 of an indicator in ％
    const faults = issues.filter(({ kind }) => kind === "fault");
    const told = faults.map(
      ({ sheet, row: at, column: letter, value, message }) =>
        `${sheet} ${letter}${at} ${value} ${message.slice(0, 12)}`,
    );
    expect(told.toSorted()).toEqual(
      [
        `実績値 ${letters(2029)}1 令和4年度 令和4年度の列が2つあり`,
        `実績値 ${letters(2030)}1 見込み 見出しを年度として読めな`,
        `実績値 ${letters(2027)}2 約15 数、または「−」（未調査`,
        `実績値 ${letters(2028)}3 1.3 令和10年度の実績値：小`,
        `実績値 ${letters(2027)}4 2027/3/31 日付になっています。セル`,
        `実績値 ${letters(2027)}5 #REF! 数式の誤りです。値に直し`,
        `実績値 ${letters(2027)}7 − 「−」の理由を選んでくだ`,
        `実績値 ${letters(2028)}7 令和8年度 数、または「−」（未調査`,
        `実績値 B8 9-9-9 この行は「${(await lineAt(6)).indicator.code} 防`,
        `実績値 B9 ${(await lineAt(7)).indicator.code} この計画にない指標か、削`,
        "実績値 D10 ほかの指標の名前 この行は「防災訓練に参加",
        `実績値 B14 ${(await lineAt(9)).indicator.code} 11行目と同じ指標です。`,
        "実績値 B15 8-8-8-8 この計画にない番号です。",
      ].toSorted(),
    );
    const notes = issues.filter(({ kind }) => kind === "note").map(({ message }) => message.slice(0, 9));
    expect(notes).toEqual(["令和11年度の列が", "令和12年度の列が", "1件の指標の行があ"]);
  });

  it("notices columns that changed places: by their headings they are read, against their headings they are a fault", async () => {
    const bytes = await written(plan);
    const moved = await altered(bytes, (book) => exchange(sheetOf(book, "実績値"), 1));
    const read = await compared(plan, moved);
    expect(read.moves).toEqual([]);
    expect(read.issues).toMatchObject([{ kind: "note", row: 1, column: letters(2027), value: "令和8年度" }]);
    const wrong = await compared(plan, await altered(bytes, (book) => exchange(sheetOf(book, "実績値"), 2)));
    expect(wrong.moves).toEqual([]);
    expect(wrong.issues).toMatchObject([{ kind: "fault", value: "令和8年度・令和9年度", column: letters(2027) }]);
  });

  it("tells missing sheets, columns and rows, whose values stay", async () => {
    const bytes = await altered(await written(plan), (book) => {
      book.removeWorksheet("目標値");
      sheetOf(book, "実績値").spliceColumns(column(2022), 1);
      sheetOf(book, "実績値").spliceRows(row(3), 2);
    });
    const { moves, issues } = await compared(plan, bytes);
    expect(moves).toEqual([]);
    expect(issues.every(({ kind }) => kind === "note")).toBe(true);
    expect(issues.map(({ message }) => message.slice(0, 11))).toEqual([
      "令和4年度の列がありま",
      "2件の指標の行がありま",
      "「目標値」のシートがあ",
    ]);
  });

  it("meets what somebody stored since: told apart from what only the file changed, and taken only as it is seen", async () => {
    const bytes = await altered(await written(plan), (book) => {
      sheetOf(book, "実績値").getCell(row(10), column(2027)).value = 11.1;
      sheetOf(book, "実績値").getCell(row(11), column(2027)).value = 12.2;
      sheetOf(book, "目標値").getCell(row(10), column(2031)).value = 40;
    });
    await store(10, 10.9);
    const { moves } = await compared(plan, bytes);
    expect(moves.map(({ line, stored, wanted, conflict }) => [line.indicator.code, stored, wanted, conflict])).toEqual([
      [(await lineAt(10)).indicator.code, "10.9", "11.1", { exported: "10.5" }],
      [(await lineAt(11)).indicator.code, "11.5", "12.2", null],
      [(await lineAt(10)).indicator.code, "30.0", "40.0", null],
    ]);
    const fileId = await storeFile(planning.db, {
      name: "指標の値.xlsx",
      mediaType: "application/octet-stream",
      bytes,
      uploadedBy: null,
      uploadedAt: planning.clock.now(),
    });
    await store(11, 11.7);
    const late = await takeReturnedValues(planning, { planId: plan.id, fileId, moves, grounds: noGrounds });
    expect(late.ok).toBe(false);
    expect((await lineAt(10)).indicator.targets.at(-1)).toMatchObject({ value: 30 });
    const again = (await compared(plan, bytes)).moves;
    expect(again.map(({ conflict }) => conflict?.exported)).toEqual(["10.5", "11.5", undefined]);
    expect(await takeReturnedValues(planning, { planId: plan.id, fileId, moves: again, grounds: noGrounds })).toEqual({
      ok: true,
      value: { saved: 3 },
    });
    expect((await lineAt(10)).indicator.targets.at(-1)).toMatchObject({ value: 40 });
    expect((await lineAt(11)).indicator.actuals).toContainEqual(expect.objectContaining({ year: 2027, value: 12.2 }));
    expect((await compared(plan, bytes)).moves).toEqual([]);
  });

  async function store(n: number, value: number): Promise<void> {
    const { indicator } = await lineAt(n);
    const seen = indicator.actuals.find(({ year }) => year === 2027) ?? null;
    const entry = { value, absence: null, note: "", numerator: null, denominator: null };
    const cells = [{ indicatorId: indicator.id, year: 2027, seen, value: entry }];
    const result = await saveActuals(planning, { planId: plan.id, cells });
    if (!result.ok) throw new Error(result.refusal.message);
  }

  it("lets nobody change values that are not theirs", async () => {
    const bytes = await altered(await written(plan), (book) => {
      sheetOf(book, "実績値").getCell(row(0), column(2027)).value = 7;
    });
    const { moves, issues } = await compared(plan, bytes, clerk.actor);
    expect(moves).toEqual([]);
    expect(issues).toMatchObject([
      { kind: "fault", row: 2, column: letters(2027), message: expect.stringContaining("実績値を、") },
    ]);
  });

  it("is known again only with what it remembers", async () => {
    const bytes = await altered(await written(plan), (book) => {
      sheetOf(book, "書き出したときの値").getCell(3, 2).value = "9-9";
    });
    const book = parseSheetFile({ name: "指標の値.xlsx", bytes });
    expect(book.ok && memoryOf(book.value)).toBeUndefined();
  });
});
