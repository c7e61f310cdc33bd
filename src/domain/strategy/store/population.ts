import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import {
  figuresSchema,
  type PathKind,
  type PopulationAim,
  type PopulationFrame,
  type PopulationPath,
} from "../population/path.ts";

/** All paths in their order. */
export async function pathsIn(db: CityDb): Promise<PopulationPath[]> {
  const rows = await db.selectFrom("population_path").selectAll().orderBy("position").execute();
  return rows.map(({ base_year: baseYear, is_public: isPublic, kind, figures, ...row }) => ({
    ...row,
    kind: kind as PathKind, // the column's check allows no other
    baseYear,
    isPublic,
    figures: figuresSchema.parse(figures),
  }));
}

function pathRow({ baseYear, isPublic, figures, ...path }: Omit<PopulationPath, "id" | "version" | "position">) {
  const { code, name, kind, source, method } = path;
  const words = { code, name, kind, source, method };
  return { ...words, base_year: baseYear, is_public: isPublic, figures: JSON.stringify(figures) };
}

export async function insertPath(tx: Tx, { id, position, ...path }: PopulationPath): Promise<void> {
  await tx
    .insertInto("population_path")
    .values({ id, position, ...pathRow(path) })
    .execute();
}

/** Saves if the path still has the version that the person saw. @returns whether it had */
export async function savePath(tx: Tx, { id, version, ...path }: PopulationPath): Promise<boolean> {
  const saved = await tx
    .updateTable("population_path")
    .set({ ...pathRow(path), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function deletePath(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("population_path").where("id", "=", id).execute();
}

export async function aimsIn(db: CityDb): Promise<PopulationAim[]> {
  return db.selectFrom("population_aim").selectAll().orderBy("position").execute();
}

export async function insertAim(tx: Tx, aim: PopulationAim): Promise<void> {
  await tx.insertInto("population_aim").values(aim).execute();
}

export async function deleteAim(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("population_aim").where("id", "=", id).execute();
}

export async function framesOfPlans(db: CityDb): Promise<PopulationFrame[]> {
  const rows = await db.selectFrom("population_frame").selectAll().execute();
  return rows.map((row) => ({ planId: row.plan_id, pathId: row.path_id, year: row.year }));
}

/** Sets a plan's frame in the place of the one it had; null takes it away. */
export async function saveFrameOfPlan(
  tx: Tx,
  planId: string,
  frame: Pick<PopulationFrame, "pathId" | "year"> | null,
): Promise<void> {
  await tx.deleteFrom("population_frame").where("plan_id", "=", planId).execute();
  if (!frame) return;
  await tx
    .insertInto("population_frame")
    .values({ plan_id: planId, path_id: frame.pathId, year: frame.year })
    .execute();
}
