import type { RichBlock, RichText } from "./model.ts";
import { plainText } from "./plain.ts";
import { tableLimits } from "./table-grid.ts";
import { blocksIn } from "./walk.ts";

/** How much one text holds at most: letters beside its tables; cells and letters of all its tables together. */
export const richLimits = { letters: 20_000, cells: tableLimits.rows * tableLimits.columns, cellLetters: 100_000 };

/** Which limit a text exceeds, if any. Letters are what one reads: marks, readings and addresses of links do not count. */
export function excessOf(rich: RichText): "letters" | "tables" | undefined {
  const tables = [...blocksIn(rich)].filter((block) => block.type === "table");
  const cellLetters = lettersOf(tables);
  const cells = tables.reduce((sum, { content }) => sum + content.reduce((all, row) => all + row.content.length, 0), 0);
  if (cells > richLimits.cells || cellLetters > richLimits.cellLetters) return "tables";
  return lettersOf(rich.content) - cellLetters > richLimits.letters ? "letters" : undefined;
}

/** Without the signs that plain text puts between lines and cells. */
function lettersOf(blocks: readonly RichBlock[]): number {
  return plainText({ type: "doc", content: blocks }).replaceAll(/[\n｜]/g, "").length;
}
