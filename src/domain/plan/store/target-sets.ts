import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { targetSetKindSchema, type SetTarget, type TargetSet } from "../target-set.ts";

/** All target sets (目標の組), or those of one plan, its own first. */
export async function targetSetsIn(db: CityDb, planId?: string): Promise<TargetSet[]> {
  const all = db.selectFrom("target_set").selectAll();
  const query = planId === undefined ? all : all.where("plan_id", "=", planId);
  const rows = await query.orderBy("start_year").orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    kind: targetSetKindSchema.parse(row.kind),
    name: row.name,
    startYear: row.start_year,
    endYear: row.end_year,
  }));
}

export async function insertTargetSet(tx: Tx, set: TargetSet): Promise<void> {
  await tx
    .insertInto("target_set")
    .values({
      id: set.id,
      plan_id: set.planId,
      kind: set.kind,
      name: set.name,
      start_year: set.startYear,
      end_year: set.endYear,
    })
    .execute();
}

/** Targets as the sets hold them, of one set when it is named. */
export async function setTargetsIn(db: CityDb, targetSetId?: string): Promise<SetTarget[]> {
  const all = db.selectFrom("indicator_target").selectAll();
  const query = targetSetId === undefined ? all : all.where("target_set_id", "=", targetSetId);
  const rows = await query.orderBy("target_set_id").orderBy("indicator_id").orderBy("fiscal_year").execute();
  return rows.map((row) => ({
    indicatorId: row.indicator_id,
    targetSetId: row.target_set_id,
    year: row.fiscal_year,
    value: row.value,
    upperValue: row.upper_value,
    words: row.words,
  }));
}

/** Gives a set another name or period. */
export async function updateTargetSet(tx: Tx, { id, name, startYear, endYear }: TargetSet): Promise<void> {
  await tx
    .updateTable("target_set")
    .set({ name, start_year: startYear, end_year: endYear })
    .where("id", "=", id)
    .execute();
}
