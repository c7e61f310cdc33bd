import { afterAll, beforeAll, inject } from "vitest";
import { nobody, openContext, type Actor, type Ctx } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { createMunicipality, openDatabase, type Database, type Municipality } from "#platform/database/index.ts";
import { migrationFolders } from "#house.ts";

/** A municipality of its own for one test file, on the run's PostgreSQL. */
export interface TestCity {
  readonly database: Database;
  readonly municipality: Municipality;
  /** A context for an actor at the stopped moment 2026-11-22 10:00 in Tokyo, unless another is given. */
  as(actor: Actor, now?: string): Ctx;
}

let serial = 0;

/** Call at the top of a test file's describe; the city is dropped after the file. */
export function useCity(name = "みほん市"): () => TestCity {
  let city: TestCity | undefined;
  beforeAll(async () => {
    city = await makeCity(name);
  });
  afterAll(async () => {
    if (!city) return;
    await city.database.pool.query(`drop schema "${city.municipality.schema}" cascade`);
    await city.database.platform
      .deleteFrom("municipality_host")
      .where("municipality_code", "=", city.municipality.code)
      .execute();
    await city.database.platform.deleteFrom("job").where("municipality_code", "=", city.municipality.code).execute();
    await city.database.platform.deleteFrom("municipality").where("code", "=", city.municipality.code).execute();
    await city.database.close();
  });
  return () => {
    if (!city) throw new Error("the city exists only inside tests");
    return city;
  };
}

async function makeCity(name: string): Promise<TestCity> {
  const database = openDatabase(inject("databaseUrl"), 5);
  const code = String((process.pid % 9_000) * 100 + serial++).padStart(6, "0");
  const municipality = await createMunicipality(database, { code, name, hosts: [`c${code}.test`] }, migrationFolders);
  return {
    database,
    municipality,
    as: (actor = nobody, now = "2026-11-22T01:00:00Z") =>
      openContext({ database, municipality, actor, clock: stoppedClock(now) }),
  };
}
