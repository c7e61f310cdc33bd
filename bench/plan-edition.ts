import type { PlanEdition, StrategyEdition } from "#export/plan-paper/edition.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../test/support/snapshot.ts";
import { strategyEditionOf } from "../test/support/strategy-edition.ts";

const state = richTextOf(
  Array.from(
    { length: 4 },
    () => `・${"市民意識調査では、備えをしていると答えた方の割合が若い世代ほど低い傾向があります。".repeat(2)}`,
  ).join("\n"),
);

/** A plan of so many measures, each with the texts, the charts and the table of a full page, and with every annex. */
export function planEditionOf(measures: number): PlanEdition {
  const sample = mihonSnapshot();
  const page = sample.nodes.find(({ indicators }) => indicators.length > 1) ?? sample.nodes[0];
  if (!page) throw new Error("the sample has no measure");
  const goals = Array.from({ length: 7 }, (_, index) => ({
    ...page,
    id: `goal-${index}`,
    parentId: null,
    depth: 1,
    order: index,
    code: String(index + 1),
    indicators: [],
  }));
  const policies = goals.map((goal) => ({
    ...goal,
    id: `${goal.id}-1`,
    parentId: goal.id,
    depth: 2,
    code: `${goal.code}-1`,
  }));
  const pages = Array.from({ length: measures }, (_, index) => {
    const above = policies[index % policies.length];
    return {
      ...page,
      id: `measure-${index}`,
      parentId: above?.id ?? null,
      depth: 3,
      order: index,
      code: `${above?.code}-${index + 1}`,
      fields: { ...page.fields, currentState: state, initiatives: state },
      origins: [originOf(index)],
    };
  });
  const levels = ["基本目標", "政策", "施策"].map((name, index) => ({ depth: index + 1, name, hasPage: index === 2 }));
  const snapshot = {
    ...sample,
    levels,
    nodes: [...goals, ...policies, ...pages],
    predecessor: { slug: "before", name: "前の計画" },
  };
  return {
    city: "みほん市",
    standing: "sample",
    version: "計測用",
    isUndecided: false,
    day: "2027-03-26",
    division: { name: "企画課", contact: "" },
    hash: "0".repeat(64),
    snapshot,
    strategies: [strategyOf(snapshot)],
  };
}

/** Every measure goes on from one of the plan before. */
function originOf(index: number): PlanEdition["snapshot"]["nodes"][number]["origins"][number] {
  return {
    planSlug: "before",
    planName: "前の計画",
    nodeId: `before-${index}`,
    code: `1-${index + 1}`,
    title: "災害に備える",
    kind: "continue",
    evolution: "improve",
    note: "国の計画に合わせて見直しました。",
  };
}

/** The strategy with a goal for each of the plan's, each naming every seventh measure with its KPI. */
function strategyOf(snapshot: PlanEdition["snapshot"]): StrategyEdition {
  const sample = strategyEditionOf(snapshot);
  const [goal] = sample.snapshot.goals;
  const [measure] = goal?.measures ?? [];
  if (!goal || !measure) throw new Error("the sample strategy has no measure");
  const goals = Array.from({ length: 7 }, (_, index) => ({
    ...goal,
    id: `${goal.id}-${index}`,
    code: String(index + 1),
    measures: snapshot.nodes
      .filter(({ depth, order }) => depth === 3 && order % 7 === index)
      .map(({ id, code, title }) => ({ ...measure, id, code, title })),
  }));
  return { ...sample, snapshot: { ...sample.snapshot, goals } };
}
