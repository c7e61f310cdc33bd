import { bareTitle, similarity } from "../likeness.ts";

/** A node as far as a proposal looks at it. */
interface Named {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** That an old measure probably goes on as a new one (対応の候補); nothing is linked until somebody accepts it. */
export interface Suggestion<Node extends Named = Named> {
  readonly old: Node;
  readonly new: Node;
  readonly reason: "sameTitle" | "alikeTitle";
}

/** Titles less alike than this have too little in common to be worth looking at. */
const leastAlike = 0.5;

/**
 * Pairs of measures that are named the same or alike, each in one pair at most: the most alike first, among equals those with the
 * same code, then in reading order. What comes out is in the reading order of the old plan.
 */
export function suggestPairs<Node extends Named>(old: readonly Node[], fresh: readonly Node[]): Suggestion<Node>[] {
  const candidates = old
    .flatMap((one) => fresh.map((other) => ({ old: one, new: other, alike: likeness(one, other) })))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike || Number(b.old.code === b.new.code) - Number(a.old.code === a.new.code));
  const taken = new Set<Node>();
  const found = new Map<Node, Suggestion<Node>>();
  for (const { alike, ...pair } of candidates) {
    if (taken.has(pair.old) || taken.has(pair.new)) continue;
    taken.add(pair.old).add(pair.new);
    found.set(pair.old, { ...pair, reason: alike === 1 ? "sameTitle" : "alikeTitle" });
  }
  return old.flatMap((node) => found.get(node) ?? []);
}

function likeness(one: Named, other: Named): number {
  if (bareTitle(one.title) === bareTitle(other.title)) return 1;
  return Math.min(similarity(one.title, other.title), 0.99); // the same pairs of letters in another order are not the same title
}
