import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { IndicatorMark, MeasureMark } from "../strategy.ts";

type OfStrategy<T> = T & { readonly strategyId: string };

export async function measureMarksIn(db: CityDb): Promise<OfStrategy<MeasureMark>[]> {
  const rows = await db.selectFrom("strategy_measure").selectAll().execute();
  return rows.map((row) => ({ strategyId: row.strategy_id, nodeId: row.node_id, goalId: row.goal_id }));
}

export async function indicatorMarksIn(db: CityDb): Promise<OfStrategy<IndicatorMark>[]> {
  const rows = await db.selectFrom("strategy_indicator").selectAll().execute();
  return rows.map((row) => ({ strategyId: row.strategy_id, indicatorId: row.indicator_id, goalId: row.goal_id }));
}

/** Puts a strategy's marks on measures in the place of those it had. */
export async function saveMeasureMarks(tx: Tx, strategyId: string, marks: readonly MeasureMark[]): Promise<void> {
  await tx.deleteFrom("strategy_measure").where("strategy_id", "=", strategyId).execute();
  const rows = marks.map(({ nodeId, goalId }) => ({ strategy_id: strategyId, node_id: nodeId, goal_id: goalId }));
  if (rows.length > 0) await tx.insertInto("strategy_measure").values(rows).execute();
}

/** Puts a strategy's marks on indicators in the place of those it had. */
export async function saveIndicatorMarks(tx: Tx, strategyId: string, marks: readonly IndicatorMark[]): Promise<void> {
  await tx.deleteFrom("strategy_indicator").where("strategy_id", "=", strategyId).execute();
  const rows = marks.map((mark) => ({
    strategy_id: strategyId,
    indicator_id: mark.indicatorId,
    goal_id: mark.goalId,
  }));
  if (rows.length > 0) await tx.insertInto("strategy_indicator").values(rows).execute();
}

/** A finding that the city leaves as it is, with why. */
export interface Acceptance {
  readonly key: string;
  readonly reason: string;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date;
}

export async function acceptancesIn(db: CityDb): Promise<Acceptance[]> {
  const rows = await db.selectFrom("strategy_acceptance").selectAll().execute();
  return rows.map(({ accepted_by: acceptedBy, accepted_at: acceptedAt, ...row }) => ({
    ...row,
    acceptedBy,
    acceptedAt,
  }));
}

export async function saveAcceptance(tx: Tx, { key, reason, acceptedBy, acceptedAt }: Acceptance): Promise<void> {
  const row = { key, reason, accepted_by: acceptedBy, accepted_at: acceptedAt };
  await tx.deleteFrom("strategy_acceptance").where("key", "=", key).execute();
  await tx.insertInto("strategy_acceptance").values(row).execute();
}

export async function deleteAcceptance(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom("strategy_acceptance").where("key", "=", key).execute();
}
