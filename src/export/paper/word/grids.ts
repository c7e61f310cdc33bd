import { AlignmentType, BorderStyle, Paragraph, TableCell, TableRow, VerticalAlign, WidthType } from "docx";
import type { Hue } from "../hues.ts";
import type { Block, Grid, GridCell } from "../paper.ts";
import type { WordBlock } from "./blocks.ts";
import { fillOf, noLines } from "./look.ts";
import { runsOf, textRuns } from "./runs.ts";
import { gapAfter, widthsOf, wordTable } from "./tables.ts";

type Render = (block: Block) => WordBlock[];

/** A table as its writer made it, ruled on all sides since its cells may reach over others; its head repeats on every page. */
export function gridOf(grid: Grid, hue: Hue, render: Render): WordBlock[] {
  const widths = widthsOf(grid.shares);
  const rows = grid.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        ...(at < grid.headRows && { tableHeader: true }),
        children: row.map((cell) => cellOf(cell, { widths, hue, render })),
      }),
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: "B8B8B8" };
  const borders = Object.fromEntries(Object.keys(noLines).map((side) => [side, line]));
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 80, after: 40 },
    children: textRuns(grid.caption, { bold: true, size: 18 }),
  });
  return [...(grid.caption === "" ? [] : [caption]), wordTable(widths, rows, borders), gapAfter()];
}

interface CellPlace {
  readonly widths: readonly number[];
  readonly hue: Hue;
  readonly render: Render;
}

function cellOf(cell: GridCell, { widths, hue, render }: CellPlace): TableCell {
  const { column, rowspan, colspan, isHead } = cell;
  const width = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, 0);
  const children = cell.blocks.flatMap((block) => (block.kind === "text" ? lineOf(block, isHead) : render(block)));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    rowSpan: rowspan,
    columnSpan: colspan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    ...(isHead && { shading: fillOf(hue.soft) }),
    children: children.length > 0 ? children : [new Paragraph({})],
  });
}

function lineOf({ runs }: Extract<Block, { kind: "text" }>, isHead: boolean): WordBlock[] {
  const alignment = isHead ? AlignmentType.CENTER : AlignmentType.START;
  const look = { size: 18, ...(isHead && { bold: true }) };
  return [new Paragraph({ alignment, spacing: { after: 0, line: 250 }, children: runsOf(runs, look) })];
}
