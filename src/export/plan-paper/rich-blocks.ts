import { plainInline, plainText, type RichBlock, type RichInline, type RichText } from "#kernel/rich-text.ts";
import type { Block, Run } from "../paper/paper.ts";

/** A rich text as blocks of a paper; its own headings become bold lines, so that the paper's outline stays the plan's. */
export function richBlocks(text: RichText | undefined): Block[] {
  return (text?.content ?? []).flatMap((block) => blocksOf(block));
}

function blocksOf(block: RichBlock): Block[] {
  if (block.type === "paragraph") return bodyText(runsOf(block.content));
  if (block.type === "heading") return bodyText(runsOf(block.content).map((run) => ({ ...run, isBold: true })));
  if (block.type === "table" || block.type === "figure")
    return [plainBlock(plainText({ type: "doc", content: [block] }))];
  const items = block.content.map((item) => item.content.flatMap((inner) => blocksOf(inner)));
  return [{ kind: "list", isOrdered: block.type === "orderedList", items }];
}

function bodyText(runs: readonly Run[]): Block[] {
  return runs.length === 0 ? [] : [{ kind: "text", tone: "body", runs }];
}

function runsOf(content: readonly RichInline[] = []): Run[] {
  return content.map((inline) => {
    if (inline.type !== "text") return { text: plainInline(inline) };
    const marks = inline.marks ?? [];
    const href = marks.flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : [])).find(isOutside);
    return {
      text: inline.text,
      ...(marks.some((mark) => mark.type === "bold") && { isBold: true }),
      ...(href !== undefined && { href }),
    };
  });
}

/** An address of the city's own site begins with 「/」 and leads nowhere from a paper. */
function isOutside(href: string): boolean {
  return /^(https?:|mailto:)/.test(href);
}

/** One plain paragraph. */
export function plainBlock(text: string, tone: "body" | "lead" | "note" = "body"): Block {
  return { kind: "text", tone, runs: [{ text }] };
}
