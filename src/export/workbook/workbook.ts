/** What a writer of Excel files (.xlsx) is handed: a workbook (ブック) of plain tables. Values only; a text is never a formula. */
export interface Workbook {
  readonly title: string;
  /** The day (YYYY-MM-DD) noted in the file as its making: told by the content, so that the same content gives the same bytes. */
  readonly madeOn: string;
  readonly sheets: readonly Sheet[];
}

/** A sheet (シート): one head row, then one row for each thing. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Cells in the order of the columns; a short row ends in empty cells. */
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight at the left; the head row always stays. */
  readonly frozenColumns?: number;
  /** Forbids changing locked columns and the head, without a password: it guards from slips, not from people. */
  readonly isProtected?: boolean;
  /** Kept in the file and shown to nobody: what a return is compared with. */
  readonly isHidden?: boolean;
  /** Lines around every cell, to be printed as a form. */
  readonly isRuled?: boolean;
  /** Rows prepared below the last one with the columns' formats, choices and locks; none when not said. */
  readonly spareRows?: number;
}

export interface Column {
  readonly heading: string;
  /** In half-width signs, as Excel counts. */
  readonly width: number;
  /** "any" takes what is entered as Excel understands it. */
  readonly kind: "text" | "number" | "day" | "any";
  /** Decimals shown of numbers; a cell may say its own. None: as many as the value has. */
  readonly decimals?: number;
  /** The words that may be entered; Excel refuses others. */
  readonly choices?: readonly string[];
  /** Cannot be changed where the sheet is protected. */
  readonly isLocked?: boolean;
  /** Kept in the file and not shown: ids and versions that a return needs. */
  readonly isHidden?: boolean;
  /** A word on what belongs here, shown by Excel when a cell is chosen. */
  readonly hint?: string;
}

/** A text, a number, a day (YYYY-MM-DD in a column of days), nothing, a number with its own decimals, or a text with marked words. */
export type Cell = string | number | null | { readonly value: number; readonly decimals: number } | MarkedText;

export interface MarkedText {
  readonly runs: readonly { readonly text: string; readonly isBold?: boolean; readonly isUnderlined?: boolean }[];
}

/** More signs than this Excel takes for a broken file. */
export const longestCell = 32_767;
