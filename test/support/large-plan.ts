import type { Ctx } from "#domain/audit/index.ts";
import { createPlan, insertBranch, planBySlug, type Branch, type PlanWithLevels } from "#domain/plan/index.ts";

const goals = 7;
const policiesEach = 10;

/** A plan of three levels with about n nodes (at least 147): seven goals, ten policies each, and measures below them. */
export async function largePlan(ctx: Ctx, n: number, slug = "large"): Promise<PlanWithLevels> {
  const levels = ["基本目標", "政策", "施策"].map((name, index) => ({
    name,
    codePattern: index === 0 ? "{n}" : "{parent}-{n}",
    evaluator: "",
    hasPage: index === 2,
  }));
  const words = {
    kind: "basicPlan" as const,
    name: "大きな計画",
    vision: "",
    summary: "",
    startYear: 2027,
    endYear: 2031,
  };
  const plan = await createPlan(ctx, { slug, ...words, levels });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const measuresEach = Math.max(1, Math.round((n - goals - goals * policiesEach) / (goals * policiesEach)));
  const inserted = await ctx.transaction((tx) =>
    insertBranch(tx, ctx, {
      planId: plan.value.id,
      parentId: null,
      branches: numbered("基本目標", goals, () => policies(measuresEach)),
    }),
  );
  if (!inserted.ok) throw new Error(inserted.refusal.message);
  return planBySlug(ctx, slug);
}

function policies(measuresEach: number): Branch[] {
  return numbered("政策", policiesEach, () => numbered("施策", measuresEach, () => []));
}

function numbered(name: string, count: number, children: () => readonly Branch[]): Branch[] {
  return Array.from({ length: count }, (_, index) => ({ title: `${name}その${index + 1}`, children: children() }));
}
