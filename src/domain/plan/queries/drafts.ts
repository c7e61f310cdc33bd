import type { Ctx } from "#domain/audit/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Actual } from "../indicator.ts";
import { mayConfirmActuals } from "../permissions.ts";
import type { Plan } from "../plan.ts";
import { indicatorsWithDrafts } from "../store/indicators.ts";
import { nodesById } from "../store/nodes.ts";
import { indicatorRegister, type RegisterLine } from "./indicators.ts";

/** An actual that somebody entered and nobody has called final (入力中), with what helps to judge it. */
export interface DraftActual extends RegisterLine {
  readonly actual: Actual;
  /** The last number before it, of whatever year. */
  readonly before: Actual | undefined;
  /** Whether its year has begun: before that it cannot be confirmed. */
  readonly hasBegun: boolean;
}

/** The drafts of a plan that this person may confirm, in reading order. */
export async function draftActuals(ctx: Ctx, plan: Pick<Plan, "id" | "startYear">): Promise<DraftActual[]> {
  const thisYear = fiscalYearOf(ctx.clock.today());
  const lines = await indicatorRegister(ctx, plan);
  return lines
    .filter(({ indicator, measure }) =>
      mayConfirmActuals(ctx.actor, { ...measure, ownDivisionId: indicator.divisionId }),
    )
    .flatMap((line) => {
      const { actuals } = line.indicator;
      return actuals
        .filter(({ state }) => state === "draft")
        .map((actual) => ({
          ...line,
          actual,
          before: actuals.findLast(({ year, value }) => year < actual.year && value !== null),
          hasBegun: actual.year <= thisYear,
        }));
    });
}

/** How many drafts of a plan wait for this person to confirm them; read on the first page, and so without the whole register. */
export async function countDraftActuals(ctx: Ctx, planId: string): Promise<number> {
  const thisYear = fiscalYearOf(ctx.clock.today());
  const indicators = await indicatorsWithDrafts(ctx.db, planId);
  const nodes = new Map(
    (await nodesById(ctx.db, [...new Set(indicators.map(({ nodeId }) => nodeId))])).map((node) => [node.id, node]),
  );
  return indicators.reduce((sum, { nodeId, divisionId, actuals }) => {
    const node = nodes.get(nodeId);
    const isTheirs = node && mayConfirmActuals(ctx.actor, { ...node, ownDivisionId: divisionId });
    return sum + (isTheirs ? actuals.filter(({ state, year }) => state === "draft" && year <= thisYear).length : 0);
  }, 0);
}
