import type { Actual, Target } from "../../indicator.ts";
import type { ActualEntry } from "../actual-cells.ts";
import { countingOf, countsIn, countsText, ratioFault, valueCounted, type Counted } from "../ratio.ts";
import type { RegisterLine } from "../../queries/indicators.ts";
import { typedText, valueOf } from "./cell-values.ts";
import type { KnownRow } from "./rows-known.ts";

export type Counts = Omit<Counted, "value">;

const noCounts: Counts = { numerator: null, denominator: null };

/** Whether an indicator has names for what its value is counted from, and so a row for it in the workbook. */
export function isCounted({ indicator }: RegisterLine): boolean {
  return indicator.numeratorName !== "" && indicator.denominatorName !== "";
}

/** What a cell of the sheet of counts says otherwise than when the file was written; undefined where it says the same. */
export type TypedCounts = { readonly counts: Counts } | { readonly fault: string };

interface CountsPlace {
  readonly index: number;
  readonly year: number;
}

/** Reads a cell of the sheet of counts (分子と分母) beside what was written into it and what is stored. */
export function typedCounts({ row, line, before }: KnownRow, { index, year }: CountsPlace): TypedCounts | undefined {
  const { indicator } = line;
  const typed = typedText(row.cells[index], "");
  if ("fault" in typed) return typed;
  const counts = typed.text === "" ? noCounts : countsIn(typed.text);
  if (!counts) return { fault: "「1,269/9,402」のように、分子と分母を「/」で区切って入力してください。" };
  const place = { kind: "actuals", year } as const;
  const known = [valueOf(before, place), valueOf(indicator, place)];
  if (known.some((value) => isSameCounts(counts, countsOf(value)))) return undefined;
  const fault = ratioFault({ value: null, ...counts }, indicator);
  return fault === undefined ? { counts } : { fault };
}

/** What an actual was counted from. */
export function countsOf(value: Actual | Target | null): Counts {
  if (value === null || !("numerator" in value)) return noCounts;
  return { numerator: value.numerator, denominator: value.denominator };
}

export function isSameCounts(one: Counts, other: Counts): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator;
}

/** The value with other counts: one that agrees with them stays as it was rounded, else they make it. */
export function recounted(counts: Counts, seen: Actual | null, { indicator }: RegisterLine): ActualEntry | null {
  const { numerator, denominator } = counts;
  if (numerator === null || denominator === null) return seen && { ...seen, ...counts };
  const value = seen?.value ?? null;
  const stays = value !== null && ratioFault({ value, ...counts }, indicator) === undefined;
  const counted = stays ? value : valueCounted(numerator, denominator, countingOf(indicator));
  return { value: counted, absence: null, note: seen?.note ?? "", ...counts };
}

/** 「13.5（1,269/9,402）」: a value and what it is counted from. */
export function withCounts(words: string, counts: Counts): string {
  const text = countsText(counts);
  return text === "" ? words : `${words}（${text}）`;
}
