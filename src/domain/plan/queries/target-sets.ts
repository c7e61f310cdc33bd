import type { Ctx } from "#domain/audit/index.ts";
import { indicatorsOfPlan, type StoredIndicator } from "../store/indicators.ts";
import { setTargetsIn, targetSetsIn } from "../store/target-sets.ts";
import type { SetTarget, TargetSet } from "../target-set.ts";

type Reading = Pick<Ctx, "db">;

/** All indicators of a plan with their values, those of removed measures among them. */
export async function planIndicators(ctx: Reading, planId: string): Promise<StoredIndicator[]> {
  return indicatorsOfPlan(ctx.db, planId);
}

/** All target sets (目標の組) of the city. */
export async function targetSets(ctx: Reading): Promise<TargetSet[]> {
  return targetSetsIn(ctx.db);
}

/** Targets as the sets hold them, of one set when it is named. */
export async function targetsInSets(ctx: Reading, targetSetId?: string): Promise<SetTarget[]> {
  return setTargetsIn(ctx.db, targetSetId);
}
