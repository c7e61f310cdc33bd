import { itemSign } from "#kernel/rich-text.ts";

/** A line of a part as it is read: a paragraph, or an item with the sign that its place gives it. */
export interface PolicyLine {
  /** 0 is a paragraph, 1 an item (1), 2 an item ア, 3 an item (ア). */
  readonly depth: number;
  /** 「(1)」「ア」「(ア)」; "" for a paragraph. */
  readonly sign: string;
  readonly text: string;
}

/** How lines begin that are items, from the innermost out: what stands after the sign must be parted from it. */
const patterns: readonly { readonly depth: number; readonly begins: RegExp }[] = [
  { depth: 3, begins: /^[(（][ア-ン][)）][ \u3000]*/u },
  { depth: 2, begins: /^[ア-ン][ \u3000]+/u },
  { depth: 1, begins: /^[(（][0-9０-９]{1,2}[)）][ \u3000]*/u },
  { depth: 1, begins: /^[①-⑳][ \u3000]*/u },
];

/**
 * A part's text as offices number it (公用文: 1 → (1) → ア → (ア)). A line that begins with such a sign is an item; its number
 * follows from its place, so an item put in between renumbers what follows. An item without one above it begins at its own depth.
 */
export function policyLines(text: string): readonly PolicyLine[] {
  const counts = [0, 0, 0, 0];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const found = patterns.find(({ begins }) => begins.test(line));
      if (!found) return { depth: 0, sign: "", text: line };
      const { depth, begins } = found;
      counts[depth] = (counts[depth] ?? 0) + 1;
      counts.fill(0, depth + 1);
      return { depth, sign: itemSign(depth + 1, (counts[depth] ?? 1) - 1), text: line.replace(begins, "") };
    });
}
