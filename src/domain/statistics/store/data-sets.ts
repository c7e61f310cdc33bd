import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { DataSet, DataSetWords, Direction, Item, ItemWords } from "../item.ts";

type DataSetRow = Awaited<ReturnType<typeof dataSetRows>>[number];
type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];

function dataSetRows(db: CityDb) {
  return db.selectFrom("statistic_data_set").selectAll().orderBy("created_at").orderBy("code").execute();
}

function itemRows(db: CityDb) {
  return db.selectFrom("statistic_item").selectAll().orderBy("position").orderBy("code").execute();
}

function toDataSet({ source_address: sourceAddress, created_at: _at, ...row }: DataSetRow): DataSet {
  return { ...row, sourceAddress };
}

function toItem({ data_set_id: dataSetId, is_public: isPublic, direction, ...row }: ItemRow): Item {
  return { ...row, dataSetId, isPublic, direction: direction as Direction | null }; // the column's check allows no other
}

/** In the order in which they came. */
export async function dataSetsIn(db: CityDb): Promise<DataSet[]> {
  return (await dataSetRows(db)).map(toDataSet);
}

/** All items, in the order of their sets. */
export async function itemsIn(db: CityDb): Promise<Item[]> {
  return (await itemRows(db)).map(toItem);
}

export async function itemWithCode(db: CityDb, code: string): Promise<Item | undefined> {
  const row = await db.selectFrom("statistic_item").where("code", "=", code).selectAll().executeTakeFirst();
  return row && toItem(row);
}

export async function insertDataSet(
  tx: Tx,
  { sourceAddress, version: _v, ...set }: DataSet,
  createdAt: Date,
): Promise<void> {
  await tx
    .insertInto("statistic_data_set")
    .values({ ...set, source_address: sourceAddress, created_at: createdAt })
    .execute();
}

/** Saves the words if the set still has the version that the person saw. @returns whether it had */
export async function saveDataSet(
  tx: Tx,
  { id, version }: Pick<DataSet, "id" | "version">,
  { sourceAddress, ...words }: DataSetWords,
): Promise<boolean> {
  const saved = await tx
    .updateTable("statistic_data_set")
    .set({ ...words, source_address: sourceAddress, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function insertItems(tx: Tx, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ dataSetId, isPublic, version: _v, ...item }) => ({
    ...item,
    data_set_id: dataSetId,
    is_public: isPublic,
  }));
  await tx.insertInto("statistic_item").values(rows).execute();
}

/** Saves the words if the item still has the version that the person saw. @returns whether it had */
export async function saveItem(
  tx: Tx,
  { id, version }: Pick<Item, "id" | "version">,
  { isPublic, ...words }: ItemWords,
): Promise<boolean> {
  const saved = await tx
    .updateTable("statistic_item")
    .set({ ...words, is_public: isPublic, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Sets which items of a set the next publication contains. */
export async function savePublicItems(tx: Tx, dataSetId: string, publicIds: readonly string[]): Promise<void> {
  const inSet = tx.updateTable("statistic_item").where("data_set_id", "=", dataSetId);
  await inSet.set({ is_public: false }).execute();
  if (publicIds.length > 0)
    await inSet
      .set({ is_public: true })
      .where("id", "in", [...publicIds])
      .execute();
}
