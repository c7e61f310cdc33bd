import type { StrategyGoalSnapshot, StrategyIndicatorSnapshot } from "#domain/strategy/index.ts";
import { actualWords, baselineWords, targetWords } from "../../strategy-words.ts";
import type { Block, Run, TableColumn } from "../../paper/paper.ts";
import { officialMinus } from "../official-minus.ts";
import { plainBlock } from "../rich-blocks.ts";

const values: readonly TableColumn[] = [
  { heading: "基準値", share: 2.3, align: "end" },
  { heading: "目標値", share: 2.3, align: "end" },
  { heading: "最新の実績値", share: 2.3, align: "end" },
];

/** A goal (基本目標) of the strategy: its figures (数値目標), apart from the KPI of the measures that serve it. */
export function goalBlocks(goal: StrategyGoalSnapshot, anchors: ReadonlyMap<string, string>): Block[] {
  const { code, name, description, frameGoals, figures, measures } = goal;
  const title = `基本目標${code}　${name}`;
  return [
    { kind: "heading", level: 2, text: title },
    ...(description === "" ? [] : [plainBlock(description)]),
    ...(frameGoals.length === 0 ? [] : [plainBlock(`対応する国の基本目標：${frameGoals.join("、")}`, "note")]),
    ...(figures.length === 0 ? [] : [figureTable(`基本目標${code}の数値目標（${figures.length}）`, figures)]),
    ...(measures.length === 0
      ? []
      : [measureTable(`基本目標${code}の施策とKPI（重要業績評価指標）`, measures, anchors)]),
  ];
}

function figureTable(caption: string, figures: readonly StrategyIndicatorSnapshot[]): Block {
  return {
    kind: "table",
    caption,
    columns: [{ heading: "数値目標", share: 7.4, align: "start" }, ...values],
    rows: figures.map((indicator) => [[{ text: indicator.name, isBold: true }], ...valueRuns(indicator)]),
  };
}

function measureTable(
  caption: string,
  measures: StrategyGoalSnapshot["measures"],
  anchors: ReadonlyMap<string, string>,
): Block {
  return {
    kind: "table",
    caption,
    columns: [
      { heading: "施策（担当）", share: 4, align: "start" },
      { heading: "KPI", share: 3.8, align: "start" },
      ...values,
    ],
    rows: measures.flatMap((measure) => measureRows(measure, anchors)),
  };
}

/** A row for each KPI, each with its measure: a row may be the first of a page. */
function measureRows(
  { id, code, title, division, kpis }: StrategyGoalSnapshot["measures"][number],
  anchors: ReadonlyMap<string, string>,
): Run[][][] {
  const to = anchors.get(id);
  const name: Run[] = [
    { text: `${code}　${title}`.trim(), ...(to !== undefined && { to }) },
    ...(division === "" ? [] : [{ text: `\n（${division}）` }]),
  ];
  if (kpis.length === 0) return [[name, dash, dash, dash, dash]];
  return kpis.map((kpi) => [name, [{ text: kpi.name }], ...valueRuns(kpi)]);
}

const dash: Run[] = [{ text: "−" }];

/** Values over their years, as everywhere on paper. */
function valueRuns(indicator: StrategyIndicatorSnapshot): Run[][] {
  return [baselineWords(indicator), targetWords(indicator), actualWords(indicator)].map((words) => [
    { text: officialMinus(words).replace(/^(\S+年度) (.+)$/s, "$2\n（$1）") },
  ]);
}
