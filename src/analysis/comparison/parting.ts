import type { Pair } from "./alignment.ts";
import { containment, joinedPairs, likeness, type Read } from "./block.ts";

/** Old and new blocks that are one thing: one and one, one that was split (分割), or some that were merged (統合). */
export interface Group {
  readonly old: readonly Read[];
  readonly fresh: readonly Read[];
}

/** So much of a part must stand in the whole that it was taken from. */
const leastOfPart = 0.7;
/** And so much liker must the whole become by it. */
const leastGain = 0.05;

/**
 * Finds what was split or merged: a neighbour that came (or went) beside a pair, and whose words stand in the pair's other side,
 * belongs to it.
 */
export function findParts(pairs: readonly Pair[], went: readonly Read[], came: readonly Read[]): Group[] {
  const loose = { old: byPlace(went), fresh: byPlace(came) };
  return pairs.map(({ old, fresh }) => {
    const split = grown({ part: [fresh], whole: old, loose: loose.fresh });
    if (split.length > 1) return { old: [old], fresh: split };
    return { old: grown({ part: [old], whole: fresh, loose: loose.old }), fresh: [fresh] };
  });
}

function byPlace(blocks: readonly Read[]): Map<number, Read> {
  return new Map(blocks.map((read) => [read.index, read]));
}

interface Growing {
  readonly part: readonly Read[];
  readonly whole: Read;
  /** Blocks in no pair, by their place; one that is taken goes. */
  readonly loose: Map<number, Read>;
}

function grown({ part, whole, loose }: Growing): readonly Read[] {
  let own = part;
  for (const step of [1, -1])
    for (
      let next = neighbour(own, step, loose);
      next && belongs(next, own, whole);
      next = neighbour(own, step, loose)
    ) {
      loose.delete(next.index);
      own = step > 0 ? [...own, next] : [next, ...own];
    }
  return own;
}

function neighbour(own: readonly Read[], step: number, loose: ReadonlyMap<number, Read>): Read | undefined {
  const edge = step > 0 ? own.at(-1) : own[0];
  return edge && loose.get(edge.index + step);
}

function belongs(next: Read, own: readonly Read[], whole: Read): boolean {
  if (next.block.kind !== whole.block.kind || whole.block.kind === "row") return false;
  if (next.block.section !== own[0]?.block.section) return false;
  if (containment(next.pairs, whole.pairs) < leastOfPart) return false;
  return likeness(joinedPairs([...own, next]), whole.pairs) >= likeness(joinedPairs(own), whole.pairs) + leastGain;
}
