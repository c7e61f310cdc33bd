import type ExcelJS from "exceljs";
import { ruledBorder } from "./styles.ts";
import type { Cell, Column, Sheet } from "./workbook.ts";

/**
 * Makes a sheet one that is printed as it is: lines around every cell, and rows as high as their text, since not every program works
 * out heights when it opens a file.
 */
export function ruleAsForm(page: ExcelJS.Worksheet, { columns, rows }: Sheet): void {
  for (let number = 1; number <= rows.length + 1; number += 1) {
    const row = page.getRow(number);
    for (let column = 1; column <= columns.length; column += 1) row.getCell(column).border = ruledBorder;
    const cells = number === 1 ? columns.map(({ heading }) => heading) : (rows[number - 2] ?? []);
    row.height = heightOf(cells, columns);
  }
}

/** In points. */
const lineHeight = 15;
/** Excel knows no higher row. */
const highest = 409;

function heightOf(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = cells.map((cell, index) => linesOf(wordsOf(cell), columns[index]?.width ?? 0));
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + 3);
}

function wordsOf(cell: Cell): string {
  if (typeof cell === "object" && cell) return "runs" in cell ? cell.runs.map(({ text }) => text).join("") : "";
  return typeof cell === "string" ? cell : "";
}

/** Lines of a text in a column: a Japanese sign is as wide as two of the half-width signs in which Excel counts. */
function linesOf(words: string, width: number): number {
  const room = Math.max(2, width - 2);
  return words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / room)), 0);
}

function halfWidths(line: string): number {
  return [...line].reduce((sum, sign) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(sign) ? 1 : 2), 0);
}
