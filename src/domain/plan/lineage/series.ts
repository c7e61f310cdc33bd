import type { Period } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { decimalsOf, type Actual, type Baseline, type IndicatorContent } from "../indicator.ts";

/**
 * An indicator as a following plan begins it: what it is stays, the baseline is the latest value there is (計画を作るときの現状値),
 * targets are those that fall within the new period, or none. The code is the new plan's to give.
 */
export function carriedIndicator(
  content: IndicatorContent,
  { period, withTargets }: { readonly period: Period; readonly withTargets: boolean },
): IndicatorContent {
  const targets = withTargets ? content.targets.filter(({ year }) => isWithin(period, year)) : [];
  return {
    ...content,
    code: "",
    baseline: latestValue(content),
    targets,
    targetReason: targets.length > 0 ? content.targetReason : "",
  };
}

export function isWithin({ startYear, endYear }: Period, year: number): boolean {
  return year >= startYear && year <= endYear;
}

function latestValue({ actuals, baseline }: IndicatorContent): Baseline {
  const last = actuals.filter((each) => each.value !== null && each.state === "confirmed").at(-1);
  return last ? { year: last.year, value: last.value, words: "" } : baseline;
}

/** Why the values of two indicators cannot be one series; undefined when they can. */
export function seriesFault(
  old: Pick<IndicatorContent, "name" | "unit" | "actuals">,
  fresh: Pick<IndicatorContent, "name" | "unit" | "actuals" | "decimals">,
): Refusal | undefined {
  if (plain(old.unit) !== plain(fresh.unit))
    return {
      code: "unitsDiffer",
      message: `単位が違います（「${old.name}」は${old.unit || "単位なし"}、「${fresh.name}」は${fresh.unit || "単位なし"}）。`,
      remedy: "どちらかの単位を直してから、引き継いでください。意味が違う指標なら、引き継がないでください。",
    };
  const finest = Math.max(0, ...old.actuals.map(({ value }) => (value === null ? 0 : decimalsOf(value))));
  if (finest > fresh.decimals)
    return {
      code: "tooFine",
      message: `前の計画の値は小数${finest}桁ですが、新しい指標は${fresh.decimals}桁です。`,
      remedy: "新しい指標の小数の桁数を増やしてから、引き継いでください。",
    };
  const years = conflictingYears(old.actuals, fresh.actuals);
  if (years.length === 0) return undefined;
  return {
    code: "valuesDiffer",
    message: `同じ年度に違う実績値があります（${years.join("、")}年度）。`,
    remedy: "どちらが正しいかを確かめ、値をそろえてから引き継いでください。",
  };
}

function plain(unit: string): string {
  return unit.normalize("NFKC").trim();
}

function conflictingYears(old: readonly Actual[], fresh: readonly Actual[]): number[] {
  const values = new Map(old.map((each) => [each.year, each.value]));
  return fresh.filter(({ year, value }) => values.has(year) && values.get(year) !== value).map(({ year }) => year);
}

/** The values of two indicators as one series: where both have a year, the old plan's stands. */
export function joinedActuals(old: readonly Actual[], fresh: readonly Actual[]): Actual[] {
  const years = new Set(old.map(({ year }) => year));
  return [...old, ...fresh.filter(({ year }) => !years.has(year))].toSorted((a, b) => a.year - b.year);
}
