import type { DataValidation, Workbook as ExcelWorkbook } from "exceljs";
import type { Column, Sheet } from "./workbook.ts";

/** The rules that Excel applies to what is entered: lists of words, and hints. */
export interface ChoiceLists {
  /** The rule of a column's cells, or undefined where anything may be entered and nothing is said. */
  validationOf(column: Column): DataValidation | undefined;
}

/**
 * Writes the words of all columns on a hidden sheet and refers to them: a list written into the rule itself may have only 255
 * signs and no comma in a word.
 */
export function choiceLists(book: ExcelWorkbook, sheets: readonly Sheet[]): ChoiceLists {
  const ranges = new Map<string, string>();
  const lists = sheets.flatMap((sheet) => sheet.columns.flatMap((column) => (column.choices ? [column.choices] : [])));
  if (lists.length > 0) {
    const page = book.addWorksheet("選択肢", { state: "veryHidden" });
    for (const words of lists) {
      if (ranges.has(keyOf(words))) continue;
      const column = page.getColumn(ranges.size + 1);
      column.numFmt = "@";
      column.values = [...words];
      ranges.set(keyOf(words), `選択肢!$${column.letter}$1:$${column.letter}$${Math.max(1, words.length)}`);
    }
  }
  return { validationOf: (column) => validation(column, ranges) };
}

function keyOf(words: readonly string[]): string {
  return words.join("\n");
}

function validation(column: Column, ranges: ReadonlyMap<string, string>): DataValidation | undefined {
  const range = column.choices && ranges.get(keyOf(column.choices));
  const hint = column.hint
    ? { showInputMessage: true, promptTitle: column.heading.slice(0, 32), prompt: column.hint }
    : {};
  if (!range)
    return column.hint
      ? { type: "textLength", operator: "greaterThanOrEqual", formulae: [0], allowBlank: true, ...hint }
      : undefined;
  return {
    type: "list",
    allowBlank: true,
    formulae: [range],
    showErrorMessage: true,
    errorTitle: "選べる言葉ではありません",
    error: "一覧から選んでください。",
    ...hint,
  };
}
