import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ResponseCategory } from "../response.ts";

/** The city's categories (対応区分) in their order, retired ones among them. */
export async function categoriesIn(db: CityDb): Promise<ResponseCategory[]> {
  const rows = await db.selectFrom("response_category").selectAll().orderBy("position").execute();
  return rows.map((row) => ({
    id: row.id,
    symbol: row.symbol,
    name: row.name,
    isReflected: row.is_reflected,
    needsPlace: row.needs_place,
    isRetired: row.retired_at !== null,
    version: row.version,
  }));
}

export async function insertCategory(tx: Tx, category: ResponseCategory): Promise<void> {
  const last = await tx
    .selectFrom("response_category")
    .select(({ fn }) => fn.max("position").as("position"))
    .executeTakeFirst();
  const { id, symbol, name, isReflected, needsPlace } = category;
  await tx
    .insertInto("response_category")
    .values({
      id,
      symbol,
      name,
      is_reflected: isReflected,
      needs_place: needsPlace,
      position: (last?.position ?? 0) + 1,
    })
    .execute();
}

/** Saves if the category still has the version that the person saw. @returns whether it had */
export async function saveCategory(tx: Tx, category: ResponseCategory, at: Date): Promise<boolean> {
  const saved = await tx
    .updateTable("response_category")
    .set({
      symbol: category.symbol,
      name: category.name,
      is_reflected: category.isReflected,
      needs_place: category.needsPlace,
      retired_at: category.isRetired ? at : null,
      version: category.version + 1,
    })
    .where("id", "=", category.id)
    .where("version", "=", category.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
