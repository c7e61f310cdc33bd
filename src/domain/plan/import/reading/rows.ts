import { halfWidth } from "#kernel/japanese-number.ts";
import { cellText, type Cell, type Sheet } from "#kernel/sheet.ts";
import type { ColumnRole } from "../mapping/columns.ts";
import type { Mapping, SkippedRow, SkipReason } from "../model.ts";

/** A row of data: its cells with merged tree cells spread downwards. */
export interface DataRow {
  /** Row number from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Columns that are said once for many rows, so that a merged cell counts for every row it covers. */
function isSharedRole(role: ColumnRole): boolean {
  return (
    /^(?:level|code|field):/.test(role) ||
    ["keyword", "division", "relatedDivisions", "priority", "sdgs"].includes(role)
  );
}

/** The rows below the header that hold data, and every filled row that is left out, with why. */
export function readRows(sheet: Sheet, mapping: Mapping): { readonly rows: DataRow[]; readonly skipped: SkippedRow[] } {
  const rows: DataRow[] = [];
  const skipped: SkippedRow[] = [];
  const hidden = new Set(mapping.includesHidden ? [] : sheet.hiddenRows);
  const spread = spreadDown(sheet, mapping);
  const heads = rowTexts(sheet, mapping.header.to);
  sheet.rows.forEach((cells, index) => {
    if (index >= mapping.header.from && index <= mapping.header.to) return;
    const texts = rowTexts(sheet, index);
    if (texts.length === 0) return;
    const reason =
      index < mapping.header.from
        ? "aboveHeader"
        : hidden.has(index)
          ? "hidden"
          : skipReason({ cells, texts, heads, mapping });
    if (reason) skipped.push({ row: index + 1, reason, text: texts.join("　").slice(0, 200) });
    else
      rows.push({
        row: index + 1,
        cells: mapping.columns.map((_, column) => spread.get(`${index}:${column}`) ?? cells[column] ?? null),
      });
  });
  const notes = trailingNotes(rows, skipped);
  return {
    rows: rows.slice(0, rows.length - notes.length),
    skipped: [...skipped, ...notes].sort((one, other) => one.row - other.row),
  };
}

/** Below the first note at the end, what stands alone in its row is a note too (「作成：企画課」). */
function trailingNotes(rows: readonly DataRow[], skipped: readonly SkippedRow[]): SkippedRow[] {
  const lastData = rows.findLast(({ cells }) => cells.filter((cell) => cellText(cell) !== "").length > 1)?.row ?? 0;
  const hasNote = skipped.some(({ row, reason }) => reason === "note" && row > lastData);
  const isNote = (text: string) => hasNote || signature.test(text);
  return rows.flatMap(({ row, cells }) => {
    const text = cellText(cells.find((cell) => cellText(cell) !== "") ?? null);
    return row > lastData && isNote(text) ? [{ row, reason: "note" as const, text }] : [];
  });
}

const signature = /^(?:作成|担当|問い?合わ?せ先?|連絡先|更新日?|凡例)\s*[:：]/u;

function rowTexts(sheet: Sheet, index: number): string[] {
  return (sheet.rows[index] ?? []).map((cell) => cellText(cell)).filter((text) => text !== "");
}

function spreadDown(sheet: Sheet, mapping: Mapping): Map<string, Cell> {
  const spread = new Map<string, Cell>();
  for (const { top, left, bottom } of sheet.merges) {
    const role = mapping.columns[left]?.role;
    if (top <= mapping.header.to || bottom === top || !role || !isSharedRole(role)) continue;
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row++)
      spread.set(`${row}:${left}`, sheet.rows[top]?.[left] ?? null);
  }
  return spread;
}

interface RowInQuestion {
  readonly cells: readonly Cell[];
  readonly texts: readonly string[];
  readonly heads: readonly string[];
  readonly mapping: Mapping;
}

const noteSign = /^\s*(?:※|＊|\*|注\s*[)）:：\d]|[（(]\s*注|注意|備考|出典\s*[:：]|資料\s*[:：]|[（(]\s*単位)/u;
const totalSign = /^(?:合\s*計|小\s*計|総\s*計|計|総\s*数\s*計)$/u;

function skipReason({ cells, texts, heads, mapping }: RowInQuestion): SkipReason | undefined {
  if (noteSign.test(texts[0] ?? "") && texts.length <= 2) return "note";
  const named = mapping.columns.flatMap(({ role }, column) =>
    /^level:|^indicatorName$/.test(role) ? [cellText(cells[column])] : [],
  );
  if (named.some((text) => totalSign.test(halfWidth(text).trim()))) return "total";
  if (texts.length >= 2 && texts.filter((text) => heads.includes(text)).length >= Math.max(2, texts.length * 0.6))
    return "repeatedHeader";
  const isMapped = mapping.columns.some(({ role }, column) => role !== "ignore" && cellText(cells[column]) !== "");
  return isMapped ? undefined : "nothingMapped";
}
