import type { IndicatorSnapshot, Progress } from "#domain/plan/published.ts";
import { valueText, type Reading } from "#export/indicator-readings.ts";

export {
  baselineReading,
  seriesOf,
  targetReading,
  targetText,
  valueText,
  type Reading,
} from "#export/indicator-readings.ts";

/** The newest measured value, whether or not it is later than the baseline. */
export function latestReading(indicator: IndicatorSnapshot): Reading {
  const latest = indicator.actuals
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.year - b.year)
    .at(-1);
  if (!latest || latest.value === null) return { text: "−", year: null };
  return { text: valueText(indicator, latest.value), year: latest.year };
}

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
