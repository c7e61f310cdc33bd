import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { insertTargetSet, planById, updateTargetSet } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { strategyRefusals } from "../labels.ts";
import { mayManageStrategy } from "../permissions.ts";
import { projectsIn } from "../store/grants.ts";
import { indicatorMarksIn, measureMarksIn } from "../store/marks.ts";
import {
  deleteGoal,
  goalsIn,
  insertGoal,
  insertPeriodChange,
  insertStrategy,
  saveGoal,
  saveStrategy,
  strategiesIn,
} from "../store/strategies.ts";
import {
  goalFault,
  noPeriodGround,
  periodFault,
  strategyFault,
  type GoalWords,
  type PeriodGround,
  type Strategy,
  type StrategyWords,
} from "../strategy.ts";

/** Makes a strategy (総合戦略) on a plan, with a target set of its own. */
export async function createStrategy(
  ctx: Ctx,
  { planId, ...words }: StrategyWords & { readonly planId: string },
): Promise<Result<Strategy>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const fault = strategyFault(words);
  if (fault) return refuse(fault);
  await planById(ctx, planId);
  return ctx.transaction(async (tx) => {
    if ((await strategiesIn(tx)).some(({ slug }) => slug === words.slug)) return refuse(strategyRefusals.wordTaken);
    const targetSetId = newId();
    const { name, startYear, endYear } = words;
    await insertTargetSet(tx, { id: targetSetId, planId, kind: "strategy", name: name.trim(), startYear, endYear });
    const strategy: Strategy = { ...tidied(words), id: newId(), planId, targetSetId, version: 1 };
    await insertStrategy(tx, strategy);
    await record(tx, ctx, "strategy.created", { strategyId: strategy.id, planId });
    return accept(strategy);
  });
}

function tidied(words: StrategyWords): StrategyWords {
  return {
    ...words,
    name: words.name.trim(),
    statement: words.statement.trim(),
    source: words.source.trim(),
  };
}

/** Changes what is said of a strategy. Another period needs its reason and is kept in the history (期間の変更). */
export async function editStrategy(
  ctx: Ctx,
  {
    id,
    version,
    ground = noPeriodGround,
    ...words
  }: StrategyWords & Pick<Strategy, "id" | "version"> & { readonly ground?: PeriodGround },
): Promise<Result<Strategy>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  return ctx.transaction(async (tx) => {
    const strategies = await strategiesIn(tx);
    const before = strategies.find((each) => each.id === id);
    if (!before) throw new NotFound();
    const fault = strategyFault(words) ?? periodFault(before, words, ground);
    if (fault) return refuse(fault);
    if (strategies.some((each) => each.slug === words.slug && each.id !== id))
      return refuse(strategyRefusals.wordTaken);
    const after = { ...before, ...tidied(words), version };
    if (!(await saveStrategy(tx, after))) return refuse(strategyRefusals.stale);
    await updateTargetSet(tx, { ...after, id: before.targetSetId, kind: "strategy" });
    if (before.startYear !== after.startYear || before.endYear !== after.endYear)
      await keepPeriod(tx, ctx, { before, ground });
    await record(tx, ctx, "strategy.edited", { strategyId: id });
    return accept({ ...after, version: version + 1 });
  });
}

async function keepPeriod(
  tx: Tx,
  ctx: Ctx,
  { before, ground }: { readonly before: Strategy; readonly ground: PeriodGround },
): Promise<void> {
  await insertPeriodChange(tx, {
    id: newId(),
    strategyId: before.id,
    startYear: before.startYear,
    endYear: before.endYear,
    reason: ground.reason.trim(),
    decidedBy: ground.decidedBy.trim(),
    decidedOn: ground.decidedOn || null,
    savedBy: personId(ctx.actor),
    savedAt: ctx.clock.now(),
  });
}

/** Adds a basic goal (基本目標) to a strategy, or changes one when its id is given. */
export async function keepGoal(
  ctx: Ctx,
  { strategyId, goalId, ...words }: GoalWords & { readonly strategyId: string; readonly goalId?: string },
): Promise<Result<{ id: string }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const fault = goalFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await strategiesIn(tx)).some(({ id }) => id === strategyId)) throw new NotFound();
    const goals = await goalsIn(tx, strategyId);
    if (goalId !== undefined && !goals.some(({ id }) => id === goalId)) throw new NotFound();
    const id = goalId ?? newId();
    const goal = { ...words, code: words.code.trim(), name: words.name.trim(), id };
    if (goalId === undefined)
      await insertGoal(tx, { ...goal, strategyId, position: (goals.at(-1)?.position ?? 0) + 1 });
    else await saveGoal(tx, goal);
    await record(tx, ctx, goalId === undefined ? "strategy.goal.added" : "strategy.goal.edited", {
      strategyId,
      goalId: id,
    });
    return accept({ id });
  });
}

/** Removes a basic goal to which nothing is tied. */
export async function removeGoal(
  ctx: Ctx,
  { strategyId, goalId }: { readonly strategyId: string; readonly goalId: string },
): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await goalsIn(tx, strategyId)).some(({ id }) => id === goalId)) throw new NotFound();
    const tied = [...(await measureMarksIn(tx)), ...(await indicatorMarksIn(tx)), ...(await projectsIn(tx))];
    if (tied.some((each) => each.goalId === goalId)) return refuse(strategyRefusals.goalInUse);
    await deleteGoal(tx, goalId);
    await record(tx, ctx, "strategy.goal.removed", { strategyId, goalId });
    return accept(null);
  });
}
