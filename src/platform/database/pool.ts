import { Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import type { CityTables, PlatformTables } from "./tables.ts";

// Set once for the process: counts and money fit a JS number (bigint columns hold at most yen), dates are days without a zone,
// numeric holds indicator values of at most 15 digits.
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** Tables of one municipality. Always reached through `inCity`, so that the schema is written into every statement. */
export type CityDb = Kysely<CityTables>;
/** Tables that all municipalities of the deployment share. */
export type PlatformDb = Kysely<PlatformTables>;

export interface Database {
  readonly pool: Pool;
  readonly platform: PlatformDb;
  inCity(schema: string): CityDb;
  close(): Promise<void>;
}

/** Opens the pool on a PostgreSQL address. Nothing is connected until the first query. */
export function openDatabase(url: string, max = 10): Database {
  const pool = new Pool({ connectionString: url, max, application_name: "tomoni" });
  pool.on("error", () => {}); // a connection that dies while idle is replaced by the pool; queries report their own errors
  // One that dies between two statements of a transaction says so as an event, which would end the process; the next statement fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  const kysely = new Kysely<CityTables & PlatformTables>({ dialect: new PostgresDialect({ pool }) });
  const cities = new Map<string, CityDb>();
  return {
    pool,
    platform: kysely.withSchema("platform") as unknown as PlatformDb, // the same connection, seen as the shared tables only
    inCity(schema) {
      let city = cities.get(schema);
      if (!city) cities.set(schema, (city = kysely.withSchema(schema) as unknown as CityDb)); // as above
      return city;
    },
    close: () => pool.end(),
  };
}
