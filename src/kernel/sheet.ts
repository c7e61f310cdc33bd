/** Tables as they come out of an office's files (Excel, CSV): what stood in each cell, before anyone says what it means. */

/** A file's sheets, in the order of their tabs. */
export interface Workbook {
  readonly kind: "excel" | "csv";
  /** How a CSV file's characters were written; the page says so when it was Shift_JIS (CP932). */
  readonly encoding?: "utf-8" | "shift_jis" | "utf-16";
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows from row 1 on; each row holds its cells from column A on and ends at the last filled one. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** Indexes of rows that the office had hidden. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export type SheetRow = readonly Cell[];

/** A cell: nothing, text as it stood, or a number, day or formula error with the text that Excel showed for it. */
export type Cell = null | string | NumberCell | DayCell | ErrorCell;

export interface NumberCell {
  readonly number: number;
  readonly text: string;
}

export interface DayCell {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
}

export interface ErrorCell {
  /** 「#REF!」「#DIV/0!」 … */
  readonly error: string;
  readonly text: string;
}

/** Merged cells, as zero-based indexes, ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a person sees in the cell, without the spaces around it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return (typeof cell === "string" ? cell : cell.text).trim();
}

/** 「A」「Z」「AA」: a column's letters as Excel shows them. */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
