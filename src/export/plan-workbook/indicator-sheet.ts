import { absenceLabels, accumulationLabels, directionLabels, type PlanSnapshot } from "#domain/plan/index.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import type { IndicatorSnapshot } from "../plan-paper/edition.ts";
import type { Branch } from "../plan-paper/tree.ts";
import type { Cell, Column, Sheet } from "../workbook/index.ts";

/** The indicators, a row each, with a column for every year of actuals and of targets; 「−」 with its reason where nothing is known. */
export function indicatorSheet({ plan }: PlanSnapshot, all: readonly Branch[]): Sheet {
  const placed = all.flatMap(({ node }) => node.indicators.map((indicator) => ({ node, indicator })));
  const measured = yearsOf(placed.flatMap(({ indicator }) => indicator.actuals));
  const promised = yearsOf(placed.flatMap(({ indicator }) => indicator.targets));
  const columns: Column[] = [
    ...before.map(([heading, width]) => ({ heading, width, kind: "text" }) as const),
    { heading: "基準値の年度", width: 8, kind: "text" },
    { heading: "基準値", width: 11, kind: "any" },
    ...measured.map((year) => ({ heading: `実績 ${fiscalYearShort(year)}`, width: 11, kind: "any" }) as const),
    ...promised.map((year) => ({ heading: `目標 ${fiscalYearShort(year)}`, width: 11, kind: "any" }) as const),
  ];
  const rows = placed.map(({ node, indicator }): Cell[] => [
    node.code,
    node.title,
    ...wordsOf(indicator),
    indicator.baseline.year === null ? null : fiscalYearShort(indicator.baseline.year),
    number(indicator, indicator.baseline.value) ?? indicator.baseline.words,
    ...measured.map((year) => actualCell(indicator, year)),
    ...promised.map((year) => targetCell(indicator, year)),
  ]);
  return { name: `指標（${fiscalYearShort(plan.startYear)}から）`, columns, rows, frozenColumns: 4 };
}

const before: readonly (readonly [string, number])[] = [
  ["施策の番号", 10],
  ["施策", 30],
  ["指標の番号", 11],
  ["指標", 40],
  ["単位", 8],
  ["望ましい方向", 20],
  ["値の性質", 13],
  ["説明・算出方法", 48],
  ["出典", 28],
  ["担当課", 22],
];

function wordsOf(indicator: IndicatorSnapshot): Cell[] {
  const { code, name, unit, direction, accumulation, description, source, division } = indicator;
  return [
    code,
    name,
    unit,
    directionLabels[direction],
    accumulationLabels[accumulation],
    description,
    source,
    division,
  ];
}

function yearsOf(values: readonly { readonly year: number }[]): number[] {
  return [...new Set(values.map(({ year }) => year))].sort((a, b) => a - b);
}

function number({ decimals }: IndicatorSnapshot, value: number | null): Cell {
  return value === null ? null : { value, decimals };
}

function actualCell(indicator: IndicatorSnapshot, year: number): Cell {
  const actual = indicator.actuals.find((each) => each.year === year);
  if (!actual) return null;
  return number(indicator, actual.value) ?? (actual.absence ? `−（${absenceLabels[actual.absence]}）` : "−");
}

function targetCell(indicator: IndicatorSnapshot, year: number): Cell {
  const target = indicator.targets.find((each) => each.year === year);
  if (!target) return null;
  if (target.value !== null && target.upperValue !== null) return `${target.value}〜${target.upperValue}`;
  return number(indicator, target.value) ?? target.words;
}
