import type { PlanSnapshot } from "#domain/plan/index.ts";
import { isDrawable, pointsOf, type Point, type Series } from "#analysis/yearly-series.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { figure } from "#kernel/figures.ts";
import { seriesOf } from "../indicator-readings.ts";
import type { Chart } from "../paper/paper.ts";
import type { Branch } from "./tree.ts";

/** More charts than this make each too small to read on paper; the table beside has every indicator. */
const mostCharts = 4;

/** The indicators of a measure as charts, as far as they can be drawn. */
export function measureCharts({ node }: Branch, plan: PlanSnapshot["plan"]): Chart[] {
  return node.indicators
    .map((indicator) => seriesOf(indicator, plan))
    .filter((series) => isDrawable(series))
    .slice(0, mostCharts)
    .map((series) => ({ series, alternative: alternativeOf(series) }));
}

/** The chart in words, for those who do not see it: every measured value and the last target. */
function alternativeOf(series: Series): string {
  const say = ({ year, value }: Point) => `${fiscalYearLabel(year)}は${figure(value, series.decimals)}${series.unit}`;
  const last = series.targets.at(-1);
  const measured = pointsOf(series).map(say).join("、");
  const upper = last && last.upper !== null ? `から${figure(last.upper, series.decimals)}` : "";
  const target = last
    ? `目標は${fiscalYearLabel(last.year)}に${figure(last.value, series.decimals)}${upper}${series.unit}。`
    : "";
  return `${series.title}の推移の図。${measured}。${target}`;
}
