import { correspondence, strategyFormLabels, type StrategySnapshot } from "#domain/strategy/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { correspondenceColumns } from "../strategy-words.ts";
import type { Block, Part, TableColumn } from "../paper/paper.ts";
import type { PlanEdition, StrategyEdition } from "./edition.ts";
import { officialMinus } from "./official-minus.ts";
import { plainBlock } from "./rich-blocks.ts";
import { goalBlocks } from "./strategy/goals.ts";
import { grantBlocks } from "./strategy/grants.ts";
import { populationBlocks } from "./strategy/population.ts";
import { anchorOf } from "./tree.ts";

/** 総合戦略編: how the plan is the 地方版総合戦略 too. One part for each strategy that the plan carries. */
export function strategyParts({ snapshot, strategies }: PlanEdition): Part[] {
  const anchors = new Map(snapshot.nodes.map((node) => [node.id, anchorOf(node)]));
  return strategies.map((edition) => ({
    title: strategies.length === 1 ? "総合戦略編" : `総合戦略編（${edition.snapshot.strategy.name}）`,
    blocks: [
      ...standing(edition),
      ...populationBlocks(edition.snapshot),
      ...edition.snapshot.goals.flatMap((goal) => goalBlocks(goal, anchors)),
      ...table(edition.snapshot),
      ...grantBlocks(edition.snapshot),
    ],
  }));
}

/** The sentence by which the plan states that it is the strategy, and the facts of it. */
function standing({ version, snapshot }: StrategyEdition): Block[] {
  const { strategy, frame, periodChanges } = snapshot;
  const facts: readonly (readonly [string, string])[] = [
    ["名称", strategy.name],
    ["期間", periodLabel(strategy)],
    ["総合計画との関係", strategyFormLabels[strategy.form]],
    ["根拠", "まち・ひと・しごと創生法 第10条（市町村まち・ひと・しごと創生総合戦略）"],
    ["国の枠組み", frame?.name ?? ""],
    ["版", version],
    ["出典", strategy.source],
  ];
  return [
    { kind: "heading", level: 2, text: "この計画と総合戦略" },
    ...(strategy.statement === ""
      ? []
      : [{ kind: "panel", blocks: [plainBlock(strategy.statement, "lead")] } as const]),
    {
      kind: "facts",
      items: facts.filter(([, text]) => text !== "").map(([name, text]) => ({ name, runs: [{ text }] })),
    },
    ...periodChanges.map((change) => plainBlock(changeWords(change), "note")),
  ];
}

function changeWords({ startYear, endYear, reason, decidedBy, decidedOn }: StrategySnapshot["periodChanges"][number]) {
  const who = [decidedBy, decidedOn === null ? "" : dateWithBoth(decidedOn)].filter(Boolean).join("、");
  return `期間は、${fiscalYearLabel(startYear)}〜${fiscalYearLabel(endYear)}から改めました。${reason}${who === "" ? "" : `（${who}）`}`;
}

/** Shares of the columns on paper; the same columns as on the page and in the files. */
const shares: readonly number[] = [3, 3, 3, 2.2, 1.5, 3.4, 2.1, 2.1, 2.1, 2.6];

/** 「令和13年度 60.0％」 as 「60.0％」 over 「（R13）」, for a narrow cell. */
function overYear(words: string): string {
  const value = officialMinus(words);
  const [, year = "", rest = ""] = /^令和(元|\d+)年度 (.+)$/s.exec(value) ?? [];
  return year === "" ? value : `${rest}\n（R${year === "元" ? 1 : year}）`;
}

/** 対応表: from the state's goals to the KPI and the grants. */
function table(snapshot: StrategySnapshot): Block[] {
  const lines = correspondence(snapshot);
  if (lines.length === 0) return [];
  const columns = correspondenceColumns.map(({ heading }, index): TableColumn => ({
    heading,
    share: shares[index] ?? 2,
    align: "start",
  }));
  return [
    { kind: "heading", level: 2, text: "対応表" },
    {
      kind: "table",
      caption: `国と市の基本目標、施策、指標、交付金事業の対応（${lines.length}）`,
      isDense: true,
      columns,
      rows: lines.map((line) => correspondenceColumns.map(({ cell }) => [{ text: overYear(cell(line)) || "−" }])),
    },
  ];
}
