import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Boilerplate } from "../response.ts";

export async function boilerplatesIn(db: CityDb): Promise<Boilerplate[]> {
  const rows = await db
    .selectFrom("boilerplate")
    .where("removed_at", "is", null)
    .select(["id", "title", "content", "category_id as categoryId", "version"])
    .orderBy("title")
    .execute();
  return rows;
}

export async function insertBoilerplate(tx: Tx, { id, title, content, categoryId }: Boilerplate): Promise<void> {
  await tx.insertInto("boilerplate").values({ id, title, content, category_id: categoryId }).execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function saveBoilerplate(
  tx: Tx,
  { id, title, content, categoryId, version }: Boilerplate,
): Promise<boolean> {
  const saved = await tx
    .updateTable("boilerplate")
    .set({ title, content, category_id: categoryId, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** The title goes with it, so that another may have it. */
export async function markBoilerplateRemoved(tx: Tx, { id, title }: Boilerplate, at: Date): Promise<void> {
  await tx
    .updateTable("boilerplate")
    .set({ removed_at: at, title: `${title}（${id}）` })
    .where("id", "=", id)
    .execute();
}
