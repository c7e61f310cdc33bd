import type { StrategyEdition } from "#export/plan-paper/edition.ts";
import type { StrategyIndicatorSnapshot } from "#domain/strategy/snapshot.ts";
import type { PlanSnapshot } from "#domain/plan/snapshot.ts";

const founding: StrategyIndicatorSnapshot = {
  id: "01900000-0000-7000-8000-000000000901",
  code: "S-1",
  name: "創業した人の数",
  unit: "人",
  decimals: 0,
  nodeId: "",
  nodeCode: "",
  description: "",
  source: "商工課調べ",
  baseline: { year: 2025, value: 21, words: "" },
  targets: [{ year: 2031, value: 30, upperValue: null, words: "" }],
  actuals: [{ year: 2025, value: null, absence: "notReleased" }],
};

/** A strategy on a plan: a goal with a figure, a measure with a KPI, a path of the population, a grant project. */
export function strategyEditionOf({ plan, nodes }: PlanSnapshot): StrategyEdition {
  const node = nodes.find(({ indicators }) => indicators.length > 0);
  if (!node) throw new Error("the plan has no measure");
  const { id, code, title } = node;
  return {
    version: "策定版（令和9年3月26日）",
    isUndecided: false,
    hash: "cd".repeat(32),
    snapshot: {
      strategy: {
        id: "01900000-0000-7000-8000-000000000900",
        slug: "strategy",
        name: "みほん市総合戦略",
        form: "integrated",
        statement: "この計画は、地方版総合戦略を兼ねます。",
        source: "",
        startYear: plan.startYear,
        endYear: plan.endYear,
      },
      plan: { slug: plan.slug, name: plan.name },
      frame: { name: "国の総合戦略", startYear: 2025, endYear: null, source: "閣議決定" },
      periodChanges: [],
      goals: [
        {
          id: "01900000-0000-7000-8000-000000000902",
          code: "1",
          name: "しごとをつくる",
          description: "",
          frameGoals: ["地方に仕事をつくる"],
          figures: [{ ...founding, name: "働く人の数" }],
          measures: [{ id, code, title, division: "商工課", kpis: [founding] }],
        },
      ],
      population: {
        paths: [
          {
            code: "own",
            name: "独自推計",
            kind: "own",
            baseYear: 2020,
            source: "企画課",
            method: "",
            figures: [
              { year: 2025, group: "total", value: 57_010 },
              { year: 2040, group: "total", value: 50_000 },
              { year: 2040, group: "65+", value: 17_600 },
            ],
          },
        ],
        aims: [{ name: "5万人を保つ", year: 2040, value: 50_000, source: "人口ビジョン" }],
        frame: { path: "独自推計", year: 2040, value: 50_000 },
      },
      grants: [
        {
          id: "01900000-0000-7000-8000-000000000903",
          name: "創業支援事業",
          summary: "",
          programme: "交付金",
          division: "商工課",
          goal: "1 しごとをつくる",
          measure: { id, code, title },
          regionalPlan: "",
          startYear: 2027,
          endYear: 2029,
          years: [
            {
              year: 2027,
              costYen: 12_345_600,
              grantYen: 6_172_400,
              spentYen: null,
              effect: null,
              verdict: null,
              opinion: "",
              policy: null,
              policyReason: "",
            },
          ],
          kpis: [],
        },
      ],
    },
  };
}
