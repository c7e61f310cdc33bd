import type {
  RichBlock,
  RichCell,
  RichInline,
  RichItem,
  RichMark,
  RichParagraph,
  RichText,
  RichWords,
} from "./model.ts";

/**
 * The same text without what has no meaning, so that two texts that read alike are alike: neighbouring words with the same marks
 * joined, marks in one order, line ends as breaks, no empty paragraphs and headings, no lists without items, bullets that follow
 * upon bullets one list. An item begins with a paragraph, and no cell is without one.
 */
export function normalised(rich: RichText): RichText {
  return { type: "doc", content: blocksOf(rich.content) };
}

function blocksOf(blocks: readonly RichBlock[]): RichBlock[] {
  const tidy: RichBlock[] = [];
  for (const block of blocks.flatMap(normalBlock)) {
    const last = tidy.at(-1);
    if (block.type === "bulletList" && last?.type === "bulletList")
      tidy[tidy.length - 1] = { ...last, content: [...last.content, ...block.content] };
    else tidy.push(block);
  }
  return tidy;
}

function normalBlock(block: RichBlock): RichBlock[] {
  switch (block.type) {
    case "paragraph":
      return isBlank(block) ? [] : [paragraphOf(block)];
    case "heading":
      return isBlank(block) ? [] : [{ ...block, content: inlinesOf(block.content) }];
    case "bulletList":
    case "orderedList":
      return block.content.length === 0 ? [] : [{ ...block, content: block.content.map(itemOf) }];
    case "table":
      return [{ ...block, content: block.content.map((row) => ({ ...row, content: row.content.map(cellOf) })) }];
    case "figure":
      return [block];
  }
}

function isBlank({ content }: { readonly content?: readonly RichInline[] | undefined }): boolean {
  return (content ?? []).length === 0;
}

function paragraphOf({ content }: RichParagraph): RichParagraph {
  const inlines = inlinesOf(content);
  return { type: "paragraph", ...(inlines.length > 0 && { content: inlines }) };
}

function itemOf({ content }: RichItem): RichItem {
  const [first, ...rest] = content;
  const begins = first?.type === "paragraph";
  const head: RichParagraph = begins ? paragraphOf(first) : { type: "paragraph" };
  return { type: "listItem", content: [head, ...blocksOf(begins ? rest : content)] };
}

function cellOf({ type, attrs, content }: RichCell): RichCell {
  const { colspan = 1, rowspan = 1 } = attrs ?? {};
  const spans = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
  const blocks = blocksOf(content);
  return {
    type,
    ...((colspan > 1 || rowspan > 1) && { attrs: spans }),
    content: blocks.length > 0 ? blocks : [{ type: "paragraph" }],
  };
}

/** Inlines with their words joined where the marks are the same. */
export function inlinesOf(content: readonly RichInline[] = []): RichInline[] {
  const tidy: RichInline[] = [];
  for (const inline of content.flatMap(withBreaks)) {
    const last = tidy.at(-1);
    if (inline.type === "text" && last?.type === "text" && isAlike(inline.marks, last.marks))
      tidy[tidy.length - 1] = { ...last, text: last.text + inline.text };
    else tidy.push(inline);
  }
  return tidy;
}

/** A line end inside words is a break; spaces around a footnote say nothing. */
function withBreaks(inline: RichInline): RichInline[] {
  if (inline.type === "footnote") return [{ type: "footnote", attrs: { text: inline.attrs.text.trim() } }];
  if (inline.type !== "text") return [inline];
  const marks = marksOf(inline.marks);
  return inline.text.split(/\r\n|\r|\n/).flatMap((text, index): RichInline[] => {
    const words: RichWords = { type: "text", text, ...(marks.length > 0 && { marks }) };
    return [...(index > 0 ? [{ type: "hardBreak" } as const] : []), ...(text === "" ? [] : [words])];
  });
}

const order: readonly RichMark["type"][] = ["bold", "link", "ruby"];

/** One mark of each kind, in one order. */
function marksOf(marks: readonly RichMark[] = []): RichMark[] {
  return order.flatMap((type) =>
    marks
      .filter((mark) => mark.type === type)
      .slice(0, 1)
      .map(markOf),
  );
}

/** Browsers pass over line ends and tabs in an address. */
function markOf(mark: RichMark): RichMark {
  return mark.type === "link" ? { ...mark, attrs: { href: mark.attrs.href.replaceAll(/[\r\n\t]/g, "") } } : mark;
}

function isAlike(one: readonly RichMark[] | undefined, other: readonly RichMark[] | undefined): boolean {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
}
