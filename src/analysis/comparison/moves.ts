import type { Pair } from "./alignment.ts";
import { blockLikeness, type Read } from "./block.ts";

/** From this likeness on, what went in one place and came in another is the same block moved. */
const leastOfMove = 0.7;
/** Shorter words stand in many places by chance. */
const shortestMoved = 6;

/**
 * Pairs what went with what came somewhere else (移動), the likest first. Only blocks that share a rare enough pair of letters are
 * looked at, so that the work does not grow with the square of a document.
 */
export function findMoves(went: readonly Read[], came: readonly Read[]): Pair[] {
  const holders = new Map<number, Read[]>();
  for (const fresh of came)
    for (const pair of fresh.pairs) {
      const own = holders.get(pair);
      if (own) own.push(fresh);
      else holders.set(pair, [fresh]);
    }
  const candidates = went
    .filter(({ folded }) => folded.length >= shortestMoved)
    .flatMap((old) =>
      [...candidatesFor(old, holders)].map((fresh) => ({ old, fresh, like: blockLikeness(old, fresh) })),
    )
    .filter(({ like }) => like >= leastOfMove)
    .toSorted((one, other) => other.like - one.like || one.old.index - other.old.index);
  return takenOnce(candidates);
}

const mostHolders = 40; // a pair that more blocks have tells nothing

function candidatesFor({ pairs }: Read, holders: ReadonlyMap<number, readonly Read[]>): ReadonlySet<Read> {
  const found = new Set<Read>();
  for (const pair of pairs) {
    const own = holders.get(pair) ?? [];
    if (own.length <= mostHolders) for (const fresh of own) found.add(fresh);
  }
  return found;
}

function takenOnce(candidates: readonly Pair[]): Pair[] {
  const taken = new Set<Read>();
  return candidates.flatMap(({ old, fresh }) => {
    if (taken.has(old) || taken.has(fresh)) return [];
    taken.add(old).add(fresh);
    return [{ old, fresh }];
  });
}
