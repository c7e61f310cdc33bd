import { grouped } from "#kernel/grouped.ts";
import type { Absence, Direction, StatisticValue } from "./item.ts";

/** A municipality's value with its rank (順位) among those compared. */
export interface RankedValue {
  readonly code: string;
  readonly value: number;
  readonly rank: number;
}

/** The values of one year beside each other. */
export interface Comparison {
  /** In order of rank; those of one rank in order of code. */
  readonly ranked: readonly RankedValue[];
  /** Those that have no number, with why: left out of ranks and median. */
  readonly absent: readonly { readonly code: string; readonly absence: Absence }[];
  /** 中央値; null where nobody has a number. */
  readonly median: number | null;
}

/**
 * Compares the values of one year. Where `direction` is "down" the smallest ranks first, otherwise the largest. Equal values share
 * the rank, and the next takes the place it would have had (1, 2, 2, 4).
 */
export function comparisonOf(values: readonly StatisticValue[], direction: Direction | null): Comparison {
  const sign = direction === "down" ? 1 : -1;
  const numbers = values.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }]));
  numbers.sort((a, b) => sign * (a.value - b.value) || (a.code < b.code ? -1 : 1));
  const ranked: RankedValue[] = [];
  for (const [index, { code, value }] of numbers.entries()) {
    const before = ranked.at(-1);
    ranked.push({ code, value, rank: before?.value === value ? before.rank : index + 1 });
  }
  const absent = values.flatMap(({ code, absence }) => (absence === null ? [] : [{ code, absence }]));
  return { ranked, absent, median: medianOf(numbers.map(({ value }) => value)) };
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Decimals that show a median as it is: one more than the values have where it lies between two of them. */
export function medianDecimals(median: number, decimals: number): number {
  const scaled = median * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6 ? decimals : decimals + 1;
}

/** Where one municipality stands: 「77団体中 25位（値のない団体 3）」. */
export interface Place {
  readonly rank: number;
  /** How many have a number, this one among them. */
  readonly of: number;
  readonly absent: number;
}

export function placeOf({ ranked, absent }: Comparison, code: string): Place | undefined {
  const own = ranked.find((each) => each.code === code);
  return own && { rank: own.rank, of: ranked.length, absent: absent.length };
}

/** One year of a municipality beside the others. */
export interface CourseYear {
  readonly year: number;
  /** undefined where the source says nothing for the year. */
  readonly own: StatisticValue | undefined;
  readonly median: number | null;
  readonly place: Place | undefined;
  /** How many municipalities the source names in the year, and how many of them have a number. */
  readonly members: number;
  readonly numbers: number;
}

/** The years of one municipality, each beside those who had values in that very year. */
export function courseOf(
  values: readonly StatisticValue[],
  { code, direction }: { readonly code: string; readonly direction: Direction | null },
): CourseYear[] {
  const byYear = [...grouped(values, ({ year }) => year)].sort(([a], [b]) => a - b);
  return byYear.map(([year, ofYear]) => {
    const comparison = comparisonOf(ofYear, direction);
    return {
      year,
      own: ofYear.find((each) => each.code === code),
      median: comparison.median,
      place: placeOf(comparison, code),
      members: ofYear.length,
      numbers: comparison.ranked.length,
    };
  });
}
