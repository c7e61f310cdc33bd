import type { Direction } from "../labels.ts";
import { methodFault, type Aim, type Method, type MethodFault } from "./methods.ts";

/** What is known when an actual is judged. */
export interface Reading extends Aim {
  readonly actual: number | null;
  /** Digits after the point that the indicator keeps; sums are compared at this precision. */
  readonly decimals: number;
  /** Fiscal years since the baseline (k) and from the baseline to the target (n); null when a year is not known. */
  readonly elapsedYears: number | null;
  readonly planYears: number | null;
  /** How far a kept value may stray and still count as kept (±, in the indicator's unit); 0 when nothing was allowed. */
  readonly tolerance: number;
  /** Actuals of single years from the plan's start to the year judged, for M7. */
  readonly sinceStart: readonly number[];
}

export type UnknownReason =
  | MethodFault
  | "noActual"
  | "noTarget"
  | "noBaseline"
  | "noYears"
  | "zeroActual"
  | "notAStage";

/** 長与町's four: S 目標に達した, A 基準より良い, B 基準と同じ水準, C 基準より悪い. */
export type Band = "S" | "A" | "B" | "C";

/**
 * Attainment (達成度) of one year. `isMet` is decided on raw values and never on the printed rate: 99.96 % prints as 100.0 % and is
 * not met. `rate` is in per cent, unrounded, and null where the method only says met or not.
 */
export type Attainment =
  | { readonly kind: "known"; readonly isMet: boolean; readonly rate: number | null; readonly band: Band | null }
  | { readonly kind: "unknown"; readonly reason: UnknownReason };

/** Judges one actual by the named method. 「−」 in, unknown out: it is never read as 0. */
export function attainment(method: Method, reading: Reading): Attainment {
  const { actual, target } = reading;
  if (actual === null) return unknown("noActual");
  if (method === "event") return eventAttainment(actual);
  if (target === null) return unknown("noTarget");
  const fault = methodFault(method, reading);
  if (fault) return unknown(fault);
  return rules[method]({ ...reading, actual, target });
}

interface Judged extends Reading {
  readonly actual: number;
  readonly target: number;
}

const rules: Readonly<Record<Exclude<Method, "event">, (reading: Judged) => Attainment>> = {
  ratio: (each) => known(each, (each.actual / each.target) * 100),
  inverseRatio: (each) => (each.actual === 0 ? unknown("zeroActual") : known(each, (each.target / each.actual) * 100)),
  mirroredRatio: (each) => known(each, (2 - each.actual / each.target) * 100),
  fromBaseline: (each) => withBaseline(each, (baseline) => known(each, progressRate(each, baseline))),
  pace: paceAttainment,
  keeping: (each) => ({ kind: "known", isMet: isKept(each), rate: null, band: null }),
  band: (each) => withBaseline(each, (baseline) => bandAttainment(each, baseline)),
  cumulative: cumulativeAttainment,
  range: (each) => ({ kind: "known", isMet: isMet(each), rate: null, band: null }),
  restraint: (each) =>
    each.trend === null
      ? unknown("needsTrend")
      : known(each, ((each.actual - each.trend) / (each.target - each.trend)) * 100),
};

/** Whether an actual meets its target, on raw values. A value to be kept is met when it is exactly the target. */
export function isMet({
  direction,
  actual,
  target,
  upperTarget,
}: {
  readonly direction: Direction;
  readonly actual: number;
  readonly target: number;
  readonly upperTarget: number | null;
}): boolean {
  if (direction === "up") return actual >= target;
  if (direction === "down") return actual <= target;
  if (direction === "range") return actual >= target && actual <= (upperTarget ?? target);
  return actual === target;
}

function isKept(each: Judged): boolean {
  return isMet(each) || atPrecision(Math.abs(each.actual - each.target), each.decimals) <= each.tolerance;
}

function progressRate({ actual, target }: Judged, baseline: number): number {
  return ((actual - baseline) / (target - baseline)) * 100;
}

/** M4: how far along, against how far along the calendar is. Met when the year's share of the way is covered (多摩市: 100 % or more). */
function paceAttainment(each: Judged): Attainment {
  const { elapsedYears, planYears } = each;
  if (elapsedYears === null || planYears === null || elapsedYears <= 0 || planYears <= 0) return unknown("noYears");
  return withBaseline(each, (baseline) => {
    // (a − b) / (t − b) × n / k: multiplied first, so that a value exactly on its way is exactly met
    const covered = (each.actual - baseline) * planYears;
    const due = (each.target - baseline) * Math.min(elapsedYears, planYears);
    const isOnPace = each.target > baseline ? covered >= due : covered <= due;
    return { kind: "known", isMet: isOnPace, rate: (covered / due) * 100, band: null };
  });
}

/** M6 by 長与町's table: within ±10 % of the baseline is the same level; a baseline of 0 has no width. */
function bandAttainment(each: Judged, baseline: number): Attainment {
  const width = Math.abs(baseline) * 0.1;
  const better = each.direction === "up" ? each.actual - baseline : baseline - each.actual;
  const met = isMet(each);
  const below = better < -width ? "C" : "B";
  return { kind: "known", isMet: met, rate: null, band: met ? "S" : better > width ? "A" : below };
}

function cumulativeAttainment(each: Judged): Attainment {
  const sum = atPrecision(
    each.sinceStart.reduce((total, value) => total + value, 0),
    each.decimals,
  );
  return { kind: "known", isMet: sum >= each.target, rate: (sum / each.target) * 100, band: null };
}

/** M9: an actual is 100 (実施済), 50 (実施中) or 0 (未着手). */
function eventAttainment(actual: number): Attainment {
  if (actual !== 0 && actual !== 50 && actual !== 100) return unknown("notAStage");
  return { kind: "known", isMet: actual === 100, rate: actual, band: null };
}

function withBaseline({ baseline }: Judged, judged: (baseline: number) => Attainment): Attainment {
  return baseline === null ? unknown("noBaseline") : judged(baseline);
}

function known(each: Judged, rate: number): Attainment {
  return { kind: "known", isMet: isMet(each), rate, band: null };
}

function unknown(reason: UnknownReason): Attainment {
  return { kind: "unknown", reason };
}

/** Rounds a sum of decimals back to the digits it was given in: 0.7 + 0.1 is 0.8. */
function atPrecision(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

export type Pace = "steady" | "roughly" | "behind";

/** 多摩市's words for a pace (M4): 着実 from 100 %, 概ね from 60 %, below 改善を要する. `isMet` decides the first, not the printed rate. */
export function paceOf(judged: { readonly isMet: boolean; readonly rate: number }): Pace {
  if (judged.isMet) return "steady";
  return judged.rate >= 60 ? "roughly" : "behind";
}
