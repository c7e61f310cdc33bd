import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { PeriodChange, Strategy, StrategyForm, StrategyGoal } from "../strategy.ts";

/** All strategies, the one that begins last first. */
export async function strategiesIn(db: CityDb): Promise<Strategy[]> {
  const rows = await db.selectFrom("strategy").selectAll().orderBy("start_year", "desc").orderBy("slug").execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    planId: row.plan_id,
    frameId: row.frame_id,
    targetSetId: row.target_set_id,
    form: row.form as StrategyForm, // the column's check allows no other
    name: row.name,
    statement: row.statement,
    source: row.source,
    startYear: row.start_year,
    endYear: row.end_year,
    version: row.version,
  }));
}

function strategyRow(strategy: Strategy) {
  const { slug, form, name, statement, source } = strategy;
  const words = { slug, form, name, statement, source };
  return { ...words, frame_id: strategy.frameId, start_year: strategy.startYear, end_year: strategy.endYear };
}

export async function insertStrategy(tx: Tx, strategy: Strategy): Promise<void> {
  const { id, planId, targetSetId } = strategy;
  await tx
    .insertInto("strategy")
    .values({ id, plan_id: planId, target_set_id: targetSetId, ...strategyRow(strategy) })
    .execute();
}

/** Saves if the strategy still has the version that the person saw. @returns whether it had */
export async function saveStrategy(tx: Tx, strategy: Strategy): Promise<boolean> {
  const saved = await tx
    .updateTable("strategy")
    .set({ ...strategyRow(strategy), version: strategy.version + 1 })
    .where("id", "=", strategy.id)
    .where("version", "=", strategy.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function goalsIn(db: CityDb, strategyId?: string): Promise<StrategyGoal[]> {
  let query = db.selectFrom("strategy_goal").selectAll();
  if (strategyId !== undefined) query = query.where("strategy_id", "=", strategyId);
  const rows = await query.orderBy("position").execute();
  return rows.map(({ strategy_id: id, frame_goals: frameGoals, ...row }) => ({ ...row, strategyId: id, frameGoals }));
}

export async function insertGoal(tx: Tx, { strategyId, frameGoals, ...goal }: StrategyGoal): Promise<void> {
  await tx
    .insertInto("strategy_goal")
    .values({ ...goal, strategy_id: strategyId, frame_goals: [...frameGoals] })
    .execute();
}

export async function saveGoal(tx: Tx, goal: Omit<StrategyGoal, "strategyId" | "position">): Promise<void> {
  const { id, code, name, description, frameGoals } = goal;
  await tx
    .updateTable("strategy_goal")
    .set({ code, name, description, frame_goals: [...frameGoals] })
    .where("id", "=", id)
    .execute();
}

export async function deleteGoal(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("strategy_goal").where("id", "=", id).execute();
}

/** Changes of a strategy's period, the earliest first. */
export async function periodChangesOf(db: CityDb, strategyId: string): Promise<PeriodChange[]> {
  const rows = await db
    .selectFrom("strategy_period_change")
    .selectAll()
    .where("strategy_id", "=", strategyId)
    .orderBy("saved_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startYear: row.start_year,
    endYear: row.end_year,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    savedAt: row.saved_at,
  }));
}

export async function insertPeriodChange(
  tx: Tx,
  change: PeriodChange & { readonly strategyId: string; readonly savedBy: string | null },
): Promise<void> {
  const { id, reason } = change;
  await tx
    .insertInto("strategy_period_change")
    .values({
      id,
      reason,
      strategy_id: change.strategyId,
      start_year: change.startYear,
      end_year: change.endYear,
      decided_by: change.decidedBy,
      decided_on: change.decidedOn,
      saved_by: change.savedBy,
      saved_at: change.savedAt,
    })
    .execute();
}
