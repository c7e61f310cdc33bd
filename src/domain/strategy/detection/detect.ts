import { periodLabel } from "#kernel/period.ts";
import { holdsIn, liesWithin, spanWords } from "../frame.ts";
import type { DetectionFacts, GrantFact, StrategyFact } from "./facts.ts";
import { finding, type Finding } from "./finding.ts";
import { differingTargets } from "./targets.ts";

/**
 * Double management (二重管理) and missing links, all of them: contradicting targets, KPI outside the measures, grant projects without
 * position, periods that do not fit, goals without figure. Clean data gives none.
 */
export function detect(facts: DetectionFacts): Finding[] {
  return [
    ...differingTargets(facts),
    ...facts.strategies.flatMap((strategy) => [
      ...strayKpis(facts, strategy),
      ...goalsWithoutFigure(strategy),
      ...strategyPeriod(facts, strategy),
    ]),
    ...facts.grants.flatMap((grant) => [
      ...missingPosition(facts, grant),
      ...grantPeriod(facts, grant),
      ...programmePeriod(grant),
    ]),
  ];
}

function strayKpis(facts: DetectionFacts, { slug, name, measures, indicators }: StrategyFact): Finding[] {
  const standing = new Set(facts.nodes.map(({ id }) => id));
  const marked = new Set(measures.map(({ nodeId }) => nodeId).filter((id) => standing.has(id)));
  return indicators.flatMap(({ indicatorId, goalId }) => {
    const indicator = facts.indicators.find(({ id }) => id === indicatorId);
    if (goalId !== null || !indicator || marked.has(indicator.nodeId)) return [];
    const node = facts.nodes.find(({ id }) => id === indicator.nodeId);
    return [
      finding({
        kind: "kpiOutsideMeasures",
        about: [slug, indicatorId],
        subject: `${indicator.code} ${indicator.name}`.trim(),
        facts: [
          `「${name}」のKPIですが、指標のある${node ? `「${node.code} ${node.title}」に総合戦略の印がありません。` : "施策が削除されています。"}`,
        ],
        places: [{ label: "施策と指標の印を直す", place: { kind: "marks", slug } }],
      }),
    ];
  });
}

function goalsWithoutFigure({ slug, name, goals, indicators }: StrategyFact): Finding[] {
  return goals
    .filter((goal) => !indicators.some(({ goalId }) => goalId === goal.id))
    .map((goal) =>
      finding({
        kind: "goalWithoutFigure",
        about: [slug, goal.id],
        subject: `${goal.code} ${goal.name}`,
        facts: [`「${name}」のこの基本目標に、数値目標がありません。`],
        places: [{ label: "数値目標にする指標を選ぶ", place: { kind: "marks", slug } }],
      }),
    );
}

function strategyPeriod({ plans }: DetectionFacts, strategy: StrategyFact): Finding[] {
  const plan = plans.find(({ id }) => id === strategy.planId);
  const isSame = plan && plan.startYear === strategy.startYear && plan.endYear === strategy.endYear;
  if (!plan || isSame) return [];
  return [
    finding({
      kind: "strategyPeriod",
      about: [strategy.id],
      subject: strategy.name,
      facts: [`総合戦略：${periodLabel(strategy)}`, `${plan.name}：${periodLabel(plan)}`],
      places: [{ label: "総合戦略の期間を直す", place: { kind: "strategy", slug: strategy.slug } }],
    }),
  ];
}

function missingPosition(facts: DetectionFacts, grant: GrantFact): Finding[] {
  const lacks = positionLacks(facts, grant);
  if (lacks.length === 0) return [];
  return [
    finding({
      kind: "grantWithoutPosition",
      about: [grant.id],
      subject: grant.name,
      facts: lacks,
      places: [{ label: "交付金事業の位置づけを直す", place: { kind: "grant", id: grant.id } }],
    }),
  ];
}

function positionLacks({ strategies, nodes }: DetectionFacts, { strategyId, goalId, nodeId }: GrantFact): string[] {
  const strategy = strategies.find(({ id }) => id === strategyId);
  if (!strategy) return ["総合戦略が選ばれていません。"];
  const goal = strategy.goals.find(({ id }) => id === goalId);
  const node = nodes.find(({ id }) => id === nodeId);
  const isMarked = strategy.measures.some((mark) => mark.nodeId === nodeId && mark.goalId === goalId);
  return [
    ...(goal ? [] : ["基本目標が選ばれていません。"]),
    ...(node ? [] : ["施策が選ばれていないか、削除されています。"]),
    ...(goal && node && !isMarked
      ? [`施策「${node.code} ${node.title}」に、基本目標「${goal.code} ${goal.name}」の印がありません。`]
      : []),
  ];
}

function grantPeriod({ strategies }: DetectionFacts, grant: GrantFact): Finding[] {
  const strategy = strategies.find(({ id }) => id === grant.strategyId);
  if (!strategy || liesWithin(grant, strategy)) return [];
  return [
    finding({
      kind: "grantPeriod",
      about: [grant.id],
      subject: grant.name,
      facts: [`交付金事業：${periodLabel(grant)}`, `${strategy.name}：${periodLabel(strategy)}`],
      places: [
        { label: "交付金事業の期間を直す", place: { kind: "grant", id: grant.id } },
        { label: "総合戦略の期間を直す", place: { kind: "strategy", slug: strategy.slug } },
      ],
    }),
  ];
}

/** Only the first year is judged: what a programme began to pay for goes on under the one that follows it. */
function programmePeriod(grant: GrantFact): Finding[] {
  if (holdsIn(grant.programme, grant.startYear)) return [];
  return [
    finding({
      kind: "programmePeriod",
      about: [grant.id],
      subject: grant.name,
      facts: [`交付金事業の始まり：${grant.startYear}年度`, `${grant.programme.name}：${spanWords(grant.programme)}`],
      places: [{ label: "交付金事業の制度か期間を直す", place: { kind: "grant", id: grant.id } }],
    }),
  ];
}
