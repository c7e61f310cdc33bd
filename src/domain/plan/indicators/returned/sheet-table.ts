import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { parseFiscalYear } from "#kernel/japanese-year.ts";
import { cellText, columnLetters, type Cell, type Sheet } from "#kernel/sheet.ts";
import { headings } from "./form.ts";
import type { Issue } from "./model.ts";

/** A sheet of values, understood by its headings and not by the places of its columns. */
export interface SheetTable {
  readonly columns: readonly { readonly index: number; readonly year: number }[];
  readonly rows: readonly TableRow[];
  readonly issues: readonly Issue[];
}

export interface TableRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly codeColumn: string;
  readonly nameColumn: string;
  readonly cells: readonly Cell[];
}

const known = new Set<string>(Object.values(headings));

/** Reads the headings and the rows below them; what is missing, doubled or in another order is told. */
export function sheetTable(sheet: Sheet, years: readonly number[]): SheetTable {
  const head = sheet.rows.findIndex((row) => [headings.code, headings.name].every((each) => indexOf(row, each) >= 0));
  if (head < 0) {
    const message = `見出し「${headings.code}」「${headings.name}」の行がありません。書き出したファイルの見出しを消さずに使ってください。`;
    return { columns: [], rows: [], issues: [{ kind: "fault", ...spot(sheet, -1), value: "", message }] };
  }
  const heads = sheet.rows[head] ?? [];
  const columns = heads.flatMap((cell, index) => {
    const year = parseFiscalYear(cellText(cell));
    return year === undefined ? [] : [{ index, year }];
  });
  const firsts = columns.filter(({ year }, place) => columns.findIndex((each) => each.year === year) === place);
  return {
    columns: firsts,
    rows: rowsBelow(sheet, head, heads),
    issues: [
      ...columns.filter((column) => !firsts.includes(column)).map((column) => doubled(sheet, head, column)),
      ...unreadHeads(sheet, head),
      ...missingYears(sheet, years, firsts),
      ...otherOrder(sheet, head, firsts),
    ],
  };
}

function indexOf(row: readonly Cell[], heading: string): number {
  return row.findIndex((cell) => cellText(cell) === heading);
}

function spot({ name }: Sheet, row: number, index?: number) {
  return { sheet: name, row: row + 1, column: index === undefined ? "" : columnLetters(index) };
}

function rowsBelow(sheet: Sheet, head: number, heads: readonly Cell[]): TableRow[] {
  const [id, code, name] = [headings.id, headings.code, headings.name].map((each) => indexOf(heads, each));
  return sheet.rows.slice(head + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cellText(cell) === "")) return [];
    const number = head + index + 2;
    const words = { id: textAt(cells, id), code: textAt(cells, code), name: textAt(cells, name) };
    return [{ number, ...words, codeColumn: columnLetters(code ?? 0), nameColumn: columnLetters(name ?? 0), cells }];
  });
}

function textAt(row: readonly Cell[], index: number | undefined): string {
  return cellText(row[index ?? -1]);
}

function doubled(
  sheet: Sheet,
  head: number,
  { index, year }: { readonly index: number; readonly year: number },
): Issue {
  const message = `${fiscalYearLabel(year)}の列が2つあります。1つにしてください。`;
  return { kind: "fault", ...spot(sheet, head, index), value: cellText(sheet.rows[head]?.[index]), message };
}

/** Headings that name no year, above values. */
function unreadHeads(sheet: Sheet, head: number): Issue[] {
  const width = Math.max(...sheet.rows.slice(head).map((row) => row.length));
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const heading = cellText(sheet.rows[head]?.[index]);
    const isUnderstood = known.has(heading) || parseFiscalYear(heading) !== undefined;
    const isEmpty = sheet.rows.slice(head + 1).every((row) => cellText(row[index]) === "");
    if (isUnderstood || isEmpty) return [];
    const message =
      "見出しを年度として読めないため、この列の値を取り込めません。「令和8年度」のように書くか、列を消してください。";
    return [{ kind: "fault" as const, ...spot(sheet, head, index), value: heading, message }];
  });
}

function missingYears(sheet: Sheet, years: readonly number[], columns: SheetTable["columns"]): Issue[] {
  const missing = years.filter((year) => !columns.some((column) => column.year === year));
  return missing.map((year) => {
    const message = `${fiscalYearLabel(year)}の列がありません。この年度の値は変わりません。`;
    return { kind: "note", ...spot(sheet, -1), value: "", message };
  });
}

function otherOrder(sheet: Sheet, head: number, columns: SheetTable["columns"]): Issue[] {
  return columns.flatMap(({ index, year }, place) => {
    if (year > (columns[place - 1]?.year ?? 0)) return [];
    const value = cellText(sheet.rows[head]?.[index]);
    const message = "年度の列の順が変わっています。見出しのとおりに読みました。";
    return [{ kind: "note" as const, ...spot(sheet, head, index), value, message }];
  });
}
