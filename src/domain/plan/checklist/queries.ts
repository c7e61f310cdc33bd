import type { Ctx } from "#domain/audit/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { findingsOf } from "../checks.ts";
import { lineageBoard } from "../lineage/queries.ts";
import type { PlanWithLevels } from "../queries/plans.ts";
import { sdgMatrix } from "../queries/sdg-matrix.ts";
import { targetsOutside } from "../rebasing/draft.ts";
import { indicatorsOfPlan } from "../store/indicators.ts";
import { checklistOf, type CheckItem } from "./checklist.ts";
import { seesQualityOf } from "./permissions.ts";
import { qualityOf, type DivisionQuality } from "./quality.ts";

/** Everything that is to be mended before a version of the plan is made. */
export async function planChecklist(ctx: Ctx, plan: PlanWithLevels): Promise<CheckItem[]> {
  const { rows, gaps } = await sdgMatrix(ctx, plan);
  const indicators = await indicatorsOfPlan(ctx.db, plan.id);
  const divisions = new Map(rows.map((row) => [row.id, row.divisionId]));
  return checklistOf({
    findings: findingsOf(rows, indicators),
    divisionOf: (nodeId) => divisions.get(nodeId) ?? null,
    gaps,
    lineage: await lineageBoard(ctx, plan),
    outside: targetsOutside(indicators, plan),
  });
}

/** The board of the plan's divisions, as far as the person may see it. */
export interface QualityBoard {
  /** The fiscal year whose values are looked for: the last that ended. */
  readonly year: number;
  readonly divisions: readonly DivisionQuality[];
}

export async function planQuality(ctx: Ctx, plan: PlanWithLevels): Promise<QualityBoard> {
  const today = ctx.clock.today();
  const year = fiscalYearOf(today) - 1;
  const { rows } = await sdgMatrix(ctx, plan);
  const indicators = await indicatorsOfPlan(ctx.db, plan.id);
  const unfinished = new Set(findingsOf(rows, indicators).map(({ measure }) => measure.id));
  const divisions = qualityOf({ measures: rows, unfinished, indicators, year, today });
  return { year, divisions: divisions.filter(({ divisionId }) => seesQualityOf(ctx.actor, divisionId)) };
}
