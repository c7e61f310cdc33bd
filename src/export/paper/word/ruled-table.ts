import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type ITableCellOptions,
} from "docx";
import type { RuledGroup, RuledTable, Run } from "../paper.ts";
import { fillOf, landscapeWidth, noLines } from "./look.ts";
import { runsOf } from "./runs.ts";
import { widthsOf } from "./tables.ts";

const size = 17;
const line = { style: BorderStyle.SINGLE, size: 4, color: "333333" };
const lines = Object.fromEntries(Object.keys(noLines).map((side) => [side, line]));

/** A table as offices rule them: the head on every page, rows that go on over the end of a page, lines across between groups. */
export function ruledTableOf({ columns, groups }: RuledTable): WordTable[] {
  const widths = widthsOf(
    columns.map(({ share }) => share),
    landscapeWidth,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, index) =>
      cellOf([{ text: heading, isBold: true }], {
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        shading: fillOf("#eeeeee"),
        verticalAlign: VerticalAlign.CENTER,
      }),
    ),
  });
  return [
    new WordTable({
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: landscapeWidth, type: WidthType.DXA },
      borders: lines,
      rows: [head, ...groups.flatMap((group) => rowsOf(group, widths))],
    }),
  ];
}

function rowsOf({ title, rows }: RuledGroup, widths: readonly number[]): TableRow[] {
  const across = new TableRow({
    cantSplit: true,
    children: [cellOf([{ text: title, isBold: true }], { columnSpan: widths.length, shading: fillOf("#f7f7f7") })],
  });
  const own = rows.map(
    (row) =>
      new TableRow({
        children: widths.map((width, index) =>
          cellOf(row[index] ?? [], { width: { size: width, type: WidthType.DXA } }),
        ),
      }),
  );
  return title === "" ? own : [across, ...own];
}

/** A heading stays with what stands under it, and a head stands in the middle. */
function cellOf(runs: readonly Run[], look: Omit<ITableCellOptions, "children">): TableCell {
  return new TableCell({
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...look,
    children: [
      new Paragraph({
        alignment: look.verticalAlign ? AlignmentType.CENTER : AlignmentType.START,
        keepNext: look.columnSpan !== undefined,
        spacing: { after: 0, line: 260 },
        children: runsOf(runs, { size }),
      }),
    ],
  });
}
