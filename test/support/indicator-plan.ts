import type { Ctx } from "#domain/audit/index.ts";
import {
  createPlan,
  emptyIndicatorContent,
  insertBranch,
  planById,
  type Branch,
  type PlanWithLevels,
} from "#domain/plan/index.ts";

const perMeasure = 5;

/** A plan with so many indicators over five years, each with ten years of actuals (2022 to 2031) and targets: five to a measure. */
export async function indicatorPlan(ctx: Ctx, count: number, slug = "indicators"): Promise<PlanWithLevels> {
  const level = { codePattern: "{parent}-{n}", evaluator: "", hasPage: false };
  const levels = [
    { ...level, name: "政策", codePattern: "{n}" },
    { ...level, name: "施策", hasPage: true },
  ];
  const words = { slug, kind: "basicPlan", name: "指標の多い計画", vision: "", summary: "" } as const;
  const plan = await createPlan(ctx, { ...words, startYear: 2027, endYear: 2031, levels });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const measures = Math.ceil(count / perMeasure);
  const branches = Array.from({ length: Math.ceil(measures / 10) }, (_, policy) => ({
    title: `政策その${policy + 1}`,
    children: measuresOf(policy, { measures, count }),
  }));
  const planId = plan.value.id;
  const inserted = await ctx.transaction((tx) => insertBranch(tx, ctx, { planId, parentId: null, branches }));
  if (!inserted.ok) throw new Error(inserted.refusal.message);
  return planById(ctx, planId);
}

function measuresOf(
  policy: number,
  { measures, count }: { readonly measures: number; readonly count: number },
): Branch[] {
  return Array.from({ length: Math.min(10, measures - policy * 10) }, (_, index) => {
    const first = (policy * 10 + index) * perMeasure;
    return {
      title: `地域の防災力を高める施策その${policy * 10 + index + 1}`,
      indicators: Array.from({ length: Math.min(perMeasure, count - first) }, (_each, place) =>
        indicator(first + place),
      ),
    };
  });
}

/** The n-th indicator: value n.y in the y-th year, every seventh of them still being counted; the first five years are confirmed. */
function indicator(n: number) {
  const years = Array.from({ length: 10 }, (_, index) => 2022 + index);
  const beside = { note: "", numerator: null, denominator: null };
  return {
    ...emptyIndicatorContent,
    name: `防災訓練に参加した人の割合その${n + 1}`,
    unit: "％",
    decimals: 1,
    description: "参加者÷人口",
    source: "危機管理課調べ",
    baseline: { year: 2025, value: 12.5, words: "" },
    targets: [2029, 2031].map((year) => ({ year, value: n + 20, upperValue: null, words: "" })),
    actuals: years.map((year, index) => ({
      ...beside,
      year,
      ...((n + index) % 7 === 6
        ? { value: null, absence: "counting" as const }
        : { value: n + index / 10, absence: null }),
      state: index < 5 ? ("confirmed" as const) : ("draft" as const),
    })),
  };
}
