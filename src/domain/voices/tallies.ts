import { ageBands, senderKinds, ways, type Way } from "./channel.ts";
import { wayLabels } from "./labels.ts";

/** What of a voice is counted for the public. */
export interface Counted {
  readonly way: Way;
  readonly senderKind: string;
  readonly ageBand: string;
  readonly district: string;
}

export interface Tally {
  readonly label: string;
  readonly count: number;
}

/** Counts below this could tell who somebody is. */
export const smallestCount = 3;

/** Voices by way, kind, age band and district; ways are told as they are, the others with small counts joined. */
export function talliesOf(voices: readonly Counted[], districts: readonly string[]) {
  return {
    byWay: tally(
      voices.map(({ way }) => wayLabels[way]),
      ways.map((way) => wayLabels[way]),
    ),
    byKind: joinedSmall(tally(answered(voices.map(({ senderKind }) => senderKind)), [...senderKinds, unanswered])),
    byAge: joinedSmall(tally(answered(voices.map(({ ageBand }) => ageBand)), [...ageBands, unanswered])),
    byDistrict: joinedSmall(tally(answered(voices.map(({ district }) => district)), [...districts, unanswered])),
  };
}

const unanswered = "無回答";

function answered(values: readonly string[]): string[] {
  return values.map((value) => (value === "" ? unanswered : value));
}

/** Counts in the order given, then what the order does not name; labels that nobody chose are left out. */
function tally(values: readonly string[], order: readonly string[]): Tally[] {
  const counts = new Map<string, number>(order.map((label) => [label, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 0).map(([label, count]) => ({ label, count }));
}

/**
 * Small counts joined under 「その他」, so that no count tells who somebody is. When what is joined is itself small, the smallest of
 * the others joins it: otherwise it could be had by subtraction.
 */
export function joinedSmall(counts: readonly Tally[]): Tally[] {
  const small = counts.filter(({ count }) => count < smallestCount);
  if (small.length === 0) return [...counts];
  const large = counts.filter(({ count }) => count >= smallestCount);
  const sum = small.reduce((total, { count }) => total + count, 0);
  const smallest = large.toSorted((one, other) => one.count - other.count)[0];
  const taken = sum < smallestCount && smallest ? smallest : undefined;
  const kept = large.filter((each) => each !== taken);
  return [...kept, { label: "その他", count: sum + (taken?.count ?? 0) }];
}
