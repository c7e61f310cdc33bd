import {
  headRows,
  itemSign,
  plainText,
  rubyGroups,
  signDepth,
  tableGrid,
  type PlacedCell,
  type RichBlock,
  type RichFigure,
  type RichInline,
  type RichList,
  type RichTable,
  type RichText,
  type RubyGroup,
} from "#kernel/rich-text.ts";
import type { Block, GridCell, Picture, Run } from "../paper/paper.ts";

/** The pictures of figures by their file's id. */
export type Pictures = ReadonlyMap<string, Picture>;

/** A rich text as blocks of a paper; its own headings become bold lines, so that the paper's outline stays the plan's. */
export function richBlocks(text: RichText | undefined, pictures: Pictures = new Map()): Block[] {
  return blocksOf(text?.content ?? [], { pictures });
}

interface Around {
  readonly pictures: Pictures;
  /** How deep the numbered list around a block stands in the series of signs. */
  readonly depth?: number;
}

function blocksOf(blocks: readonly RichBlock[], around: Around): Block[] {
  return blocks.flatMap((block) => blockOf(block, around));
}

function blockOf(block: RichBlock, around: Around): Block[] {
  switch (block.type) {
    case "paragraph":
      return bodyText(runsOf(block.content));
    case "heading":
      return bodyText(runsOf(block.content).map((run) => ({ ...run, isBold: true })));
    case "bulletList":
    case "orderedList":
      return [listOf(block, around)];
    case "table":
      return gridOf(block, around);
    case "figure":
      return [figureOf(block, around)];
  }
}

function bodyText(runs: readonly Run[]): Block[] {
  return runs.length === 0 ? [] : [{ kind: "text", tone: "body", runs }];
}

function listOf(list: RichList, around: Around): Block {
  if (list.type === "bulletList")
    return { kind: "list", isOrdered: false, items: list.content.map(({ content }) => blocksOf(content, around)) };
  const depth = signDepth(list, around.depth);
  return {
    kind: "list",
    isOrdered: true,
    official: { depth, signs: list.content.map((_, index) => itemSign(depth, index)) },
    items: list.content.map(({ content }) => blocksOf(content, { ...around, depth })),
  };
}

function gridOf(table: RichTable, { pictures }: Around): Block[] {
  const grid = tableGrid(table);
  if (!grid) return [];
  const shares = Array.from({ length: grid.columns }, (_, column) => shareOf(column, grid.rows.flat()));
  const rows = grid.rows.map((row) => row.map((placed) => cellOf(placed, pictures)));
  return [{ kind: "grid", caption: table.attrs.caption, shares, headRows: headRows(grid), rows }];
}

/** Wider where longer lines stand, within reason: the longest line of the cells that lie in this column alone. */
function shareOf(column: number, cells: readonly PlacedCell[]): number {
  const own = cells.filter((placed) => placed.column === column && placed.colspan === 1);
  const lines = own.flatMap(({ cell }) => plainText({ type: "doc", content: cell.content }).split("\n"));
  return Math.min(24, Math.max(5, ...lines.map((line) => line.length)));
}

function cellOf({ cell, column, rowspan, colspan }: PlacedCell, pictures: Pictures): GridCell {
  const blocks = blocksOf(cell.content, { pictures });
  return { column, isHead: cell.type === "tableHeader", rowspan, colspan, blocks };
}

function figureOf({ attrs }: RichFigure, { pictures }: Around): Block {
  const { file, alternative, caption } = attrs;
  return { kind: "figure", alternative, caption, picture: pictures.get(file) ?? null };
}

function runsOf(content: readonly RichInline[] = []): Run[] {
  return rubyGroups(content).flatMap(groupRuns);
}

/** Words under one reading are one run, bold when any of them is. */
function groupRuns({ reading, inlines }: RubyGroup): Run[] {
  const runs = inlines.map(runOf);
  if (reading === undefined) return runs;
  const isBold = runs.some((run) => run.isBold);
  return [{ ...runs[0], text: runs.map(({ text }) => text).join(""), ...(isBold && { isBold }), reading }];
}

function runOf(inline: RichInline): Run {
  switch (inline.type) {
    case "hardBreak":
      return { text: "\n" };
    case "reference":
      return { text: inline.attrs.shown };
    case "footnote":
      return { text: "", footnote: inline.attrs.text };
    case "text": {
      const marks = inline.marks ?? [];
      const href = marks.flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : [])).find(isOutside);
      const isBold = marks.some((mark) => mark.type === "bold");
      return { text: inline.text, ...(isBold && { isBold }), ...(href !== undefined && { href }) };
    }
  }
}

/** An address of the city's own site begins with 「/」 and leads nowhere from a paper. */
function isOutside(href: string): boolean {
  return /^(https?:|mailto:)/.test(href);
}

/** One plain paragraph. */
export function plainBlock(text: string, tone: "body" | "lead" | "note" = "body"): Block {
  return { kind: "text", tone, runs: [{ text }] };
}
