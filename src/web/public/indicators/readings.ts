import type { IndicatorSnapshot, PlanSnapshot, Progress } from "#domain/plan/published.ts";
import { figure } from "#kernel/figures.ts";
import type { Series } from "#analysis/yearly-series.ts";

/** An indicator as the charts draw it. What accumulates or counts stands as bars on zero; levels and shares are lines. */
export function seriesOf(indicator: IndicatorSnapshot, plan: PlanSnapshot["plan"]): Series {
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
export function valueText({ decimals, unit }: IndicatorSnapshot, value: number): string {
  return `${figure(value, decimals)}${unit}`;
}

/** A target as it is written: 「90.0％」「20〜28人」, or the city's own words. */
export function targetText(indicator: IndicatorSnapshot, target: IndicatorSnapshot["targets"][number]): string {
  if (target.value === null) return target.words;
  if (target.upperValue === null) return valueText(indicator, target.value);
  return `${figure(target.value, indicator.decimals)}〜${valueText(indicator, target.upperValue)}`;
}

/** The baseline with its year; 「−」 where there is neither number nor word. */
export function baselineReading(indicator: IndicatorSnapshot): Reading {
  const { year, value, words } = indicator.baseline;
  const text = value === null ? words : valueText(indicator, value);
  return { text: text === "" ? "−" : text, year };
}

/** A value as text and the fiscal year it belongs to, if any. */
export interface Reading {
  readonly text: string;
  readonly year: number | null;
}

/** The newest measured value, whether or not it is later than the baseline. */
export function latestReading(indicator: IndicatorSnapshot): Reading {
  const latest = indicator.actuals
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.year - b.year)
    .at(-1);
  if (!latest || latest.value === null) return { text: "−", year: null };
  return { text: valueText(indicator, latest.value), year: latest.year };
}

/** The target of the last year, in numbers or in words. */
export function targetReading(indicator: IndicatorSnapshot): Reading {
  const last = indicator.targets.toSorted((a, b) => a.year - b.year).at(-1);
  return last ? { text: targetText(indicator, last), year: last.year } : { text: "−", year: null };
}

export const absenceWords = { notSurveyed: "未調査", notReleased: "未公表", counting: "集計中" } as const;

export const directionWords = {
  up: "増やす",
  down: "減らす",
  maintain: "保つ",
  range: "範囲に収める",
} as const satisfies Record<IndicatorSnapshot["direction"], string>;

export const progressWords = {
  reached: "目標に達した",
  nearer: "目標に近づいた",
  unmoved: "基準と同じ",
  farther: "基準より後退した",
  short: "目標に届いていない",
  unknown: "まだ比べられない",
} as const satisfies Record<Progress["kind"], string>;

export const unknownWords = {
  noActual: "基準より後の実績がまだありません",
  noTarget: "目標がことばで示されています",
  noSide: "保つ目標のため、値をそのまま示します",
} as const satisfies Record<Extract<Progress, { kind: "unknown" }>["reason"], string>;
