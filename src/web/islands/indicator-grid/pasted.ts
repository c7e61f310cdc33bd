import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { folded } from "#kernel/folding.ts";
import { parseFiscalYear } from "#kernel/japanese-year.ts";
import type { Place } from "./model.ts";

/** What laying a block needs to know of the table: which rows and years it has, and how its cells are counted. */
export interface BlockModel {
  readonly rows: readonly { readonly code: string; readonly name: string }[];
  readonly years: readonly number[];
}

/** A block from the clipboard, laid over the grid. */
export interface PastedBlock {
  readonly cells: readonly { readonly place: Place; readonly text: string }[];
  /** What has no place in the grid, in words. */
  readonly lost: readonly string[];
  /** How the block was laid: by its own years and names, or from the cell where it was put. */
  readonly isByYear: boolean;
  readonly isByName: boolean;
}

/** Whether copied text is more than one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ""));
}

/** The cells of copied text: tabs between cells, line ends between rows, quotes around what holds either. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const plain = `${text.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "")}\n`;
  for (const [, quoted, bare = "", end] of plain.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))([\t\n])/g)) {
    row.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    if (end !== "\n") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Lays a copied block over the grid. A first row of fiscal years (和暦 or 西暦) chooses the columns; codes or names of indicators in
 * the columns before them choose the rows; otherwise the block begins at `from`.
 */
export function laidOver(model: BlockModel, from: Place, rows: readonly (readonly string[])[]): PastedBlock {
  const heads = yearHeads(rows);
  const labels = labelColumns(model, rows, heads);
  const body = heads ? rows.slice(1) : rows;
  const start = { row: Math.floor(from / model.years.length), column: from % model.years.length };
  const columns = columnsOf({ model, rows, heads, labels, start: start.column });
  const lost: string[] = [];
  const cells = body.flatMap((texts, index) => {
    const values = texts.slice(labels);
    const row = labels > 0 ? rowNamed(model, texts.slice(0, labels)) : start.row + index;
    if (row === undefined || row >= model.rows.length) {
      if (values.some((text) => text !== "")) lost.push(lostRow(texts, labels, index + (heads ? 2 : 1)));
      return [];
    }
    return values.flatMap((text, at) => {
      const column = columns[at];
      return column === undefined ? [] : [{ place: row * model.years.length + column, text }];
    });
  });
  const outside = columns.flatMap((column, at) =>
    column === undefined ? [lostColumn(rows[0]?.[at + labels], heads)] : [],
  );
  return { cells, lost: [...outside, ...lost], isByYear: heads !== undefined, isByName: labels > 0 };
}

/** The years of the first row, one a column (undefined before the first), when it has nothing else. */
function yearHeads(rows: readonly (readonly string[])[]): readonly (number | undefined)[] | undefined {
  const [first = [], ...body] = rows;
  if (body.length === 0) return undefined;
  const years = first.map((text) => parseFiscalYear(text));
  const begin = years.findIndex((year) => year !== undefined);
  if (begin < 0 || years.slice(begin).includes(undefined)) return undefined;
  const isNamed = first.some((text) => /[年度A-Za-zＡ-Ｚａ-ｚ]/u.test(text));
  const inOrder = years.slice(begin).every((year, index, all) => index === 0 || (year ?? 0) > (all[index - 1] ?? 0));
  return isNamed || (inOrder && begin > 0) ? years : undefined;
}

/** How many columns at the left name the indicators. */
function labelColumns(
  model: BlockModel,
  rows: readonly (readonly string[])[],
  heads: readonly (number | undefined)[] | undefined,
): number {
  if (heads) return heads.findIndex((year) => year !== undefined);
  const named = rows.filter((texts) => rowNamed(model, texts.slice(0, 1)) !== undefined).length;
  return named > 0 && named * 2 >= rows.length && (rows[0]?.length ?? 0) > 1 ? 1 : 0;
}

/** The row whose code or name stands among these texts. */
function rowNamed(model: BlockModel, texts: readonly string[]): number | undefined {
  const words = texts.filter((text) => text !== "").map(folded);
  const found = (by: "code" | "name") =>
    model.rows.findIndex((row) => row[by] !== "" && words.includes(folded(row[by])));
  const row = found("code") >= 0 ? found("code") : found("name");
  return row < 0 ? undefined : row;
}

interface Columns {
  readonly model: BlockModel;
  readonly rows: readonly (readonly string[])[];
  readonly heads: readonly (number | undefined)[] | undefined;
  readonly labels: number;
  readonly start: number;
}

/** The grid's column of each value column of the block. */
function columnsOf({ model, rows, heads, labels, start }: Columns): (number | undefined)[] {
  const width = Math.max(...rows.map((texts) => texts.length)) - labels;
  return Array.from({ length: width }, (_, index) => {
    const column = heads ? model.years.indexOf(heads[index + labels] ?? 0) : start + index;
    return column >= 0 && column < model.years.length ? column : undefined;
  });
}

function lostColumn(head: string | undefined, heads: readonly unknown[] | undefined): string {
  if (!heads) return "右にはみ出した列";
  const year = parseFiscalYear(head ?? "");
  return `「${year === undefined ? (head ?? "") : fiscalYearLabel(year)}」の列（この表にない年度）`;
}

function lostRow(texts: readonly string[], labels: number, number: number): string {
  const label = texts.slice(0, labels).filter(Boolean).join(" ");
  return label === "" ? `${number}行目（指標の行がない）` : `「${label}」の行（この表にない指標）`;
}
