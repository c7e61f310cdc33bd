import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { isKnownKind } from "../labels.ts";
import type { Plan, PlanEntry, PlanLevel } from "../plan.ts";

function planOf(row: Selectable<CityTables["plan"]>): Plan {
  return {
    id: row.id,
    slug: row.slug,
    kind: isKnownKind(row.kind) ? row.kind : "sectoralPlan",
    name: row.name,
    vision: row.vision,
    summary: row.summary,
    startYear: row.start_year,
    endYear: row.end_year,
    predecessorId: row.predecessor_id,
    divisionId: row.division_id,
    version: row.version,
  };
}

function planRow(entry: PlanEntry) {
  return {
    slug: entry.slug,
    kind: entry.kind,
    name: entry.name.trim(),
    vision: entry.vision.trim(),
    summary: entry.summary.trim(),
    start_year: entry.startYear,
    end_year: entry.endYear,
    predecessor_id: entry.predecessorId,
    division_id: entry.divisionId,
  };
}

/** All plans, the one that begins last first. */
export async function allPlans(db: CityDb): Promise<Plan[]> {
  const rows = await db
    .selectFrom("plan")
    .selectAll()
    .where("removed_at", "is", null)
    .orderBy("start_year", "desc")
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(planOf);
}

export async function planWhere(db: CityDb, column: "id" | "slug", value: string): Promise<Plan | undefined> {
  const row = await db
    .selectFrom("plan")
    .selectAll()
    .where(column, "=", value)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && planOf(row);
}

/** The plan, held by this transaction: acts on one tree follow each other. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan> {
  const row = await tx
    .selectFrom("plan")
    .selectAll()
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return planOf(row);
}

export async function insertPlan(tx: Tx, entry: PlanEntry): Promise<Plan> {
  const row = await tx
    .insertInto("plan")
    .values({ ...planRow(entry), id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("target_set")
    .values({ id: newId(), plan_id: row.id, kind: "plan", ...targetSetRow(entry) })
    .execute();
  return planOf(row);
}

function targetSetRow(entry: PlanEntry) {
  return { name: entry.name.trim(), start_year: entry.startYear, end_year: entry.endYear };
}

/** Saves a plan's head; its own target set goes by the same name and period. */
export async function updatePlan(tx: Tx, plan: Plan): Promise<Plan> {
  const row = await tx
    .updateTable("plan")
    .set({ ...planRow(plan), version: plan.version + 1 })
    .where("id", "=", plan.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("target_set")
    .set(targetSetRow(plan))
    .where("plan_id", "=", plan.id)
    .where("kind", "=", "plan")
    .execute();
  return planOf(row);
}

export async function levelsOf(db: CityDb, planId: string): Promise<PlanLevel[]> {
  const rows = await db.selectFrom("plan_level").selectAll().where("plan_id", "=", planId).orderBy("depth").execute();
  return rows.map((row) => ({
    depth: row.depth,
    name: row.name,
    codePattern: row.code_pattern,
    evaluator: row.evaluator,
    hasPage: row.has_page,
  }));
}

/** Writes the levels from the top; those that are no longer there are removed (the tree must not reach so deep). */
export async function saveLevels(tx: Tx, planId: string, levels: readonly Omit<PlanLevel, "depth">[]): Promise<void> {
  const rows = levels.map((level, index) => ({
    id: newId(),
    plan_id: planId,
    depth: index + 1,
    name: level.name.trim(),
    code_pattern: level.codePattern.trim(),
    evaluator: level.evaluator.trim(),
    has_page: level.hasPage,
  }));
  await tx.deleteFrom("plan_level").where("plan_id", "=", planId).where("depth", ">", levels.length).execute();
  await tx
    .insertInto("plan_level")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["plan_id", "depth"]).doUpdateSet((eb) => ({
        name: eb.ref("excluded.name"),
        code_pattern: eb.ref("excluded.code_pattern"),
        evaluator: eb.ref("excluded.evaluator"),
        has_page: eb.ref("excluded.has_page"),
      })),
    )
    .execute();
}

/** How deep the tree reaches, removed nodes among it since they can come back. */
export async function deepestNode(tx: Tx, planId: string): Promise<number> {
  const row = await tx
    .selectFrom("plan_node")
    .where("plan_id", "=", planId)
    .select((eb) => eb.fn.max("depth").as("depth"))
    .executeTakeFirst();
  return Number(row?.depth ?? 0);
}
