import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals, uncountedFormulas } from "./refusals.ts";

/** What is declared before an XML's first element stands within so many bytes of its beginning. */
const prologue = 4_096;

/**
 * Looks into an unpacked part of an Excel book for what the reader would pass over without a word: declarations of entities, rows
 * beyond the limit, and formulas that were never counted.
 * @throws SheetRefused
 */
export function inspectPart(name: string, content: Buffer): void {
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return;
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content.toString("latin1", 0, prologue)))
    throw new SheetRefused(sheetRefusals.declaresEntities);
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return;
  if (lastRowWithValue(content) > sheetLimits.rows) throw new SheetRefused(sheetRefusals.tooManyRows);
  const uncounted = uncountedCells(content);
  if (uncounted.length > 0) throw new SheetRefused(uncountedFormulas(uncounted));
}

/** Office programs write rows in order, so the last value stands in the last row that has any. */
function lastRowWithValue(content: Buffer): number {
  const value = Math.max(content.lastIndexOf("<v>"), content.lastIndexOf("<is>"));
  const row = value < 0 ? -1 : content.lastIndexOf("<row", value);
  if (row < 0) return 0;
  return Number(/\sr="(\d+)"/.exec(content.toString("latin1", row, row + 200))?.[1] ?? 0);
}

/** No cell of an office program is longer; what is, is not looked at. */
const longestCell = 200_000;

/**
 * Cells with a formula and no value of it: a program wrote them that does not count, and they would be read as empty. Excel itself
 * leaves out only the value of a text that is empty (t="str").
 */
function uncountedCells(content: Buffer): string[] {
  const found: string[] = [];
  for (let at = content.indexOf("<f"); at >= 0 && found.length < longestList; at = content.indexOf("<f", at + 2)) {
    if (!/[ >/]/.test(content.toString("latin1", at + 2, at + 3))) continue;
    const start = content.lastIndexOf("<c ", at);
    const end = content.indexOf("</c>", at);
    if (start < 0 || end < 0 || end - start > longestCell) continue;
    const cell = content.toString("latin1", start, end);
    if (/<v>[^<]/.test(cell) || /^<c [^>]*\bt="str"/.test(cell)) continue;
    found.push(/\br="([A-Z]+\d+)"/.exec(cell)?.[1] ?? "");
  }
  return found.filter(Boolean);
}

const longestList = 100;
