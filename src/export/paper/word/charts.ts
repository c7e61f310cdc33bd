import { ChartRun } from "docx/charts";
import { Paragraph, type Table as WordTable } from "docx";
import { pointsOf, type Series } from "#analysis/yearly-series.ts";
import { axisYear } from "#kernel/figures.ts";
import type { Hue } from "../hues.ts";
import type { Chart } from "../paper.ts";
import { plain } from "./look.ts";
import { sideBySide } from "./tables.ts";

/** Charts as Word's own, so that an office can change their look: one or two above each other, more two by two. */
export function chartsOf(charts: readonly Chart[], hue: Hue): (Paragraph | WordTable)[] {
  if (charts.length <= 2)
    return charts.map((chart) => chartParagraph(chart, hue, { width: 640, height: charts.length === 1 ? 300 : 235 }));
  const rows: WordTable[] = [];
  for (let at = 0; at < charts.length; at += 2) {
    const pair = charts.slice(at, at + 2).map((chart) => [chartParagraph(chart, hue, { width: 305, height: 200 })]);
    rows.push(sideBySide(pair.length === 2 ? pair : [...pair, [new Paragraph({ children: [] })]]));
  }
  return rows;
}

function chartParagraph(
  { series, alternative }: Chart,
  hue: Hue,
  transformation: { width: number; height: number },
): Paragraph {
  const years = yearsOf(series);
  const measured = new Map(pointsOf(series).map(({ year, value }) => [year, value]));
  const targets = new Map(series.targets.map(({ year, value }) => [year, value]));
  const chart = new ChartRun({
    type: series.form === "bars" ? "column" : "line",
    categories: years.map((year) => axisYear(year)),
    series: [
      {
        name: "実績",
        values: years.map((year) => measured.get(year) ?? null),
        color: plain(hue.strong),
        dataLabels: { value: true, numberFormat: formatOf(series.decimals) },
      },
      {
        name: "目標",
        values: years.map((year) => targets.get(year) ?? null),
        color: "333333",
        type: "line",
        markers: { shape: "diamond", size: 7 },
        line: { color: "333333", width: 1, dash: "dash" },
      },
    ],
    title: `${series.title}（${series.unit}）`,
    legend: { position: "bottom" },
    emptyValues: "gap",
    valueAxis: { numberFormat: formatOf(series.decimals) },
    font: { name: "BIZ UDPゴシック" },
    transformation,
    altText: { name: series.title, description: alternative, title: series.title },
  });
  return new Paragraph({ spacing: { after: 60, line: 240, lineRule: "auto" }, children: [chart] });
}

function yearsOf(series: Series): number[] {
  const all = [...pointsOf(series), ...series.actuals, ...series.targets].map(({ year }) => year);
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, index) => first + index);
}

/** Below zero with 「△」, as in the tables. */
function formatOf(decimals: number): string {
  const digits = decimals > 0 ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
  return `${digits};"△"${digits}`;
}
