import { itemSign, signDepth } from "./item-signs.ts";
import type { RichBlock, RichInline, RichItem, RichList, RichParagraph, RichTable, RichText } from "./model.ts";

/**
 * Rich text from plain lines: blank lines part paragraphs; lines that begin with 「・」「-」「•」 become a list,
 * so that what was pasted from Excel or typed without JavaScript reads as its writer meant it.
 */
export function richTextOf(plain: string): RichText {
  const blocks: RichBlock[] = [];
  let bullets: RichItem[] = [];
  const flush = () => {
    if (bullets.length > 0) blocks.push({ type: "bulletList", content: bullets });
    bullets = [];
  };
  for (const line of plain.replaceAll("\r\n", "\n").split("\n")) {
    const bullet = /^[\s　]*[・•●○\-*][\s　]*(\S.*)$/u.exec(line)?.[1];
    if (bullet) bullets.push({ type: "listItem", content: [paragraphOf(bullet)] });
    else {
      flush();
      if (line.trim() !== "") blocks.push(paragraphOf(line.trim()));
    }
  }
  flush();
  return { type: "doc", content: blocks };
}

function paragraphOf(text: string): RichParagraph {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

/**
 * The plain lines of a rich text, for searching, comparing and counting: list items begin with 「・」 or their number, cells stand
 * beside each other, a footnote stands in brackets where its number is. Readings (ルビ) are left out, since they would part words.
 */
export function plainText(rich: RichText): string {
  return linesOf(rich.content).join("\n");
}

function linesOf(blocks: readonly RichBlock[], outer?: number): string[] {
  return blocks.map((block) => blockText(block, outer));
}

function blockText(block: RichBlock, outer: number | undefined): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return (block.content ?? []).map(plainInline).join("");
    case "bulletList":
    case "orderedList":
      return listText(block, outer);
    case "table":
      return tableText(block);
    case "figure":
      return [`図：${block.attrs.caption}`, block.attrs.alternative].filter(Boolean).join("\n");
  }
}

function listText(list: RichList, outer: number | undefined): string {
  const depth = list.type === "orderedList" ? signDepth(list, outer) : outer;
  const sign = (index: number) => (list.type === "bulletList" ? "・" : `${itemSign(depth ?? 1, index)}　`);
  return list.content.map((item, index) => sign(index) + linesOf(item.content, depth).join("\n")).join("\n");
}

function tableText({ attrs, content }: RichTable): string {
  const rows = content.map((row) => row.content.map((cell) => linesOf(cell.content).join("\n")).join("｜"));
  return [...(attrs.caption === "" ? [] : [`表：${attrs.caption}`]), ...rows].join("\n");
}

/** An inline in plain words. */
export function plainInline(inline: RichInline): string {
  switch (inline.type) {
    case "hardBreak":
      return "\n";
    case "text":
      return inline.text;
    case "footnote":
      return `（注：${inline.attrs.text}）`;
    case "reference":
      return inline.attrs.shown;
  }
}

/** Whether nothing stands in a text: no word, no item, no table, no picture. */
export function isEmptyRichText(rich: RichText): boolean {
  return rich.content.every((block) => block.type !== "table") && plainText(rich).trim() === "";
}
