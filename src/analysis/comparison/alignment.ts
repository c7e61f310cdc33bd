import { blockLikeness, leastOfPair, type Read } from "./block.ts";

/** A block of the old document that became one of the new. */
export interface Pair {
  readonly old: Read;
  readonly fresh: Read;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  /** Pairs whose section stands in another order than before. */
  readonly moved: ReadonlySet<Pair>;
}

/** Pairs the blocks of sections that both documents have, each section by itself and in its order. */
export function alignSections(old: readonly Read[], fresh: readonly Read[]): Alignment {
  const before = bySection(old);
  const after = bySection(fresh);
  const common = [...before.keys()].filter((section) => after.has(section));
  const order = new Map([...after.keys()].map((section, place) => [section, place]));
  const stayed = new Set(longestRise(common, (section) => order.get(section) ?? 0));
  const pairs: Pair[] = [];
  const moved = new Set<Pair>();
  for (const section of common) {
    const own = alignBlocks(before.get(section) ?? [], after.get(section) ?? []);
    pairs.push(...own);
    if (!stayed.has(section)) for (const pair of own) moved.add(pair);
  }
  return { pairs, moved };
}

function bySection(blocks: readonly Read[]): Map<string, Read[]> {
  const sections = new Map<string, Read[]>();
  for (const read of blocks) {
    const { section } = read.block;
    const own = sections.get(section);
    if (own) own.push(read);
    else sections.set(section, [read]);
  }
  return sections;
}

/** The most of the items whose values rise: those that kept their order. */
function longestRise<T>(items: readonly T[], valueOf: (item: T) => number): T[] {
  const best: { readonly length: number; readonly before: number }[] = [];
  for (const [at, item] of items.entries()) {
    let found = { length: 1, before: -1 };
    for (let earlier = 0; earlier < at; earlier++) {
      const one = items[earlier];
      const length = (best[earlier]?.length ?? 0) + 1;
      if (one !== undefined && valueOf(one) < valueOf(item) && length > found.length)
        found = { length, before: earlier };
    }
    best.push(found);
  }
  let at = best.reduce((top, { length }, place) => (length > (best[top]?.length ?? 0) ? place : top), 0);
  const rise: T[] = [];
  for (let item = items[at]; item !== undefined && at >= 0; at = best[at]?.before ?? -1, item = items[at])
    rise.unshift(item);
  return rise;
}

/** Pairs blocks in their order so that all likenesses together are greatest. What is equal at both ends is paired at once. */
export function alignBlocks(old: readonly Read[], fresh: readonly Read[]): Pair[] {
  const head = commonLength(old, fresh);
  const tail = commonLength(old.slice(head).toReversed(), fresh.slice(head).toReversed());
  const ends = (from: number, to: number, shift: number) =>
    old.slice(from, to).flatMap((one, at) => {
      const other = fresh[from + at + shift];
      return other ? [{ old: one, fresh: other }] : [];
    });
  return [
    ...ends(0, head, 0),
    ...between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...ends(old.length - tail, old.length, fresh.length - old.length),
  ];
}

function commonLength(old: readonly Read[], fresh: readonly Read[]): number {
  let length = 0;
  while (length < old.length && length < fresh.length && isEqual(old[length], fresh[length])) length++;
  return length;
}

function isEqual(one: Read | undefined, other: Read | undefined): boolean {
  return one !== undefined && other !== undefined && one.block.kind === other.block.kind && one.words === other.words;
}

const equalBonus = 0.5; // equal words are worth more than two half likenesses

function between(old: readonly Read[], fresh: readonly Read[]): Pair[] {
  if (old.length === 0 || fresh.length === 0) return [];
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const likes = new Float64Array(old.length * fresh.length);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const like = worth(old[i], fresh[j]);
      likes[i * fresh.length + j] = like;
      const paired = like > 0 ? like + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  return walked(old, fresh, { best, likes });
}

function worth(one: Read | undefined, other: Read | undefined): number {
  if (!one || !other) return 0;
  const like = blockLikeness(one, other);
  if (like < leastOfPair) return 0;
  return one.words === other.words ? like + equalBonus : like;
}

function walked(
  old: readonly Read[],
  fresh: readonly Read[],
  { best, likes }: { readonly best: Float64Array; readonly likes: Float64Array },
): Pair[] {
  const width = fresh.length + 1;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    const here = best[i * width + j] ?? 0;
    const like = likes[i * fresh.length + j] ?? 0;
    const [one, other] = [old[i], fresh[j]];
    if (one && other && like > 0 && here === like + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push({ old: one, fresh: other });
      i++;
      j++;
    } else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}
