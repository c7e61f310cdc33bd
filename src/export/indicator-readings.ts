import { figure } from "#kernel/figures.ts";
import type { Series } from "#analysis/yearly-series.ts";
import type { Absence, IndicatorContent, Target } from "#domain/plan/index.ts";
import type { Period } from "#kernel/period.ts";

/** What charts and tables need of an indicator, be it a draft or published. */
export interface DrawnIndicator extends Pick<
  IndicatorContent,
  "name" | "unit" | "decimals" | "accumulation" | "baseline" | "targets"
> {
  readonly actuals: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly absence: Absence | null;
    readonly note: string;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[];
}

type Written = Pick<DrawnIndicator, "unit" | "decimals">;

/** An indicator as the charts draw it. What accumulates or counts stands as bars on zero; levels and shares are lines. */
export function seriesOf(indicator: DrawnIndicator, plan: Period): Series {
  const { baseline } = indicator;
  return {
    title: indicator.name,
    unit: indicator.unit,
    decimals: indicator.decimals,
    form: indicator.accumulation === "cumulative" ? "bars" : "line",
    baseline:
      baseline.year !== null && baseline.value !== null ? { year: baseline.year, value: baseline.value } : undefined,
    actuals: indicator.actuals.toSorted((a, b) => a.year - b.year),
    targets: indicator.targets
      .flatMap(({ year, value, upperValue }) => (value === null ? [] : [{ year, value, upper: upperValue }]))
      .sort((a, b) => a.year - b.year),
    period: plan,
  };
}

/** 「81.3％」「2,050人」. */
export function valueText({ decimals, unit }: Written, value: number): string {
  return `${figure(value, decimals)}${unit}`;
}

/** A target as it is written: 「90.0％」「20〜28人」, or the city's own words. */
export function targetText(indicator: Written, target: Target): string {
  if (target.value === null) return target.words;
  if (target.upperValue === null) return valueText(indicator, target.value);
  return `${figure(target.value, indicator.decimals)}〜${valueText(indicator, target.upperValue)}`;
}

/** The baseline with its year; 「−」 where there is neither number nor word. */
export function baselineReading(indicator: DrawnIndicator): Reading {
  const { year, value, words } = indicator.baseline;
  const text = value === null ? words : valueText(indicator, value);
  return { text: text === "" ? "−" : text, year };
}

/** A value as text and the fiscal year it belongs to, if any. */
export interface Reading {
  readonly text: string;
  readonly year: number | null;
}

/** The target of the last year, in numbers or in words. */
export function targetReading(indicator: DrawnIndicator): Reading {
  const last = indicator.targets.toSorted((a, b) => a.year - b.year).at(-1);
  return last ? { text: targetText(indicator, last), year: last.year } : { text: "−", year: null };
}
