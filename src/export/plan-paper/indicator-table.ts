import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { baselineReading, targetReading, type Reading } from "../indicator-readings.ts";
import type { Run, Table } from "../paper/paper.ts";
import type { IndicatorSnapshot } from "./edition.ts";
import { officialMinus } from "./official-minus.ts";

/** The indicators (成果指標) of a measure: baseline and target with their years, what is counted and from where. */
export function indicatorTable(caption: string, indicators: readonly IndicatorSnapshot[]): Table {
  return {
    kind: "table",
    caption,
    columns: [
      { heading: "指標", share: 5, align: "start" },
      { heading: "基準値", share: 2.1, align: "end" },
      { heading: "目標値", share: 2.1, align: "end" },
      { heading: "算出方法・出典", share: 6, align: "start" },
    ],
    rows: indicators.map((indicator) => [
      [{ text: nameOf(indicator), isBold: true }],
      valueRuns(baselineReading(indicator)),
      valueRuns(targetReading(indicator)),
      [{ text: [indicator.description, indicator.source && `出典：${indicator.source}`].filter(Boolean).join("\n") }],
    ]),
  };
}

/** 「…（累計）」 where the value adds up over the years. */
export function nameOf({ name, accumulation }: IndicatorSnapshot): string {
  return accumulation === "cumulative" && !/累計/.test(name) ? `${name}（累計）` : name;
}

/** 「60.7％」 over 「（R7）」. */
export function valueRuns({ text, year }: Reading): Run[] {
  const value = officialMinus(text);
  return [{ text: year === null ? value : `${value}\n（${fiscalYearShort(year)}）` }];
}
