import ExcelJS from "exceljs";
import { messyRows, secondEditionRows, type MessyRow } from "./sheets/rows.ts";
import { fixedArchive } from "#export/fixed-archive.ts";

/**
 * A plan's workbook as planning offices really keep it: a cover sheet, title rows above the head, a two-row head with merged
 * cells, merged goals and policies at the left, 和暦 in several writings, full-width digits, △ and ▲, units in heads and
 * names, thousands separators typed by hand, words where numbers should be, notes below and a hidden working sheet.
 * The bytes are the same on every run.
 */
export async function messySheet(): Promise<Uint8Array> {
  return workbookOf(messyRows(), "令和８年10月１日現在");
}

/** The same workbook two months later: values corrected, a measure renamed, one added, one dropped, one moved. */
export async function messySheetSecondEdition(): Promise<Uint8Array> {
  return workbookOf(secondEditionRows(), "令和８年12月１日現在（第２稿）");
}

const made = new Date("2026-10-01T00:00:00Z");
const columns = 20;
const headRow = 5;

async function workbookOf(rows: readonly MessyRow[], asOf: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { created: made, modified: made, creator: "企画課", lastModifiedBy: "企画課" });
  addCover(workbook, asOf);
  addHiddenWork(workbook);
  const sheet = workbook.addWorksheet("施策・指標一覧");
  writeTitle(sheet, asOf);
  writeHead(sheet);
  const last = writeRows(sheet, rows);
  writeNotes(sheet, last + 2);
  return fixedArchive(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addCover(workbook: ExcelJS.Workbook, asOf: string): void {
  const cover = workbook.addWorksheet("表紙");
  cover.getCell("B3").value = "第3次みほん市総合計画 前期基本計画（素案）";
  cover.getCell("B4").value = "施策体系・成果指標一覧";
  cover.getCell("B6").value = `みほん市企画部企画課　${asOf}`;
  cover.getCell("B8").value = "※見本です。みほん市は実在しません。";
}

function addHiddenWork(workbook: ExcelJS.Workbook): void {
  const work = workbook.addWorksheet("作業用（触らないこと）", { state: "hidden" });
  work.addRow(["基本目標", "施策", "指標名", "目標値"]);
  work.addRow(["旧", "使わない施策", "使わない指標", 999]);
}

function writeTitle(sheet: ExcelJS.Worksheet, asOf: string): void {
  sheet.mergeCells(1, 1, 1, columns);
  sheet.getCell("A1").value = "第３次みほん市総合計画　前期基本計画　施策体系・成果指標一覧（案）";
  sheet.getCell("A1").font = { size: 16, bold: true };
  sheet.getCell(2, columns - 1).value = asOf;
  sheet.getCell("A3").value = "※重点施策には「○」を付けています。　※網掛けの欄は担当課で記入してください。";
}

/** Upper head cells, each with the lower ones under it; one without lower cells reaches over both rows. */
const head: readonly (readonly [upper: string, lower: readonly string[]])[] = [
  ["基本目標", []],
  ["政策", []],
  ["施策", []],
  ["担当課", []],
  ["重点", []],
  ["成果指標", ["指標名", "単位", "方向"]],
  ["現状値", ["年度", "値"]],
  ["実績値", ["R4", "Ｒ５", "令和６\n年度", "R7\n(2025)"]],
  ["目標値", ["R9", "R10", "R11", "R12", "令和13年度\n（最終）"]],
  ["R8予算額\n(千円)", []],
];

function writeHead(sheet: ExcelJS.Worksheet): void {
  let column = 1;
  for (const [upper, lower] of head) {
    sheet.getCell(headRow, column).value = upper;
    if (lower.length === 0) sheet.mergeCells(headRow, column, headRow + 1, column);
    else sheet.mergeCells(headRow, column, headRow, column + lower.length - 1);
    for (const [index, text] of lower.entries()) sheet.getCell(headRow + 1, column + index).value = text;
    column += Math.max(lower.length, 1);
  }
  for (const number of [headRow, headRow + 1]) {
    sheet.getRow(number).eachCell((cell) => {
      cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDDEBF7" } };
    });
  }
}

/** Writes the body and merges equal neighbours of the first five columns. Returns the last row's number. */
function writeRows(sheet: ExcelJS.Worksheet, rows: readonly MessyRow[]): number {
  const first = headRow + 2;
  for (const [index, row] of rows.entries()) {
    for (const [at, value] of row.cells.entries()) {
      const cell = sheet.getCell(first + index, at + 1);
      if (typeof value === "object" && value !== null)
        Object.assign(cell, { value: value.value, numFmt: value.format });
      else cell.value = value;
    }
  }
  for (const [index, width] of [22, 24, 34, 14, 6, 36].entries()) sheet.getColumn(index + 1).width = width;
  for (const [column, key] of mergedColumns) mergeEqual(sheet, { column, first, keys: rows.map((row) => row[key]) });
  return first + rows.length - 1;
}

const mergedColumns = [
  [1, "goal"],
  [2, "policy"],
  [3, "measure"],
  [4, "measure"],
  [5, "measure"],
  [20, "measure"],
] as const;

function mergeEqual(
  sheet: ExcelJS.Worksheet,
  { column, first, keys }: { readonly column: number; readonly first: number; readonly keys: readonly string[] },
): void {
  let start = 0;
  for (let index = 1; index <= keys.length; index++) {
    if (index < keys.length && keys[index] === keys[start]) continue;
    if (index - start > 1) sheet.mergeCells(first + start, column, first + index - 1, column);
    start = index;
  }
}

function writeNotes(sheet: ExcelJS.Worksheet, row: number): void {
  const notes = [
    "（注１）「－」は、調査を行っていない年度または未公表のものです。",
    "（注２）「△」「▲」は、マイナスを表します。",
    "（注３）予算額は、当初予算（一般会計）の概算です。",
    "作成：企画課　企画係　佐藤（内線3101）",
  ];
  for (const [index, note] of notes.entries()) sheet.getCell(row + index, 1).value = note;
}
