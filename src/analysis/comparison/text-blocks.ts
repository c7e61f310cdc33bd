import {
  itemSign,
  plainText,
  signDepth,
  type RichBlock,
  type RichList,
  type RichTable,
  type RichText,
} from "#kernel/rich-text.ts";
import type { Block } from "./block.ts";

/** A rich text as blocks of a comparison, under a section's key: an item apart from its sign, a row of a table in its cells. */
export function textBlocks(text: RichText, section: string): Block[] {
  return text.content.flatMap((block) => blocksOf(block, section));
}

function blocksOf(block: RichBlock, section: string, outer?: number): Block[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return lineOf(block, { section, kind: block.type, number: "" });
    case "figure":
      return lineOf(block, { section, kind: "paragraph", number: "" });
    case "bulletList":
    case "orderedList":
      return itemsOf(block, section, outer);
    case "table":
      return rowsOf(block, section);
  }
}

function lineOf(block: RichBlock, line: Omit<Block, "cells">): Block[] {
  const words = plainText({ type: "doc", content: [block] });
  return words.trim() === "" ? [] : [{ ...line, cells: [words] }];
}

function itemsOf(list: RichList, section: string, outer: number | undefined): Block[] {
  const depth = list.type === "orderedList" ? signDepth(list, outer) : outer;
  const signOf = (index: number) => (list.type === "orderedList" ? itemSign(depth ?? 1, index) : "");
  return list.content.flatMap((item, index) =>
    item.content.flatMap((inner, at) =>
      inner.type === "paragraph"
        ? lineOf(inner, { section, kind: "item", number: at === 0 ? signOf(index) : "" })
        : blocksOf(inner, section, depth),
    ),
  );
}

function rowsOf({ attrs, content }: RichTable, section: string): Block[] {
  const caption: Block[] =
    attrs.caption === "" ? [] : [{ section, kind: "paragraph", number: "", cells: [`表：${attrs.caption}`] }];
  const rows = content.map((row): Block => {
    const cells = row.content.map((cell) => plainText({ type: "doc", content: cell.content }));
    return { section, kind: "row", number: "", cells };
  });
  return [...caption, ...rows];
}
