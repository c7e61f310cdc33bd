import {
  correspondence,
  lastTargetOf,
  latestActualOf,
  type CorrespondenceLine,
  type StrategyIndicatorSnapshot,
  type StrategySnapshot,
} from "#domain/strategy/index.ts";
import { absenceLabels } from "#domain/plan/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";

/** 「令和7年度 45件」; 「−」 where there is no baseline. */
export function baselineWords({ baseline, decimals, unit }: StrategyIndicatorSnapshot): string {
  const year = baseline.year === null ? "" : `${fiscalYearLabel(baseline.year)} `;
  if (baseline.value !== null) return `${year}${figure(baseline.value, decimals)}${unit}`;
  return baseline.words === "" ? "−" : `${year}${baseline.words}`;
}

export function targetWords(indicator: StrategyIndicatorSnapshot): string {
  const target = lastTargetOf(indicator);
  if (!target) return "−";
  const { value, upperValue, words, year } = target;
  const upper = upperValue === null ? "" : `〜${figure(upperValue, indicator.decimals)}`;
  const amount = value === null ? words : `${figure(value, indicator.decimals)}${upper}${indicator.unit}`;
  return `${fiscalYearLabel(year)} ${amount}`;
}

/** The newest actual; a year that is 「−」 says why. */
export function actualWords(indicator: StrategyIndicatorSnapshot): string {
  const actual = latestActualOf(indicator);
  if (!actual) return "−";
  const year = fiscalYearLabel(actual.year);
  if (actual.value !== null) return `${year} ${figure(actual.value, indicator.decimals)}${indicator.unit}`;
  const known = Object.entries(absenceLabels).find(([key]) => key === actual.absence)?.[1];
  return `${year} −${known === undefined ? "" : `（${known}）`}`;
}

/** Columns of the table of correspondence (対応表), the same on page, paper, CSV and Excel. */
export const correspondenceColumns: readonly {
  readonly heading: string;
  readonly width: number;
  readonly cell: (line: CorrespondenceLine) => string;
}[] = [
  { heading: "国の基本目標", width: 28, cell: ({ frameGoals }) => frameGoals.join("、") },
  { heading: "市の基本目標", width: 28, cell: ({ goal }) => goal },
  { heading: "施策", width: 28, cell: ({ measure }) => (measure ? `${measure.code} ${measure.title}` : "") },
  { heading: "主管課", width: 18, cell: ({ measure }) => measure?.division ?? "" },
  {
    heading: "種類",
    width: 10,
    cell: ({ role, indicator }) => (role === "figure" ? "数値目標" : indicator ? "KPI" : ""),
  },
  { heading: "指標", width: 34, cell: ({ indicator }) => indicator?.name ?? "" },
  { heading: "基準値", width: 20, cell: ({ indicator }) => (indicator ? baselineWords(indicator) : "") },
  { heading: "目標値", width: 20, cell: ({ indicator }) => (indicator ? targetWords(indicator) : "") },
  { heading: "最新の実績値", width: 20, cell: ({ indicator }) => (indicator ? actualWords(indicator) : "") },
  { heading: "交付金事業", width: 28, cell: ({ grants }) => grants.join("、") },
];

/** The table of correspondence as rows of texts, the head first. */
export function correspondenceRows(snapshot: StrategySnapshot): string[][] {
  const lines = correspondence(snapshot).map((line) => correspondenceColumns.map(({ cell }) => cell(line)));
  return [correspondenceColumns.map(({ heading }) => heading), ...lines];
}
