import { itemSign } from "#kernel/rich-text.ts";

/** A line of a part as it is read: a paragraph, or an item with the sign that its place gives it. */
export interface PolicyLine {
  /** 0 is a paragraph by itself, 1 belongs to an item (1), 2 to an item ア, 3 to an item (ア). */
  readonly depth: number;
  /** 「(1)」「ア」「(ア)」 of an item's first line; "" for others. */
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
 * follows from its place, so an item put in between renumbers what follows. A line right below an item belongs to it; after an empty
 * line it stands by itself, and numbers begin anew.
 */
export function policyLines(text: string): readonly PolicyLine[] {
  const counts = [0, 0, 0, 0];
  let inside = 0;
  let isApart = false;
  const lines: PolicyLine[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const item = line === "" ? undefined : patterns.find(({ begins }) => begins.test(line));
    if (item) {
      const { depth, begins } = item;
      const index = counts[depth] ?? 0;
      counts[depth] = index + 1;
      counts.fill(0, depth + 1);
      inside = depth;
      lines.push({ depth, sign: itemSign(depth + 1, index), text: line.replace(begins, "") });
    } else if (line !== "") {
      if (isApart) counts.fill(0);
      if (isApart) inside = 0;
      lines.push({ depth: inside, sign: "", text: line });
    }
    isApart = line === "";
  }
  return lines;
}
