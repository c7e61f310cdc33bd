import { tableGrid, tableLimits, type RichBlock, type RichCell, type RichTable } from "#kernel/rich-text.ts";
import { carried } from "./carried.ts";
import type { WordPackage } from "./package.ts";
import { childOf, elementsIn, isOn, valueOf, wholeIn, type XmlElement } from "./xml.ts";

/** Reads the content of a cell. */
export type ReadCell = (cell: XmlElement) => RichBlock[];

interface Growing {
  readonly type: RichCell["type"];
  readonly colspan: number;
  rowspan: number;
  readonly content: readonly RichBlock[];
}

/** A table of Word as cells that fill a rectangle; undefined when it is too large or its merged cells make none. */
export function tableOf(
  table: XmlElement,
  { caption, file, readCell }: { caption: string; file: WordPackage; readCell: ReadCell },
): RichTable | undefined {
  const rows: Growing[][] = [];
  let above: (Growing | undefined)[] = [];
  for (const row of rowsIn(table)) {
    const read = rowOf(row, above, (cell, isHeadRow) => cellTypeOf(cell, isHeadRow, file));
    rows.push(read.cells.map(({ xml, cell }) => Object.assign(cell, { content: readCell(xml) })));
    above = read.places;
    if (above.length > tableLimits.columns || rows.length > tableLimits.rows) return undefined;
  }
  return padded(rows, caption);
}

function rowsIn(table: XmlElement): XmlElement[] {
  return elementsIn(table).flatMap((child) =>
    child.name === "w:tr" ? [child] : child.name === "w:sdt" ? rowsIn(childOf(child, "w:sdtContent") ?? child) : [],
  );
}

function cellsIn(row: XmlElement): XmlElement[] {
  return elementsIn(row).flatMap((child) =>
    child.name === "w:tc" ? [child] : child.name === "w:sdt" ? cellsIn(childOf(child, "w:sdtContent") ?? child) : [],
  );
}

function cellTypeOf(cell: XmlElement, isHeadRow: boolean, file: WordPackage): RichCell["type"] {
  const style = valueOf(childOf(cell, "w:p"), "w:pPr", "w:pStyle");
  const isHead = isHeadRow || file.styles.get(style ?? "")?.name === carried.tableHead;
  return isHead ? "tableHeader" : "tableCell";
}

interface ReadRow {
  readonly cells: { readonly xml: XmlElement; readonly cell: Growing }[];
  /** The cell over each column. */
  readonly places: (Growing | undefined)[];
}

/** The cells that begin in a row; those that go on from above grow by it. */
function rowOf(
  row: XmlElement,
  above: readonly (Growing | undefined)[],
  typeOf: (cell: XmlElement, isHeadRow: boolean) => RichCell["type"],
): ReadRow {
  const isHeadRow = isOn(childOf(row, "w:trPr"), "w:tblHeader");
  const places: (Growing | undefined)[] = [];
  const cells: ReadRow["cells"] = [];
  for (const xml of cellsIn(row)) {
    const properties = childOf(xml, "w:tcPr");
    const colspan = spanOf(valueOf(properties, "w:gridSpan"));
    const merge = childOf(properties, "w:vMerge");
    const upper = above[places.length];
    const isFirst = upper !== undefined && above[places.length - 1] !== upper;
    const goesOn = merge && merge.attributes["w:val"] !== "restart" && isFirst && upper.colspan === colspan;
    const cell: Growing = goesOn ? upper : { type: typeOf(xml, isHeadRow), colspan, rowspan: 1, content: [] };
    if (goesOn) cell.rowspan += 1;
    else cells.push({ xml, cell });
    for (let at = 0; at < colspan; at += 1) places.push(cell);
    if (places.length > tableLimits.columns) break;
  }
  return { cells, places };
}

/** How many columns a cell covers; one more than a table may have stands for all that are too many. */
function spanOf(told: string | undefined): number {
  return Math.min(Math.max(1, wholeIn(told) ?? 1), tableLimits.columns + 1);
}

/** The table with empty cells where rows are shorter than the longest. */
function padded(rows: readonly (readonly Growing[])[], caption: string): RichTable | undefined {
  const widths = rows.map((_, at) => widthAt(rows, at));
  const columns = Math.max(0, ...widths);
  const content = rows.map((row, at) => ({
    type: "tableRow" as const,
    content: [
      ...row.map(richCell),
      ...Array.from({ length: columns - (widths[at] ?? 0) }, (): RichCell => ({ type: "tableCell", content: [] })),
    ],
  }));
  const table: RichTable = { type: "table", attrs: { caption }, content };
  return rows.length > 0 && tableGrid(table) ? table : undefined;
}

/** How many columns are covered in a row, by its own cells and by those that reach into it. */
function widthAt(rows: readonly (readonly Growing[])[], at: number): number {
  return rows
    .slice(0, at + 1)
    .flatMap((row, index) => row.filter(({ rowspan }) => index + rowspan > at))
    .reduce((sum, { colspan }) => sum + colspan, 0);
}

function richCell({ type, colspan, rowspan, content }: Growing): RichCell {
  return { type, attrs: { colspan, rowspan }, content };
}
