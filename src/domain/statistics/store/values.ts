import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Absence, StatisticValue } from "../item.ts";
import type { MunicipalityName } from "../municipality.ts";

export interface ItemValue extends StatisticValue {
  readonly itemId: string;
}

interface ValueQuery {
  readonly itemIds: readonly string[];
  /** All municipalities when left out. */
  readonly codes?: readonly string[];
  readonly year?: number;
}

/** Values in order of year and code. */
export async function valuesOf(db: CityDb, { itemIds, codes, year }: ValueQuery): Promise<ItemValue[]> {
  let query = db
    .selectFrom("statistic_value")
    .selectAll()
    .where(sql<boolean>`item_id = any(${[...itemIds]}::uuid[])`);
  if (codes) query = query.where(sql<boolean>`municipality_code = any(${[...codes]}::text[])`);
  if (year !== undefined) query = query.where("year", "=", year);
  const rows = await query.orderBy("year").orderBy("municipality_code").execute();
  return rows.map((row) => ({
    itemId: row.item_id,
    code: row.municipality_code,
    year: row.year,
    value: row.value,
    absence: row.absence as Absence | null, // the column's check allows no other
  }));
}

/** How much there is of each item: its newest year and how many municipalities it names, and the city's own newest value. */
export interface ItemExtent {
  readonly itemId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly municipalities: number;
}

export async function extentsOf(db: CityDb): Promise<ItemExtent[]> {
  const rows = await db
    .selectFrom("statistic_value")
    .groupBy("item_id")
    .select(({ fn }) => [
      "item_id",
      fn.min("year").as("first_year"),
      fn.max("year").as("last_year"),
      fn.count("municipality_code").distinct().as("municipalities"),
    ])
    .execute();
  return rows.map((row) => ({
    itemId: row.item_id,
    firstYear: row.first_year,
    lastYear: row.last_year,
    municipalities: Number(row.municipalities),
  }));
}

const portion = 50_000;

/** Writes values in place of those that were there. */
export async function saveValues(tx: Tx, values: readonly ItemValue[]): Promise<void> {
  for (let from = 0; from < values.length; from += portion) {
    const part = values.slice(from, from + portion);
    const column = <T>(of: (value: ItemValue) => T) => part.map(of);
    await tx
      .insertInto("statistic_value")
      .columns(["item_id", "municipality_code", "year", "value", "absence"])
      .expression(
        sql`select * from unnest(${column((each) => each.itemId)}::uuid[], ${column((each) => each.code)}::text[],
          ${column((each) => each.year)}::int[], ${column((each) => each.value)}::numeric[], ${column((each) => each.absence)}::text[])`,
      )
      .onConflict((conflict) =>
        conflict.columns(["item_id", "year", "municipality_code"]).doUpdateSet((row) => ({
          value: row.ref("excluded.value"),
          absence: row.ref("excluded.absence"),
        })),
      )
      .execute();
  }
}

/** Municipalities that a file told of and the built-in list lacks. */
export async function otherMunicipalities(db: CityDb): Promise<MunicipalityName[]> {
  return db.selectFrom("statistic_municipality").selectAll().orderBy("code").execute();
}

export async function saveMunicipalities(tx: Tx, municipalities: readonly MunicipalityName[]): Promise<void> {
  if (municipalities.length === 0) return;
  await tx
    .insertInto("statistic_municipality")
    .values([...municipalities])
    .onConflict((conflict) =>
      conflict
        .column("code")
        .doUpdateSet((row) => ({ prefecture: row.ref("excluded.prefecture"), name: row.ref("excluded.name") })),
    )
    .execute();
}
