import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { planIndicators, planOutline } from "#domain/plan/index.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { strategyRefusals } from "../labels.ts";
import { mayManageStrategy } from "../permissions.ts";
import { deleteAcceptance, saveAcceptance, saveIndicatorMarks, saveMeasureMarks } from "../store/marks.ts";
import { goalsIn, saveStrategy, strategiesIn } from "../store/strategies.ts";
import type { IndicatorMark, MeasureMark, Strategy } from "../strategy.ts";

type Seen = Pick<Strategy, "id" | "version">;

/** Says which measures serve which goals of a strategy: all marks of the table at once. */
export async function markMeasures(
  ctx: Ctx,
  { id, version, marks }: Seen & { readonly marks: readonly MeasureMark[] },
): Promise<Result<{ version: number }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const nodes = new Set((await planOutline(ctx, await planOf(ctx, id))).map((node) => node.id));
  return ctx.transaction(async (tx) => {
    if (!(await countUp(tx, { id, version }))) return refuse(strategyRefusals.stale);
    const goals = new Set((await goalsIn(tx, id)).map((goal) => goal.id));
    if (marks.some(({ nodeId, goalId }) => !nodes.has(nodeId) || !goals.has(goalId))) throw new NotFound();
    await saveMeasureMarks(tx, id, distinct(marks));
    await record(tx, ctx, "strategy.measures.marked", { strategyId: id, nodes: marks.length });
    return accept({ version: version + 1 });
  });
}

/** Says which indicators are figures of a goal (数値目標) and which are KPI of measures: all marks of the table at once. */
export async function markIndicators(
  ctx: Ctx,
  { id, version, marks }: Seen & { readonly marks: readonly IndicatorMark[] },
): Promise<Result<{ version: number }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const indicators = new Set((await planIndicators(ctx, await planOf(ctx, id))).map((each) => each.id));
  return ctx.transaction(async (tx) => {
    if (!(await countUp(tx, { id, version }))) return refuse(strategyRefusals.stale);
    const goals = new Set((await goalsIn(tx, id)).map((goal) => goal.id));
    const isKnown = ({ indicatorId, goalId }: IndicatorMark) =>
      indicators.has(indicatorId) && (goalId === null || goals.has(goalId));
    if (!marks.every(isKnown)) throw new NotFound();
    await saveIndicatorMarks(tx, id, marks);
    await record(tx, ctx, "strategy.indicators.marked", { strategyId: id, indicators: marks.length });
    return accept({ version: version + 1 });
  });
}

/** The plan on which a strategy's marks lie. @throws NotFound */
async function planOf(ctx: Ctx, id: string): Promise<string> {
  const strategy = (await strategiesIn(ctx.db)).find((each) => each.id === id);
  if (!strategy) throw new NotFound();
  return strategy.planId;
}

/** Counts the strategy's version up. @returns false when somebody else saved before */
async function countUp(tx: Tx, { id, version }: Seen): Promise<boolean> {
  const strategy = (await strategiesIn(tx)).find((each) => each.id === id);
  return strategy !== undefined && (await saveStrategy(tx, { ...strategy, version }));
}

function distinct(marks: readonly MeasureMark[]): MeasureMark[] {
  return [...new Map(marks.map((mark) => [`${mark.nodeId} ${mark.goalId}`, mark])).values()];
}

/** Leaves a finding as it is, with the reason. It holds for exactly what was found. */
export async function acceptFinding(
  ctx: Ctx,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  if (reason.trim() === "") return refuse(strategyRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const acceptedAt = ctx.clock.now();
    await saveAcceptance(tx, { key, reason: reason.trim(), acceptedBy: personId(ctx.actor), acceptedAt });
    await record(tx, ctx, "strategy.finding.accepted", { finding: key });
    return accept(null);
  });
}

export async function reopenFinding(ctx: Ctx, key: string): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  return ctx.transaction(async (tx) => {
    await deleteAcceptance(tx, key);
    await record(tx, ctx, "strategy.finding.reopened", { finding: key });
    return accept(null);
  });
}
