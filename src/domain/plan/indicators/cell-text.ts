import { figure } from "#kernel/figures.ts";
import { readEntry } from "../indicator-entry.ts";
import { absenceLabels } from "../labels.ts";
import type { Actual, Target } from "../indicator.ts";
import type { ActualEntry } from "./actual-cells.ts";
import { countsIn, countsText, ratioFault, valueCounted, type Counting } from "./ratio.ts";

/** A cell's text read as a value: what shall stand there (null: nothing), or why it cannot be taken. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly fault: "words" | "absence"; readonly message: string };

/** An actual as a cell of a grid or a sheet shows it: 「13.1」「−（集計中）」, "" where there is none. `readActualText` reads it back. */
export function actualText(actual: Actual | null, decimals: number): string {
  if (actual === null) return "";
  if (actual.absence !== null) return `−（${absenceLabels[actual.absence]}）`;
  return actual.value === null ? "" : figure(actual.value, decimals);
}

/** A target as a cell shows it: a number, 「95〜105」, or the city's own words. */
export function targetText(target: Target | null, decimals: number): string {
  if (target === null) return "";
  if (target.value === null) return target.words;
  const value = figure(target.value, decimals);
  return target.upperValue === null ? value : `${value}〜${figure(target.upperValue, decimals)}`;
}

const readAs = {
  words: "数、または「−」（未調査・未公表・集計中）を入力してください。",
  absence: "「−」の理由を選んでください（未調査・未公表・集計中）。「−（集計中）」のように書くこともできます。",
} as const;

/** What reading a cell needs to know of its indicator. Where its counting is known, numerator and denominator may be typed. */
export interface CellMeasure {
  readonly unit: string;
  readonly counting?: Counting;
}

/**
 * Reads what stands in a cell for an actual. What is noted beside the stored value stays; what it was counted from (分子・分母) goes
 * with the number, and 「分子/分母」 in place of the number makes it. A 「−」 without its reason keeps the one that is stored.
 */
export function readActualText(
  text: string,
  stored: Actual | null,
  { unit, counting }: CellMeasure = { unit: "" },
): CellReading<ActualEntry> {
  const note = stored?.note ?? "";
  const counts = counting && countsIn(text);
  if (counts) return countedReading({ ...counts, note, unit, counting });
  const entry = readEntry(text, unit);
  if (entry.kind === "empty") return { ok: true, value: null };
  if (entry.kind === "number") {
    const { numerator = null, denominator = null } = stored ?? {};
    return { ok: true, value: { value: entry.value, absence: null, note, numerator, denominator } };
  }
  if (entry.kind !== "absent") return { ok: false, fault: "words", message: readAs.words };
  const absence = entry.absence ?? stored?.absence ?? null;
  if (absence === null) return { ok: false, fault: "absence", message: readAs.absence };
  return { ok: true, value: { value: null, absence, note, numerator: null, denominator: null } };
}

interface CountedCell {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string;
  readonly unit: string;
  readonly counting: Counting;
}

function countedReading({ numerator, denominator, note, unit, counting }: CountedCell): CellReading<ActualEntry> {
  const { decimals } = counting;
  const message = ratioFault({ value: null, numerator, denominator }, { unit, decimals });
  if (message !== undefined || numerator === null || denominator === null)
    return { ok: false, fault: "words", message: message ?? readAs.words };
  const value = valueCounted(numerator, denominator, counting);
  return { ok: true, value: { value, absence: null, note, numerator, denominator } };
}

/** What stands small beside a cell's text: what its value is counted from, or the value that the typed counts make. */
export function countedBeside(text: string, stored: Actual | null, measure: CellMeasure): string {
  const isTyped = countsIn(text) !== undefined;
  if (!isTyped && (stored?.numerator ?? null) === null) return "";
  const reading = readActualText(text, stored, measure);
  const entry = reading.ok ? reading.value : null;
  if (entry === null || entry.value === null) return "";
  return isTyped ? `＝${figure(entry.value, measure.counting?.decimals ?? 0)}` : countsText(entry);
}

/** Reads what stands in a cell for a target. 「−」 is no target; what is no number stays in the city's own words. */
export function readTargetText(text: string, year: number, unit = ""): Target | null {
  const entry = readEntry(text, unit);
  switch (entry.kind) {
    case "number":
      return { year, value: entry.value, upperValue: null, words: "" };
    case "range":
      return { year, value: entry.lower, upperValue: entry.upper, words: "" };
    case "words":
      return { year, value: null, upperValue: null, words: entry.words };
    default:
      return null;
  }
}
