import type { RichBlock, RichCell, RichInline, RichItem, RichText } from "./model.ts";

/** Every block of a text in reading order, each before what stands in it. */
export function* blocksIn(rich: RichText): Generator<RichBlock> {
  for (const block of rich.content) yield* withInner(block);
}

function* withInner(block: RichBlock): Generator<RichBlock> {
  yield block;
  for (const inner of blocksOf(block)) yield* withInner(inner);
}

/** The blocks that stand directly in a block: those of a list's items, of a table's cells. */
function blocksOf(block: RichBlock): readonly RichBlock[] {
  switch (block.type) {
    case "bulletList":
    case "orderedList":
      return block.content.flatMap(({ content }) => content);
    case "table":
      return block.content.flatMap((row) => row.content.flatMap(({ content }) => content));
    case "paragraph":
    case "heading":
    case "figure":
      return [];
  }
}

/** Every inline of a text in reading order: words, line ends, footnotes, references. */
export function* inlinesIn(rich: RichText): Generator<RichInline> {
  for (const block of blocksIn(rich)) {
    if (block.type === "paragraph" || block.type === "heading") yield* block.content ?? [];
  }
}

/** The same text with each inline replaced by what `change` makes of it; an empty list takes it out. */
export function withInlines(rich: RichText, change: (inline: RichInline) => readonly RichInline[]): RichText {
  return { ...rich, content: rich.content.map((block) => changedIn(block, change)) };
}

function changedIn(block: RichBlock, change: (inline: RichInline) => readonly RichInline[]): RichBlock {
  const within = <Holder extends RichItem | RichCell>(holder: Holder): Holder => ({
    ...holder,
    content: holder.content.map((inner) => changedIn(inner, change)),
  });
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.content ? { ...block, content: block.content.flatMap(change) } : block;
    case "bulletList":
    case "orderedList":
      return { ...block, content: block.content.map(within) };
    case "table":
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map(within) })) };
    case "figure":
      return block;
  }
}
