import type { RichBlock, RichFigure, RichItem, RichList, RichTable, RichText } from "../rich-text/model.ts";
import { normalised } from "../rich-text/normal.ts";
import { tableGrid, type PlacedCell } from "../rich-text/table-grid.ts";
import { inlineLines } from "./inline-writing.ts";
import { asWords, guarded, withEndsGuarded } from "./signs.ts";

/** Inner blocks of an item stand one full-width space further to the right. */
const indent = "　";

/** A rich text in plain notation; `richOf` reads the same text back. */
export function notationOf(rich: RichText): string {
  const blocks = normalised(rich).content;
  return blocks
    .flatMap((block, index) => {
      const before = blocks[index - 1];
      const isApart = before && (standsApart(block) || (standsApart(before) && before.type !== "heading"));
      return [...(isApart ? [""] : []), ...blockLines(block, false)];
    })
    .join("\n");
}

/** Headings, tables and figures have an empty line before them, which says nothing. */
function standsApart({ type }: RichBlock): boolean {
  return type === "heading" || type === "table" || type === "figure";
}

function blockLines(block: RichBlock, isInCell: boolean): string[] {
  switch (block.type) {
    case "paragraph":
      return paragraphLines(block, isInCell);
    case "heading": {
      const [first = "", ...rest] = inlineLines(block.content, isInCell);
      return [`${"#".repeat(block.attrs.level - 1)} ${first}`, ...rest];
    }
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item, index) => itemLines(item, signOf(block, index), isInCell));
    case "table":
      return tableLines(block);
    case "figure":
      return [figureLine(block)];
  }
}

function paragraphLines({ content }: Extract<RichBlock, { type: "paragraph" }>, isInCell: boolean): string[] {
  const [first = "", ...rest] = inlineLines(content, isInCell);
  return [asWords(first), ...rest];
}

function signOf(list: RichList, index: number): string {
  if (list.type === "bulletList") return "・";
  return list.attrs?.sign === "article" ? `第${index + 1} ` : `${index + 1}. `;
}

function itemLines({ content }: RichItem, sign: string, isInCell: boolean): string[] {
  const [first = "", ...rest] = content.flatMap((block) => blockLines(block, isInCell));
  return [first === "" ? sign.trimEnd() : sign + first, ...rest.map((line) => indent + line)];
}

function tableLines(table: RichTable): string[] {
  const grid = tableGrid(table);
  if (!grid) return [];
  const places = grid.rows.map(() => Array.from({ length: grid.columns }, () => ""));
  for (const placed of grid.rows.flat()) place(placed, places);
  const rows = places.flatMap((cells) => `|${cells.join("|")}|`.split("\n"));
  return [`表：${withEndsGuarded(guarded(table.attrs.caption, ""))}`, ...rows];
}

/** A cell at its place; where it reaches further, 「<」 points at it from the right and 「^」 from below. */
function place({ cell, row, column, rowspan, colspan }: PlacedCell, places: string[][]): void {
  const words = cell.content.flatMap((block) => blockLines(block, true)).join("\n");
  const content = /^[<^]$/.test(words) ? `\\${words}` : words;
  for (let down = 0; down < rowspan; down += 1)
    for (let along = 0; along < colspan; along += 1)
      places[row + down]?.splice(column + along, 1, along > 0 ? " < " : " ^ ");
  places[row]?.splice(column, 1, `${cell.type === "tableHeader" ? "=" : ""} ${content} `);
}

function figureLine({ attrs }: RichFigure): string {
  const caption = attrs.caption === "" ? "" : ` "${guarded(attrs.caption, '"')}"`;
  return `![${guarded(attrs.alternative, "]")}](${attrs.file}${caption})`;
}
