import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { legible } from "#kernel/legible.ts";
import type { Cell, MergedRange, Sheet, Workbook } from "#kernel/sheet.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals } from "./refusals.ts";

/** An Excel book (.xlsx, .xlsm, .xls …) as it shows itself: formulas as their last computed values, macros never run. */
export function readExcel(bytes: Buffer): Workbook {
  const book = open(bytes);
  if (book.SheetNames.length > sheetLimits.sheets) throw new SheetRefused(sheetRefusals.tooManySheets);
  const startsIn1904 = book.Workbook?.WBProps?.date1904 === true;
  let [cells, characters] = [0, 0];
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = toSheet({
      name,
      isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      source: book.Sheets[name] ?? {},
      startsIn1904,
    });
    cells += sheet.rows.reduce((total, row) => total + row.length, 0);
    if (cells > sheetLimits.cells) throw new SheetRefused(sheetRefusals.tooManyCells);
    characters += sheet.rows.reduce((total, row) => total + row.reduce((sum, cell) => sum + lengthOf(cell), 0), 0);
    if (characters > sheetLimits.characters) throw new SheetRefused(sheetRefusals.tooMuchText);
    return sheet;
  });
  return { kind: "excel", sheets };
}

function open(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      cellStyles: true, // hidden rows and columns are read only with the styles
      sheetRows: sheetLimits.rows + 1,
    });
  } catch (error) {
    const isEncrypted = /password|encrypt/i.test(error instanceof Error ? error.message : String(error));
    throw new SheetRefused(isEncrypted ? sheetRefusals.encrypted : sheetRefusals.corrupt);
  }
}

interface Source {
  readonly name: string;
  readonly isHidden: boolean;
  readonly source: WorkSheet;
  readonly startsIn1904: boolean;
}

function toSheet({ name, isHidden, source, startsIn1904 }: Source): Sheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = source["!data"] ?? [];
  const rows = Array.from(data, (row) => trimmed(Array.from(row ?? [], (cell) => toCell(cell, startsIn1904))));
  while (rows.at(-1)?.length === 0) rows.pop();
  if (rows.length > sheetLimits.rows) throw new SheetRefused(sheetRefusals.tooManyRows);
  if (rows.some((row) => row.length > sheetLimits.columns)) throw new SheetRefused(sheetRefusals.tooManyColumns);
  return {
    name,
    isHidden,
    rows,
    merges: mergesWithin(source["!merges"] ?? [], rows),
    hiddenRows: hiddenIndexes(source["!rows"], rows.length),
    hiddenColumns: hiddenIndexes(source["!cols"], sheetLimits.columns),
  };
}

function lengthOf(cell: Cell): number {
  return typeof cell === "string" ? cell.length : (cell?.text.length ?? 0);
}

/** Merged ranges as far as there are cells: whole columns may be merged. Together they cover no more than a sheet can hold. */
function mergesWithin(ranges: NonNullable<WorkSheet["!merges"]>, rows: readonly (readonly Cell[])[]): MergedRange[] {
  const lastColumn = rows.reduce((widest, row) => Math.max(widest, row.length), 0) - 1;
  const merges = ranges
    .map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, rows.length - 1),
      right: Math.min(e.c, lastColumn),
    }))
    .filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
  const covered = merges.reduce(
    (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
    0,
  );
  if (covered > sheetLimits.cells || merges.length > sheetLimits.merges)
    throw new SheetRefused(sheetRefusals.overlappingMerges);
  return merges;
}

function trimmed(row: Cell[]): Cell[] {
  while (row.length > 0 && row.at(-1) === null) row.pop();
  return row;
}

function hiddenIndexes(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined, limit: number): number[] {
  const hidden: number[] = [];
  (infos ?? []).slice(0, limit).forEach((info, index) => info?.hidden && hidden.push(index)); // forEach skips the holes
  return hidden;
}

function toCell(cell: CellObject | undefined, startsIn1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === "n" && typeof cell.v === "number") return numberCell(cell.v, cell, startsIn1904);
  if (cell.t === "e") return { error: cell.w ?? "#ERROR!", text: cell.w ?? "#ERROR!" };
  const text = typeof cell.v === "boolean" ? (cell.v ? "TRUE" : "FALSE") : legible(String(cell.v));
  return text.trim() === "" ? null : text.replaceAll("\r\n", "\n");
}

function numberCell(number: number, cell: CellObject, startsIn1904: boolean): Cell {
  const format = typeof cell.z === "string" ? cell.z : "General";
  if (SSF.is_date(format) && number >= 1) {
    const { y, m, d } = SSF.parse_date_code(number, { date1904: startsIn1904 });
    const day = [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
    // The library can't print Japanese era formats, so the day is printed here.
    return { day, text: /[ge]/.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]/g, "")) ? warekiDate(day) : (cell.w ?? day) };
  }
  const value = Number(number.toPrecision(15)); // Excel itself computes with 15 digits; 0.1+0.2 is 0.3 to the office
  return { number: value, text: (cell.w ?? String(value)).trim() };
}
