import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import {
  blocksIn,
  normalised,
  plainText,
  type RichBlock,
  type RichCell,
  type RichItem,
  type RichRow,
  type RichText,
} from "#kernel/rich-text.ts";

/** What is taken or left as one. */
export type Unit = RichBlock | RichItem | RichRow | RichCell;

export function isSame(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}

export function keyOf(unit: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(unit)) as Json); // rich texts are JSON; absent members are left out
}

/** Every unit of a text. */
export function unitsOf(rich: RichText): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocksIn(normalised(rich))) {
    found.add(keyOf(block));
    if (block.type === "table") found.add(keyOf(block.attrs.caption));
    for (const part of "content" in block && block.type !== "paragraph" && block.type !== "heading"
      ? block.content
      : []) {
      found.add(keyOf(part));
      if (part.type === "tableRow") for (const cell of part.content) found.add(keyOf(cell));
    }
  }
  return found;
}

export function wordsOfUnit(unit: Unit | string): string {
  if (typeof unit === "string") return unit;
  switch (unit.type) {
    case "tableRow":
      return unit.content.map(wordsOfUnit).join("｜");
    case "listItem":
    case "tableHeader":
    case "tableCell":
      return plainText({ type: "doc", content: unit.content });
    default:
      return plainText({ type: "doc", content: [unit] });
  }
}

export function nameOfBlock(block: RichBlock): string {
  switch (block.type) {
    case "paragraph":
      return "段落";
    case "heading":
      return "見出し";
    case "bulletList":
    case "orderedList":
      return "箇条書き";
    case "table":
      return tableName(block.attrs.caption);
    case "figure":
      return "図";
  }
}

export function tableName(caption: string): string {
  return caption === "" ? "表" : `表「${caption}」`;
}
