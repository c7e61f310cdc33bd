import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import type { DetectionFacts } from "./facts.ts";

/** A city in which everything fits: plan and strategy of the same years, one measure with a KPI, one figure, one grant project. */
const clean: DetectionFacts = {
  plans: [{ id: "plan", slug: "2027", name: "総合計画", startYear: 2027, endYear: 2031 }],
  nodes: [
    { id: "jobs", planId: "plan", code: "1-1-1", title: "しごと" },
    { id: "care", planId: "plan", code: "1-1-2", title: "子育て" },
  ],
  indicators: [
    indicator("founding", "jobs", "創業件数"),
    indicator("workers", "jobs", "就業者数"),
    indicator("births", "care", "出生数"),
  ],
  sets: [
    { id: "own", planId: "plan", kind: "plan", name: "総合計画", startYear: 2027, endYear: 2031 },
    { id: "strategic", planId: "plan", kind: "strategy", name: "総合戦略", startYear: 2027, endYear: 2031 },
  ],
  targets: [target("founding", "own", 57), target("founding", "strategic", 57), target("births", "own", 300)],
  strategies: [
    {
      id: "strategy",
      slug: "s",
      name: "総合戦略",
      planId: "plan",
      startYear: 2027,
      endYear: 2031,
      goals: [{ id: "g1", code: "1", name: "しごとをつくる" }],
      measures: [{ nodeId: "jobs", goalId: "g1" }],
      indicators: [
        { indicatorId: "founding", goalId: null },
        { indicatorId: "workers", goalId: "g1" },
      ],
    },
  ],
  grants: [
    {
      id: "grant",
      name: "創業支援事業",
      programme: { name: "交付金", startYear: 2025, endYear: null },
      strategyId: "strategy",
      goalId: "g1",
      nodeId: "jobs",
      startYear: 2027,
      endYear: 2029,
      kpis: [{ name: "創業件数", indicatorId: "founding", levels: [{ year: 2029, value: 50 }] }],
    },
  ],
};

function indicator(id: string, nodeId: string, name: string) {
  return { id, seriesId: `series of ${id}`, planId: "plan", nodeId, code: id, name, unit: "件", decimals: 0 };
}

function target(indicatorId: string, targetSetId: string, value: number, year = 2031) {
  return { indicatorId, targetSetId, year, value, upperValue: null, words: "" };
}

/** The one strategy and the one grant with something changed. */
function having({ strategy = {}, grant = {} }: { strategy?: object; grant?: object }): DetectionFacts {
  return {
    ...clean,
    strategies: clean.strategies.map((each) => ({ ...each, ...strategy })),
    grants: clean.grants.map((each) => ({ ...each, ...grant })),
  };
}

const kindsIn = (facts: DetectionFacts) => detect(facts).map(({ kind }) => kind);

function keysWith(births: number): string[] {
  return detect({ ...clean, targets: [...clean.targets, target("births", "strategic", births)] }).map(({ key }) => key);
}

