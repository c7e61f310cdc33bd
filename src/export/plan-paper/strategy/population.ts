import {
  groupName,
  pathKindLabels,
  threeGroups,
  totalKey,
  valueAt,
  yearsOf,
  type PopulationSnapshot,
  type StrategySnapshot,
} from "#domain/strategy/index.ts";
import { isDrawable, type Series } from "#analysis/yearly-series.ts";
import { figure } from "#kernel/figures.ts";
import { eraYearOf } from "#kernel/wareki.ts";
import type { Block, Run } from "../../paper/paper.ts";
import { plainBlock } from "../rich-blocks.ts";

type Path = PopulationSnapshot["paths"][number];

/** 人口の枠組み: what is aimed at, the frame of the plan, the paths beside each other with their sources. */
export function populationBlocks({ population, strategy }: StrategySnapshot): Block[] {
  const { paths, aims, frame } = population;
  if (paths.length + aims.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "人口の枠組み" },
    ...aimFacts(aims, frame),
    ...charts(population, strategy),
    ...totals(paths),
    ...paths.flatMap((path) => groups(path)),
    ...paths.map((path) => plainBlock(sourceWords(path), "note")),
  ];
}

function aimFacts(aims: PopulationSnapshot["aims"], frame: PopulationSnapshot["frame"]): Block[] {
  const items = [
    ...aims.map(({ name, year, value, source }) => ({
      name,
      runs: [{ text: `${yearWords(year)}に${people(value)}${source === "" ? "" : `　出典：${source}`}` }],
    })),
    ...(frame
      ? [{ name: "計画人口", runs: [{ text: `${yearWords(frame.year)}に${people(frame.value)}　${frame.path}` }] }]
      : []),
  ];
  return items.length === 0 ? [] : [{ kind: "facts", items }];
}

/** The totals of all paths beside each other; 「−」 where a path says nothing. */
function totals(paths: readonly Path[]): Block[] {
  const years = [...new Set(paths.flatMap(({ figures }) => yearsOf(figures)))].toSorted((one, other) => one - other);
  if (years.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "総人口の見通し（人）",
      columns: [
        { heading: "年", share: 3.6, align: "start" },
        ...paths.map(({ name }) => ({ heading: name, share: 3, align: "end" }) as const),
      ],
      rows: years.map((year) => [
        [{ text: yearWords(year) }],
        ...paths.map(({ figures }) => countRuns(valueAt(figures, year, totalKey))),
      ]),
    },
  ];
}

/** The paths that look ahead as charts, with what is aimed at. */
function charts({ paths, aims }: PopulationSnapshot, period: Series["period"]): Block[] {
  const drawn = paths
    .filter(({ kind }) => kind !== "record")
    .map((path): Series => ({
      title: path.name,
      unit: "人",
      decimals: 0,
      form: "line",
      baseline: undefined,
      actuals: yearsOf(path.figures).map((year) => ({ year, value: valueAt(path.figures, year, totalKey) ?? null })),
      targets: path.kind === "own" ? aims.map(({ year, value }) => ({ year, value, upper: null })) : [],
      period,
    }))
    .filter((series) => isDrawable(series));
  if (drawn.length === 0) return [];
  return [
    {
      kind: "charts",
      charts: drawn
        .slice(0, 4)
        .map((series) => ({ series, alternative: `${series.title}の総人口の図。値は次の表にあります。` })),
    },
  ];
}

/** 年少・生産年齢・老年 of a path, where it gives them. */
function groups({ name, kind, figures }: Path): Block[] {
  const years = yearsOf(figures).filter((year) =>
    threeGroups.some(({ key }) => valueAt(figures, year, key) !== undefined),
  );
  if (years.length === 0) return [];
  return [
    {
      kind: "table",
      caption: `${name}（${pathKindLabels[kind]}）の年齢別の人口（人）`,
      columns: [
        { heading: "年", share: 3.8, align: "start" },
        ...[totalKey, ...threeGroups.map(({ key }) => key)].map(
          (key) => ({ heading: groupName(key).replace("（", "\n（"), share: 2.6, align: "end" }) as const,
        ),
        { heading: "老年の割合", share: 2, align: "end" },
      ],
      rows: years.map((year) => groupRow(figures, year)),
    },
  ];
}

function groupRow(figures: Path["figures"], year: number): Run[][] {
  const [total, old] = [valueAt(figures, year, totalKey), valueAt(figures, year, "65+")];
  const share = total === undefined || old === undefined || total === 0 ? "−" : `${figure((old / total) * 100, 1)}％`;
  return [
    [{ text: yearWords(year) }],
    countRuns(total),
    ...threeGroups.map(({ key }) => countRuns(valueAt(figures, year, key))),
    [{ text: share }],
  ];
}

function sourceWords({ name, kind, baseYear, source, method }: Path): string {
  const words = [`${name}（${pathKindLabels[kind]}）：基準年 ${yearWords(baseYear)}`, `出典 ${source}`, method];
  return words.filter(Boolean).join("。").replaceAll("。。", "。");
}

/** 「令和22年（2040年）」: counts of people belong to calendar years. */
function yearWords(year: number): string {
  return `${eraYearOf(`${year}-10-01`)}（${year}年）`;
}

function people(value: number): string {
  return `${figure(value, 0)}人`;
}

function countRuns(value: number | undefined): Run[] {
  return [{ text: value === undefined ? "−" : figure(value, 0) }];
}
