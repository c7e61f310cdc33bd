import type { RichBlock, RichCell, RichRow, RichTable } from "../rich-text/model.ts";
import { tableGrid, tableLimits } from "../rich-text/table-grid.ts";
import { linesOf, type Line, type Noting } from "./lines.ts";
import { endsOpen, withoutEnd, withoutStart } from "./signs.ts";

/** Reads the lines of a cell. */
export type ReadCell = (lines: readonly Line[]) => RichBlock[];

interface Row {
  readonly cells: readonly string[];
  readonly number: number;
}

/** The rows of a table from a line on, and the line at which they end; undefined rows when nothing of it can be used. */
export function takeRows(lines: readonly Line[], start: number, fault: Noting): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  let at = start;
  while (lines[at]?.text.startsWith("|")) {
    const number = lines[at]?.number ?? 0;
    let text = lines[at]?.text ?? "";
    at += 1;
    while (!isWhole(text) && goesOn(text, lines[at])) {
      text += `\n${lines[at]?.text ?? ""}`;
      at += 1;
    }
    if (isWhole(text)) rows.push({ cells: cellsOf(text), number });
    else fault(number, "表の行が「|」で終わっていません。行の右端に「|」を付けてください。");
  }
  return { rows, end: at };
}

/** A cell goes on in the next line, unless that begins a row; a 「\」 at the end goes on in any case. */
function goesOn(text: string, next: Line | undefined): boolean {
  return next !== undefined && (endsOpen(text) || (!next.text.startsWith("|") && next.text.trim() !== ""));
}

/** Places of the bars that part cells: neither guarded nor within a reference. */
function barsIn(text: string): number[] {
  return [...text.matchAll(/\\.|\{\{(?:\\.|[^\\}])*\}\}|\|/gsu)].flatMap((match) =>
    match[0] === "|" ? [match.index] : [],
  );
}

function isWhole(text: string): boolean {
  const bars = barsIn(text);
  return bars.length > 1 && bars.at(-1) === withoutEnd(text).length - 1;
}

function cellsOf(text: string): string[] {
  const bars = barsIn(text);
  return bars.slice(0, -1).map((bar, index) => text.slice(bar + 1, bars[index + 1]));
}

/** A table of rows of cells, where 「<」 and 「^」 belong to the cell at the left and above. */
export function tableOf(
  rows: readonly Row[],
  { caption, readCell, fault }: { caption: string; readCell: ReadCell; fault: Noting },
): RichTable | undefined {
  const first = rows[0];
  if (!first) return undefined;
  const columns = first.cells.length;
  const odd = rows.find(({ cells }) => cells.length !== columns);
  if (odd)
    fault(
      odd.number,
      `表の列の数が、1行目（${columns}列）と違います（${odd.cells.length}列）。「|」の数をそろえてください。`,
    );
  if (columns > tableLimits.columns || rows.length > tableLimits.rows)
    fault(first.number, `表は${tableLimits.columns}列・${tableLimits.rows}行までです。分けて書いてください。`);
  if (odd || columns > tableLimits.columns || rows.length > tableLimits.rows) return undefined;
  const content = rows.map((_, at): RichRow => ({ type: "tableRow", content: rowCells(rows, at, readCell) }));
  const table: RichTable = { type: "table", attrs: { caption }, content };
  if (tableGrid(table)) return table;
  fault(
    first.number,
    "結合したセルが四角になっていません。「<」は左のセル、「^」は上のセルに続くところに書いてください。",
  );
  return undefined;
}

function signAt(rows: readonly Row[], row: number, column: number): string {
  return (rows[row]?.cells[column] ?? "").trim();
}

function rowCells(rows: readonly Row[], row: number, readCell: ReadCell): RichCell[] {
  const own = rows[row];
  return (own?.cells ?? []).flatMap((cell, column): RichCell[] => {
    if (/^[<^]$/.test(cell.trim())) return [];
    const colspan = runOf((at) => signAt(rows, row, column + at) === "<");
    const rowspan = runOf(
      (at) =>
        signAt(rows, row + at, column) === "^" &&
        isRun(colspan, (along) => signAt(rows, row + at, column + along) === "<"),
    );
    const isHead = cell.startsWith("=");
    const attrs = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
    return [
      {
        type: isHead ? "tableHeader" : "tableCell",
        ...(colspan * rowspan > 1 && { attrs }),
        content: contentOf(isHead ? cell.slice(1) : cell, own?.number ?? 0, readCell),
      },
    ];
  });
}

function runOf(reaches: (at: number) => boolean): number {
  let length = 1;
  while (reaches(length)) length += 1;
  return length;
}

function isRun(length: number, holds: (at: number) => boolean): boolean {
  return Array.from({ length: length - 1 }, (_, index) => index + 1).every(holds);
}

function contentOf(words: string, number: number, readCell: ReadCell): RichBlock[] {
  const blocks = readCell(linesOf(withoutEnd(withoutStart(words)), number));
  return blocks.length > 0 ? blocks : [{ type: "paragraph" }];
}
