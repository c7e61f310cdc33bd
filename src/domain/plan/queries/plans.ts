import type { Ctx } from "#domain/audit/index.ts";
import { NotFound } from "#kernel/result.ts";
import { findingsOf, type Finding } from "../checks.ts";
import type { Plan, PlanLevel } from "../plan.ts";
import { indicatorsOfPlan } from "../store/indicators.ts";
import { countNodes, linesOf } from "../store/lines.ts";
import { allPlans, levelsOf, planWhere } from "../store/plans.ts";
import { inOrder } from "../tree.ts";

/** A plan with its levels from the top. */
export interface PlanWithLevels extends Plan {
  readonly levels: readonly PlanLevel[];
}

/** All plans, the one that begins last first. */
export async function listPlans(ctx: Ctx): Promise<Plan[]> {
  return allPlans(ctx.db);
}

/** How many plans and nodes a city has, and nothing of what they say: an administrator's guide asks for no more. */
export async function planCounts(ctx: Ctx): Promise<{ readonly plans: number; readonly nodes: number }> {
  const plans = await allPlans(ctx.db);
  return { plans: plans.length, nodes: await countNodes(ctx.db) };
}

/** The plan of this address; NotFound where there is none. */
export async function planBySlug(ctx: Ctx, slug: string): Promise<PlanWithLevels> {
  const plan = await planWhere(ctx.db, "slug", slug);
  if (!plan) throw new NotFound();
  return { ...plan, levels: await levelsOf(ctx.db, plan.id) };
}

export async function planById(ctx: Ctx, id: string): Promise<PlanWithLevels> {
  const plan = await planWhere(ctx.db, "id", id);
  if (!plan) throw new NotFound();
  return { ...plan, levels: await levelsOf(ctx.db, id) };
}

/** How far the making of a plan is: how much of each level there is, and what the measures still lack. */
export interface PlanState {
  readonly levels: readonly (PlanLevel & { readonly nodes: number })[];
  readonly measures: number;
  readonly indicators: number;
  readonly findings: readonly Finding[];
}

/** Counts and checks of a plan, measures in reading order. */
export async function planState(ctx: Ctx, plan: PlanWithLevels): Promise<PlanState> {
  const lines = inOrder(await linesOf(ctx.db, plan.id));
  const indicators = await indicatorsOfPlan(ctx.db, plan.id);
  const depths = new Set(plan.levels.filter((level) => level.hasPage).map((level) => level.depth));
  const measures = lines.filter((line) => depths.has(line.depth));
  return {
    levels: plan.levels.map((level) => ({
      ...level,
      nodes: lines.filter((line) => line.depth === level.depth).length,
    })),
    measures: measures.length,
    indicators: indicators.length,
    findings: findingsOf(measures, indicators),
  };
}
