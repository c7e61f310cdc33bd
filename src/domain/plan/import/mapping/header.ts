import { findYear } from "#kernel/japanese-year.ts";
import { cellText, type Sheet } from "#kernel/sheet.ts";
import { looksLikeHeader, type LevelName } from "./columns.ts";

/** The rows that name the columns, as zero-based indexes, both included. */
export interface HeaderRows {
  readonly from: number;
  readonly to: number;
}

const searched = 40;

/**
 * Finds the header: the row in which most cells look like column heads, with the rows above and below that belong to it
 * (two-row headers). Undefined when no row has two heads.
 */
export function findHeader(sheet: Sheet, levels: readonly LevelName[]): HeaderRows | undefined {
  const scores = sheet.rows.slice(0, searched).map((_, row) => headsIn(sheet, row, levels));
  const best = Math.max(0, ...scores);
  if (best < 2) return undefined;
  const row = scores.indexOf(best);
  return { from: isHeaderAbove(sheet, row, levels) ? row - 1 : row, to: lastHeaderRow(sheet, row, levels) };
}

function headsIn(sheet: Sheet, row: number, levels: readonly LevelName[]): number {
  return new Set(textsIn(sheet, row).filter((text) => looksLikeHeader(text, levels))).size;
}

function textsIn(sheet: Sheet, row: number): string[] {
  return (sheet.rows[row] ?? []).map((cell) => cellText(cell)).filter((text) => text !== "");
}

/** A row above belongs to the header when it names groups of columns; a title alone does not. */
function isHeaderAbove(sheet: Sheet, row: number, levels: readonly LevelName[]): boolean {
  const above = textsIn(sheet, row - 1);
  const spansDown = sheet.merges.some((merge) => merge.top === row - 1 && merge.bottom >= row);
  return above.length >= 2 && (spansDown || above.some((text) => looksLikeHeader(text, levels)));
}

/** Rows below belong to it while cells of the header reach down into them, or while they hold nothing but years and units. */
function lastHeaderRow(sheet: Sheet, row: number, levels: readonly LevelName[]): number {
  let last = row;
  for (const merge of sheet.merges)
    if (merge.top <= row && merge.bottom > last && merge.bottom <= row + 3 && merge.top > row - 3) last = merge.bottom;
  while (last < row + 3 && isSubHeader(textsIn(sheet, last + 1), levels)) last++;
  return last;
}

function isSubHeader(texts: readonly string[], levels: readonly LevelName[]): boolean {
  const isHead = (text: string) =>
    (findYear(text) !== undefined && text.length <= 14) ||
    /^[(（].{1,8}[)）]$/u.test(text) ||
    looksLikeHeader(text, levels);
  return texts.length > 0 && texts.every(isHead);
}

/** The name of every column: the texts of its header cells from top to bottom, merged cells spread over what they cover. */
export function headerTexts(sheet: Sheet, { from, to }: HeaderRows): string[] {
  const rows = Array.from({ length: to - from + 1 }, (_, offset) => spreadRow(sheet, from + offset));
  const width = Math.max(
    0,
    ...rows.map((row) => row.length),
    ...sheet.rows.slice(to + 1, to + 50).map((row) => row.length),
  );
  return Array.from({ length: width }, (_, column) =>
    joined(rows.map((row, index) => row[column] || groupAbove(rows, index, column))),
  );
}

function spreadRow(sheet: Sheet, row: number): string[] {
  const texts = (sheet.rows[row] ?? []).map((cell) => cellText(cell).replaceAll(/\s*\n\s*/gu, ""));
  for (const merge of sheet.merges) {
    if (merge.top > row || merge.bottom < row) continue;
    const text = cellText(sheet.rows[merge.top]?.[merge.left]).replaceAll(/\s*\n\s*/gu, "");
    for (let column = merge.left; column <= merge.right; column++) texts[column] = text;
  }
  return Array.from(texts, (text) => text ?? "");
}

/** Offices also leave the cells right of a group's name empty without merging: the name reaches over the years below it. */
function groupAbove(rows: readonly (readonly string[])[], index: number, column: number): string {
  const below = rows[index + 1]?.[column] ?? "";
  if (below === "" || findYear(below) === undefined) return "";
  const row = rows[index] ?? [];
  for (let left = column - 1; left >= 0; left--) {
    if (row[left]) return findYear(rows[index + 1]?.[left] ?? "") ? (row[left] ?? "") : "";
  }
  return "";
}

function joined(parts: readonly string[]): string {
  return parts.filter((part, index) => part !== "" && part !== parts[index - 1]).join(" ");
}
