import { sql, type RawBuilder } from "kysely";
import type { CityTables } from "#platform/database/index.ts";
import type { TestCity } from "./city.ts";

/** Runs statements on a city's tables as whoever owns the database could. */
export async function asOwner(city: TestCity, ...statements: readonly RawBuilder<unknown>[]): Promise<void> {
  const { schema } = city.municipality;
  await city.database
    .inCity(schema)
    .transaction()
    .execute(async (tx) => {
      await sql`set local search_path to ${sql.id(schema)}`.execute(tx);
      for (const statement of statements) await statement.execute(tx);
    });
}

/** Changes a table's rows with the table's own triggers set aside. */
export async function tamper(city: TestCity, table: keyof CityTables, statement: RawBuilder<unknown>): Promise<void> {
  const name = sql.id(table);
  await asOwner(
    city,
    sql`alter table ${name} disable trigger user`,
    statement,
    sql`alter table ${name} enable trigger user`,
  );
}
