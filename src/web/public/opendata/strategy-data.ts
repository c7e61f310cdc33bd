import { groupName, pathKindLabels } from "#domain/strategy/published.ts";
import { reportColumns, reportLines, reportYears, type ReportLine } from "#web/ui/strategy/grant-report.ts";
import { correspondenceColumns, correspondenceRows } from "#export/strategy-words.ts";
import type { StrategyEdition } from "#web/public/strategy/edition.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

/** What a strategy offers as open data: the table of correspondence, the population, the reports on grants. */
export function strategyDataSets({ snapshot }: StrategyEdition): DataSet[] {
  return [correspondenceSet(snapshot), populationSet(snapshot), grantSet(snapshot)].filter(
    ({ rows }) => rows.length > 0,
  );
}

type Snapshot = StrategyEdition["snapshot"];

const correspondenceKeys = [
  "nationalGoal",
  "goal",
  "measure",
  "division",
  "role",
  "indicator",
  "baseline",
  "target",
  "latestActual",
  "grants",
] as const;

function correspondenceSet(snapshot: Snapshot): DataSet {
  const columns = correspondenceColumns.map(({ heading }, index): Column<readonly string[]> => ({
    key: correspondenceKeys[index] ?? `column${index}`,
    title: heading,
    cell: (row) => row[index] ?? "",
  }));
  const description = "国の基本目標、市の基本目標、施策、数値目標とKPI、交付金事業の対応。";
  const about = { name: "correspondence", title: "総合戦略の対応表", description };
  return dataSet({ ...about, columns }, correspondenceRows(snapshot).slice(1));
}

function populationSet({ population }: Snapshot): DataSet {
  type Line = (typeof population.paths)[number] & (typeof population.paths)[number]["figures"][number];
  const columns: Column<Line>[] = [
    { key: "path", title: "推計", cell: ({ name }) => name },
    { key: "kind", title: "種類", cell: ({ kind }) => pathKindLabels[kind] },
    { key: "baseYear", title: "基準年", cell: ({ baseYear }) => baseYear },
    { key: "year", title: "年", cell: ({ year }) => year },
    { key: "ages", title: "年齢", cell: ({ group }) => groupName(group) },
    { key: "people", title: "人口（人）", cell: ({ value }) => value },
    { key: "source", title: "出典", cell: ({ source }) => source },
  ];
  const lines = population.paths.flatMap((path) => path.figures.map((each) => ({ ...path, ...each })));
  const description = "人口ビジョンの推計。値のない年・年齢は行がなく、0ではありません。";
  return dataSet({ name: "population", title: "人口の推計", description, columns }, lines);
}

function grantSet({ grants }: Snapshot): DataSet {
  const columns: Column<ReportLine>[] = [
    { key: "year", title: "年度", cell: ({ year }) => year.year },
    ...reportColumns.map(({ heading, cell }, index) => ({ key: `column${index + 1}`, title: heading, cell })),
  ];
  const lines = reportYears(grants).flatMap((year) => reportLines(grants, year));
  const description = "交付金を使った事業の実施状況と効果の検証。国の報告様式の列です。";
  return dataSet({ name: "grants", title: "交付金事業の実施状況", description, columns }, lines);
}
