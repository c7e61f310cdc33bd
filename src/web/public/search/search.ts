import type { NodeSnapshot } from "#domain/plan/published.ts";
import { wordsSoundingLike } from "#web/public/home/everyday-words.ts";
import { wordsOf } from "#kernel/folding.ts";
import { currentOf, type Edition } from "#web/public/editions.ts";
import { indexOf, weights, type IndexedNode, type IndexedText } from "./search-index.ts";

/** A node in which every word was found, with the texts that hold them, the strongest first. */
export interface Hit {
  readonly node: NodeSnapshot;
  readonly texts: readonly IndexedText[];
  readonly score: number;
}

/** A measure (施策) with what was found in it and below it. */
export interface Group {
  readonly edition: Edition;
  readonly measure: NodeSnapshot;
  readonly hits: readonly Hit[];
  readonly score: number;
}

/**
 * Finds a query in the published plans: every word must be in the node (and), a title outweighs a keyword, that an indicator,
 * that a text. The plan that the city goes by comes before the others; in each, groups come by their best hit, then as the plan
 * has them.
 */
export function search(editions: readonly Edition[], query: string): Group[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const groups = editions.flatMap((edition) => groupsOf(edition, words));
  const current = currentOf(editions);
  const isOther = ({ edition }: Group) => (edition === current ? 0 : 1);
  return groups.sort((a, b) => isOther(a) - isOther(b) || b.score - a.score);
}

function groupsOf(edition: Edition, words: readonly string[]): Group[] {
  const byMeasure = new Map<NodeSnapshot, Hit[]>();
  for (const indexed of indexOf(edition.snapshot)) {
    const hit = hitIn(indexed, words);
    if (hit) byMeasure.set(indexed.measure, [...(byMeasure.get(indexed.measure) ?? []), hit]);
  }
  return Array.from(byMeasure, ([measure, hits]) => {
    const sorted = hits.sort((a, b) => b.score - a.score);
    return { edition, measure, hits: sorted, score: sorted[0]?.score ?? 0 };
  });
}

function hitIn({ node, texts }: IndexedNode, words: readonly string[]): Hit | undefined {
  let score = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.filter((text) => text.folded.includes(word)).map((text) => weights[text.place]));
    if (best === 0) return undefined;
    score += best;
  }
  const holding = texts.filter((text) => words.some((word) => text.folded.includes(word)));
  return { node, texts: holding.sort((a, b) => weights[b.place] - weights[a.place]), score };
}

/** Another query that finds something, and how many measures. */
export interface Suggestion {
  readonly query: string;
  readonly count: number;
}

const parts = new Intl.Segmenter("ja", { granularity: "word" });
const mostSuggestions = 6;

/**
 * When nothing is found: everyday words that sound like it, then the query's words one by one and the shorter words inside them;
 * pieces of 仮名 mean nothing alone.
 */
export function suggestionsFor(editions: readonly Edition[], query: string): Suggestion[] {
  const words = wordsOf(query);
  const smaller = words
    .flatMap((word) => Array.from(parts.segment(word), (part) => part.segment))
    .filter((part) => part.length >= 2);
  const pairs = words
    .flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)))
    .filter((pair) => !/\p{Script=Hiragana}/u.test(pair));
  for (const candidates of [wordsSoundingLike(words), [...words, ...smaller], pairs]) {
    const found = [...new Set(candidates)].map((each) => ({ query: each, count: search(editions, each).length }));
    const useful = found.filter((each) => each.count > 0).slice(0, mostSuggestions);
    if (useful.length > 0) return useful;
  }
  return [];
}
