import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { Stage, StageWords } from "../stage.ts";

/** The stages of a plan in their order. */
export async function stagesOf(db: CityDb, planId: string): Promise<Stage[]> {
  const rows = await standing(db).where("plan_id", "=", planId).execute();
  return rows.map(stageOf);
}

/** The stages of all plans, each plan's in their order. */
export async function allStages(db: CityDb): Promise<Stage[]> {
  return (await standing(db).execute()).map(stageOf);
}

function standing(db: CityDb) {
  return db.selectFrom("formulation_stage").where("removed_at", "is", null).selectAll().orderBy("position");
}

function stageOf(row: Selectable<CityTables["formulation_stage"]>): Stage {
  return {
    id: row.id,
    planId: row.plan_id,
    position: row.position,
    name: row.name,
    plannedFrom: row.planned_from ?? "",
    plannedUntil: row.planned_until ?? "",
    isFinal: row.is_final,
    needsConfirmation: row.needs_confirmation,
    manualItems: row.manual_items.split("\n").filter((item) => item !== ""),
    version: row.version,
  };
}

function rowOf(words: StageWords) {
  return {
    name: words.name.trim(),
    planned_from: words.plannedFrom || null,
    planned_until: words.plannedUntil || null,
    is_final: words.isFinal,
    needs_confirmation: words.needsConfirmation,
    manual_items: words.manualItems.join("\n"),
  };
}

export async function insertStage(
  tx: Tx,
  { id, planId, position, ...words }: StageWords & Pick<Stage, "id" | "planId" | "position">,
): Promise<void> {
  await tx
    .insertInto("formulation_stage")
    .values({ id, plan_id: planId, position, ...rowOf(words) })
    .execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function saveStage(
  tx: Tx,
  { id, version, ...words }: StageWords & Pick<Stage, "id" | "version">,
): Promise<boolean> {
  const saved = await tx
    .updateTable("formulation_stage")
    .set({ ...rowOf(words), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function placeStage(tx: Tx, id: string, position: number): Promise<void> {
  await tx.updateTable("formulation_stage").set({ position }).where("id", "=", id).execute();
}

export async function removeStageRow(
  tx: Tx,
  { id, version, at }: Pick<Stage, "id" | "version"> & { readonly at: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable("formulation_stage")
    .set({ removed_at: at, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
