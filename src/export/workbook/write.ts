import ExcelJS from "exceljs";
import { midnightOf } from "#kernel/day.ts";
import { fixedArchive } from "../fixed-archive.ts";
import { choiceLists, type ChoiceLists } from "./choice-lists.ts";
import { ruleAsForm } from "./form.ts";
import { cellFont, columnFormat, headStyle, numberFormat } from "./styles.ts";
import { longestCell, type Cell, type Column, type MarkedText, type Sheet, type Workbook } from "./workbook.ts";

/**
 * Writes an Excel file (.xlsx). It holds values only: a text that begins with 「=」 stays a text, also when its cell is edited.
 * The same workbook gives the same bytes.
 */
export async function workbookBytes(book: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const file = new ExcelJS.Workbook();
  const moment = midnightOf(book.madeOn);
  Object.assign(file, {
    title: book.title,
    creator: "",
    lastModifiedBy: "",
    created: moment,
    modified: moment,
  });
  const sheets = book.sheets.map((sheet) => file.addWorksheet(sheet.name, viewOf(sheet)));
  const lists = choiceLists(file, book.sheets);
  for (const [index, sheet] of book.sheets.entries()) {
    const page = sheets[index];
    if (page) await fill(page, sheet, lists);
  }
  return fixedArchive(new Uint8Array(await file.xlsx.writeBuffer()));
}

function viewOf(sheet: Sheet): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    state: sheet.isHidden ? "veryHidden" : "visible",
    views: [{ state: "frozen", xSplit: sheet.frozenColumns ?? 0, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0, printTitlesRow: "1:1" },
    headerFooter: { oddHeader: `&L${sheet.name.replaceAll("&", "&&")}`, oddFooter: "&C&P / &N" },
  };
}

async function fill(page: ExcelJS.Worksheet, sheet: Sheet, lists: ChoiceLists): Promise<void> {
  for (const [index, column] of sheet.columns.entries()) dress(page.getColumn(index + 1), column);
  writeHead(page, sheet);
  for (const cells of sheet.rows) page.addRow(cells.map((cell, index) => written(cell, sheet.columns[index])));
  dressCells(page, sheet, lists);
  if (sheet.isRuled) ruleAsForm(page, sheet);
  const last = { row: 1, column: Math.max(1, sheet.columns.length) };
  page.autoFilter = { from: { row: 1, column: 1 }, to: last };
  if (sheet.isProtected) await page.protect("", openActs);
}

/** What stays allowed on a protected sheet. Without a password exceljs adds no salt, so the bytes stay the same. */
const openActs: Partial<ExcelJS.WorksheetProtection> = {
  autoFilter: true,
  sort: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
};

function dress(target: ExcelJS.Column, column: Column): void {
  target.width = column.width;
  target.font = cellFont;
  target.numFmt = columnFormat(column);
  target.hidden = column.isHidden ?? false;
  target.alignment = { vertical: "top", wrapText: column.kind === "text" };
  target.protection = { locked: column.isLocked ?? false };
}

function writeHead(page: ExcelJS.Worksheet, sheet: Sheet): void {
  const head = page.getRow(1);
  for (const [index, column] of sheet.columns.entries()) {
    const cell = head.getCell(index + 1);
    cell.value = column.heading;
    cell.style = headStyle;
  }
}

/** Formats of single numbers, and for every entered or prepared row the choices and hints of its columns. */
function dressCells(page: ExcelJS.Worksheet, sheet: Sheet, lists: ChoiceLists): void {
  const lastRow = 1 + sheet.rows.length + (sheet.spareRows ?? 0);
  for (const [index, column] of sheet.columns.entries()) {
    const validation = lists.validationOf(column);
    for (let row = 2; row <= lastRow; row += 1) {
      const own = sheet.rows[row - 2]?.[index];
      if (own === undefined && !validation) continue;
      const cell = page.getCell(row, index + 1);
      if (typeof own === "object" && own && "value" in own) cell.numFmt = numberFormat(own.decimals);
      if (validation) cell.dataValidation = validation;
    }
  }
}

function written(cell: Cell | undefined, column: Column | undefined): ExcelJS.CellValue {
  if (typeof cell === "object" && cell) return "runs" in cell ? markedText(cell) : cell.value;
  if (typeof cell !== "string") return cell ?? null;
  if (cell === "") return null;
  if (column?.kind === "day") return excelDay(cell);
  return withinCell(cell);
}

function withinCell(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 6)}…（以下略）`;
}

/** Words with their own marks; a text without any mark, or too long for a cell, is a plain one. */
function markedText({ runs }: MarkedText): ExcelJS.CellValue {
  const whole = runs.map(({ text }) => text).join("");
  if (whole.length > longestCell || !runs.some(isMarked)) return withinCell(whole) || null;
  return {
    richText: runs
      .filter(({ text }) => text !== "")
      .map((run) => ({
        text: run.text,
        font: { ...cellFont, bold: run.isBold ?? false, underline: run.isUnderlined ?? false },
      })),
  };
}

function isMarked({ isBold = false, isUnderlined = false }: MarkedText["runs"][number]): boolean {
  return isBold || isUnderlined;
}

/** Excel counts days from 1899-12-30, so that 1970-01-01 is day 25,569. */
function excelDay(day: string): number {
  return midnightOf(day).getTime() / 86_400_000 + 25_569;
}
