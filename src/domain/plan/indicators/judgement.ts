import type { Accumulation, Direction } from "../labels.ts";
import { attainment, type Attainment, type Reading } from "./attainment.ts";
import type { Method } from "./methods.ts";
import { aimOf } from "./register.ts";

/** What must be known of an indicator to judge its years, as it is stored or as it was published. */
export interface Judged {
  readonly method: Method | null;
  readonly direction: Direction;
  readonly accumulation: Accumulation;
  readonly decimals: number;
  readonly unit: string;
  readonly trend: number | null;
  readonly tolerance: number;
  readonly baseline: { readonly year: number | null; readonly value: number | null };
  readonly targets: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly upperValue: number | null;
  }[];
  readonly actuals: readonly { readonly year: number; readonly value: number | null }[];
}

/** A year's attainment by the indicator's own method, with everything it was computed from. */
export interface Judgement {
  readonly year: number;
  readonly method: Method;
  readonly reading: Reading;
  /** The year of the target that the actual is compared with: always the last one with a number. */
  readonly targetYear: number | null;
  readonly attainment: Attainment;
  /** The progress from the baseline (M3) beside a plain ratio (M1, M2), which may hide that nothing moved; null where it says nothing. */
  readonly progress: Attainment | null;
}

/**
 * Judges every year after the baseline's that has an entry, the latest first: before, there is nothing to tell. Nothing while no
 * method is chosen.
 */
export function judgements(indicator: Judged, startYear: number): Judgement[] {
  const first = indicator.baseline.year ?? Number.NEGATIVE_INFINITY;
  return indicator.actuals
    .filter(({ year }) => year > first)
    .toSorted((one, other) => other.year - one.year)
    .flatMap(({ year }) => judgementIn(indicator, { year, startYear }) ?? []);
}

interface JudgedYear {
  readonly year: number;
  /** The plan's first fiscal year, from which M7 counts. */
  readonly startYear: number;
}

/** Judges one year; undefined while no method is chosen. */
export function judgementIn(indicator: Judged, { year, startYear }: JudgedYear): Judgement | undefined {
  const { method } = indicator;
  if (method === null) return undefined;
  const targetYear = lastTargetYear(indicator);
  const reading = readingIn(indicator, { year, startYear, targetYear });
  const isPlainRatio = method === "ratio" || method === "inverseRatio" || method === "mirroredRatio";
  const beside = isPlainRatio ? attainment("fromBaseline", reading) : null;
  return {
    year,
    method,
    reading,
    targetYear,
    attainment: attainment(method, reading),
    progress: beside?.kind === "known" ? beside : null,
  };
}

function lastTargetYear({ targets }: Judged): number | null {
  const years = targets.filter(({ value }) => value !== null).map(({ year }) => year);
  return years.length === 0 ? null : Math.max(...years);
}

function readingIn(
  indicator: Judged,
  { year, startYear, targetYear }: JudgedYear & { readonly targetYear: number | null },
): Reading {
  const { actuals, accumulation, baseline, decimals, tolerance } = indicator;
  const actual = actuals.find((each) => each.year === year)?.value ?? null;
  const counted = actuals.filter((each) => each.year >= startYear && each.year <= year);
  const isSummed = accumulation === "cumulative"; // the value of one year already is the sum
  return {
    ...aimOf(indicator),
    actual,
    decimals,
    tolerance,
    elapsedYears: baseline.year === null ? null : year - baseline.year,
    planYears: baseline.year === null || targetYear === null ? null : targetYear - baseline.year,
    sinceStart: isSummed ? (actual === null ? [] : [actual]) : counted.flatMap(({ value }) => value ?? []),
  };
}
