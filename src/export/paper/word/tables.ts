import {
  AlignmentType,
  InternalHyperlink,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type ParagraphChild,
} from "docx";
import type { Hue } from "../hues.ts";
import type { Facts, Table, TableColumn, Tree, TreeItem } from "../paper.ts";
import { fillOf, noLines, plain, ruled, textWidth } from "./look.ts";
import { bookmarkOf, runsOf, textRuns } from "./runs.ts";

const aligned = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END } as const;

/** A table whose head repeats on every page and whose rows are never cut. */
export function tableOf(table: Table, hue: Hue): (Paragraph | WordTable)[] {
  const size = table.isDense ? 15 : 18;
  const widths = widthsOf(table.columns.map(({ share }) => share));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) => headCell(column, { width: widths[index] ?? 0, size, hue })),
  });
  const rows = table.rows.map(
    (row, line) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map((column, index) =>
          bodyCell(runsOf(row[index] ?? [], { size }), {
            width: widths[index] ?? 0,
            align: aligned[column.align],
            fill: line % 2 === 1 ? hue.pale : "#ffffff",
            isDense: table.isDense ?? false,
          }),
        ),
      }),
  );
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 80, after: 40 },
    children: textRuns(table.caption, { bold: true, size: 18 }),
  });
  return [caption, wordTable(widths, [head, ...rows], ruled(hue)), gapAfter()];
}

function headCell(column: TableColumn, { width, size, hue }: { width: number; size: number; hue: Hue }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: fillOf(column.color ?? hue.strong),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 40, right: 40 },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 0, line: 240 },
        children: textRuns(column.heading, { bold: true, color: "FFFFFF", size }),
      }),
    ],
  });
}

interface CellLook {
  readonly width: number;
  readonly align: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly fill: string;
  readonly isDense: boolean;
}

function bodyCell(children: ParagraphChild[], { width, align, fill, isDense }: CellLook): TableCell {
  const side = isDense ? 20 : 80;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: fillOf(fill),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: isDense ? 10 : 50, bottom: isDense ? 10 : 50, left: side, right: side },
    children: [new Paragraph({ alignment: align, spacing: { after: 0, line: 250 }, children })],
  });
}

/** Names with what they stand for. */
export function factsOf(facts: Facts, hue: Hue): (Paragraph | WordTable)[] {
  const widths = widthsOf([1, 4]);
  const look = (index: number): CellLook => ({
    width: widths[index] ?? 0,
    align: AlignmentType.START,
    fill: "#ffffff",
    isDense: false,
  });
  const rows = facts.items.map(
    ({ name, runs }) =>
      new TableRow({
        cantSplit: true,
        children: [
          bodyCell(textRuns(name, { bold: true, color: plain(hue.strong), size: 18 }), look(0)),
          bodyCell(runsOf(runs, { size: 18 }), look(1)),
        ],
      }),
  );
  return [wordTable(widths, rows, ruled(hue)), gapAfter()];
}

/** Cells side by side without lines. */
export function sideBySide(cells: readonly (readonly (Paragraph | WordTable)[])[], fill?: string): WordTable {
  const widths = widthsOf(cells.map(() => 1));
  const row = new TableRow({
    cantSplit: true,
    children: cells.map(
      (children, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
          ...(fill !== undefined && { shading: fillOf(fill) }),
          children: [...children],
        }),
    ),
  });
  return wordTable(widths, [row], noLines);
}

/** The whole tree as a table: a row for each of its ends, the cells above them merged. */
export function treeOf(tree: Tree, hueOf: (number: number) => Hue): WordTable {
  const levels = Math.max(1, ...tree.roots.map(depthOf));
  const widths = widthsOf(
    levels === 1 ? [1] : Array.from({ length: levels }, (_, index) => (index === levels - 1 ? 1.6 : 1)),
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: widths.map((width, index) =>
      headCell(
        { heading: tree.levelNames[index] ?? "", share: 1, align: "center" },
        { width, size: 17, hue: hueOf(0) },
      ),
    ),
  });
  const rows = tree.roots
    .flatMap((root) => linesOf(root, 0))
    .map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: line.map(({ item, level, span }) =>
            treeCell(item, {
              hue: hueOf(item.hue),
              level,
              span,
              width: widths[level] ?? 0,
              across: item.children.length === 0 ? levels - level : 1,
            }),
          ),
        }),
    );
  return wordTable(widths, [head, ...rows], {
    ...ruled(hueOf(0)),
    insideVertical: { style: "single", size: 4, color: "FFFFFF" },
  });
}

interface TreeCellPlace {
  readonly item: TreeItem;
  readonly level: number;
  /** Rows over which the cell reaches. */
  readonly span: number;
}

/** The cells that begin in each row below an item. */
function linesOf(item: TreeItem, level: number): TreeCellPlace[][] {
  const below = item.children.flatMap((child) => linesOf(child, level + 1));
  const own = { item, level, span: Math.max(1, below.length) };
  const [first = [], ...rest] = below;
  return [[own, ...first], ...rest];
}

function treeCell(
  item: TreeItem,
  { hue, level, span, width, across }: { hue: Hue; level: number; span: number; width: number; across: number },
): TableCell {
  const [fill, color] =
    level === 0 ? [hue.strong, "FFFFFF"] : [item.children.length > 0 ? hue.soft : "#ffffff", "333333"];
  const words = `${item.code === "" ? "" : `${item.code}　`}${item.title}${item.isPriority ? "　［重点］" : ""}`;
  const runs = textRuns(words, { size: 15, color, bold: item.children.length > 0 });
  const children = item.to === null ? runs : [new InternalHyperlink({ anchor: bookmarkOf(item.to), children: runs })];
  return new TableCell({
    rowSpan: span,
    columnSpan: across,
    width: { size: width, type: WidthType.DXA },
    shading: fillOf(fill),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 10, bottom: 10, left: 70, right: 40 },
    children: [new Paragraph({ spacing: { after: 0, line: 200, lineRule: "exact" }, children })],
  });
}

function depthOf(item: TreeItem): number {
  return 1 + Math.max(0, ...item.children.map(depthOf));
}

export function widthsOf(shares: readonly number[], room = textWidth): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * room));
}

export function wordTable(
  widths: readonly number[],
  rows: readonly TableRow[],
  borders: ReturnType<typeof ruled>,
): WordTable {
  return new WordTable({
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    borders,
    rows: [...rows],
  });
}

/** Word joins tables that touch. */
export function gapAfter(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: "exact" }, children: [] });
}
