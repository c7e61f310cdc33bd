/** A block of a document as comparisons read it: a heading, a paragraph, an item of a list, a row of a table. */
export interface Block {
  /** What stands for the same section in both documents: an id, which the caller maps through lineage. */
  readonly section: string;
  readonly kind: "heading" | "paragraph" | "item" | "row";
  /** The printed number (第1, 1-1, (1), ア), apart from the words; "" for none. */
  readonly number: string;
  /** The words: one for all kinds but a row, which has one a cell. */
  readonly cells: readonly string[];
}

/** A block with what it is compared by, made once. */
export interface Read {
  readonly block: Block;
  /** Its place in the document, from 0. */
  readonly index: number;
  /** All cells in one, as they stand. */
  readonly words: string;
  /** The same without what is only notation. */
  readonly folded: string;
  /** Pairs of neighbouring letters of the folded words, figures taken as one another. */
  readonly pairs: ReadonlySet<number>;
}

export function readBlock(block: Block, index: number): Read {
  const words = block.cells.join("\t");
  const folded = withoutNotation(words);
  return { block, index, words, folded, pairs: pairsOf(folded.replaceAll(/\d/g, "0")) };
}

/**
 * Words without what is only a way to write them (表記): widths of letters, spaces, and the two manners of Japanese commas and full
 * stops (公用文作成の考え方, 令和4年1月: 「，」 and 「、」).
 */
export function withoutNotation(words: string): string {
  return words
    .normalize("NFKC")
    .replaceAll(/[ \u3000\r\n]+/g, "")
    .replaceAll(",", "、")
    .replaceAll(/[．.](?!\d)/g, "。");
}

function pairsOf(text: string): Set<number> {
  const letters = `^${text}$`;
  const pairs = new Set<number>();
  for (let at = 1; at < letters.length; at++) pairs.add(letters.charCodeAt(at - 1) * 65_536 + letters.charCodeAt(at));
  return pairs;
}

/** How alike two texts are, 0 to 1: the share of common pairs of letters (Dice's coefficient). */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return (2 * commonPairs(one, other)) / (one.size + other.size);
}

/** Which share of a text's pairs of letters stands in another one, 0 to 1. */
export function containment(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  return commonPairs(part, whole) / part.size;
}

function commonPairs(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const pair of few) if (many.has(pair)) common++;
  return common;
}

/** The pairs of several blocks read as one. */
export function joinedPairs(blocks: readonly Read[]): ReadonlySet<number> {
  return pairsOf(
    blocks
      .map(({ folded }) => folded)
      .join("")
      .replaceAll(/\d/g, "0"),
  );
}

/**
 * How alike two blocks are; never where their kinds differ. Rows with the same first cell are about the same thing, and so are headings
 * of one section under the same number.
 */
export function blockLikeness(one: Read, other: Read): number {
  if (one.block.kind !== other.block.kind) return 0;
  if (one.folded === other.folded) return 1;
  const like = likeness(one.pairs, other.pairs);
  const isSame = isSameRow(one.block, other.block) || isSameHeading(one.block, other.block);
  return isSame ? Math.max(like, leastOfPair) : like;
}

function isSameHeading(one: Block, other: Block): boolean {
  return one.kind === "heading" && one.number !== "" && one.number === other.number && one.section === other.section;
}

function isSameRow({ kind, cells: [first] }: Block, { cells: [other] }: Block): boolean {
  return (
    kind === "row" && first !== undefined && first !== "" && withoutNotation(first) === withoutNotation(other ?? "")
  );
}

/** From this likeness on, a block is the other one changed; below, one went and another came. */
export const leastOfPair = 0.45;