describe("The detector of double management", () => {
  it("finds nothing where everything fits", () => {
    expect(detect(clean)).toEqual([]);
    expect(detect({ plans: [], nodes: [], indicators: [], sets: [], targets: [], strategies: [], grants: [] })).toEqual(
      [],
    );
  });

  it("finds each planted contradiction, and only that", () => {
    const [mark] = clean.strategies[0]?.measures ?? [];
    const planted: [string, DetectionFacts][] = [
      ["targetsDiffer", { ...clean, targets: [...clean.targets, target("births", "strategic", 320)] }],
      [
        "kpiOutsideMeasures",
        having({
          strategy: {
            indicators: [...(clean.strategies[0]?.indicators ?? []), { indicatorId: "births", goalId: null }],
          },
        }),
      ],
      ["grantWithoutPosition", having({ grant: { strategyId: null } })],
      ["grantWithoutPosition", having({ grant: { goalId: null } })],
      ["grantWithoutPosition", having({ grant: { nodeId: "care" } })],
      ["grantWithoutPosition", having({ grant: { nodeId: "removed" } })],
      ["strategyPeriod", having({ strategy: { endYear: 2032 } })],
      ["grantPeriod", having({ grant: { startYear: 2026 } })],
      ["grantPeriod", having({ grant: { endYear: 2032 } })],
      ["programmePeriod", having({ grant: { programme: { name: "交付金", startYear: 2022, endYear: 2024 } } })],
      [
        "goalWithoutFigure",
        having({
          strategy: { goals: [...(clean.strategies[0]?.goals ?? []), { id: "g2", code: "2", name: "人の流れ" }] },
        }),
      ],
    ];
    expect(mark).toBeDefined();
    for (const [kind, facts] of planted) expect(kindsIn(facts), kind).toEqual([kind]);
  });

  it("finds a whole set of planted contradictions at once, every one and nothing else", () => {
    const facts: DetectionFacts = {
      ...having({
        strategy: {
          endYear: 2030,
          goals: [
            { id: "g1", code: "1", name: "しごと" },
            { id: "g2", code: "2", name: "人の流れ" },
          ],
          indicators: [
            { indicatorId: "founding", goalId: null },
            { indicatorId: "workers", goalId: "g1" },
            { indicatorId: "births", goalId: null },
          ],
        },
        grant: {
          startYear: 2024,
          nodeId: null,
          kpis: [{ name: "創業件数", indicatorId: "founding", levels: [{ year: 2031, value: 60 }] }],
        },
      }),
      targets: [...clean.targets, target("births", "strategic", 320)],
    };
    expect(kindsIn(facts).toSorted()).toEqual([
      "goalWithoutFigure",
      "grantPeriod",
      "grantWithoutPosition",
      "kpiOutsideMeasures",
      "programmePeriod",
      "strategyPeriod",
      "targetsDiffer",
      "targetsDiffer",
    ]);
  });

  it("finds a difference between two plans that share a series", () => {
    const facts: DetectionFacts = {
      ...clean,
      plans: [...clean.plans, { id: "old", slug: "2022", name: "前の計画", startYear: 2022, endYear: 2031 }],
      indicators: [
        ...clean.indicators,
        { ...indicator("old-births", "care", "出生数"), seriesId: "series of births", planId: "old" },
      ],
      sets: [
        ...clean.sets,
        { id: "old-own", planId: "old", kind: "plan", name: "前の計画", startYear: 2022, endYear: 2031 },
      ],
      targets: [...clean.targets, target("old-births", "old-own", 280), target("old-births", "old-own", 290, 2026)],
    };
    const [found, ...others] = detect(facts);
    expect(others).toEqual([]);
    expect(found?.facts).toEqual(["令和13年度：総合計画では 300件", "令和13年度：前の計画では 280件"]);
    expect(found?.places.map(({ place }) => place.kind)).toEqual(["indicator", "indicator"]);
  });

  it("compares numbers with numbers and words with words, and takes different years for no contradiction", () => {
    const inWords = (targetSetId: string, words: string) => ({
      ...target("births", targetSetId, 0),
      value: null,
      words,
    });
    const withWords = (words: string) => ({
      ...clean,
      targets: [inWords("own", "毎年度300人"), inWords("strategic", words)],
    });
    expect(kindsIn(withWords("毎年度 300人"))).toEqual([]);
    expect(kindsIn(withWords("毎年度320人"))).toEqual(["targetsDiffer"]);
    expect(kindsIn({ ...clean, targets: [target("births", "own", 300), inWords("strategic", "300人")] })).toEqual([]);
    expect(
      kindsIn({ ...clean, targets: [target("births", "own", 300), target("births", "strategic", 320, 2030)] }),
    ).toEqual([]);
  });

  it("keeps its key as long as the same is found, so that an acceptance holds for exactly that", () => {
    expect(keysWith(320)).toEqual(keysWith(320));
    expect(keysWith(320)).not.toEqual(keysWith(330));
  });
});
