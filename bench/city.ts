import { openContext, systemActor, type Ctx } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { createMunicipality, migrateSchema, openDatabase } from "#platform/database/index.ts";
import type { TestCity } from "../test/support/city.ts";
import { migrationFolders } from "#house.ts";
import { openScratch } from "../test/support/scratch.ts";

export const benchActor = systemActor("bench");

export interface BenchCity extends TestCity {
  readonly ctx: Ctx;
  close(): Promise<void>;
}

/** An empty municipality on a PostgreSQL of its own, written by the system. */
export async function benchCity(): Promise<BenchCity> {
  const scratch = await openScratch();
  const database = openDatabase(scratch.url);
  await migrateSchema(database.pool, "platform", migrationFolders.platform);
  const named = { code: "999997", name: "みほん市", hosts: ["c999997.test"] };
  const municipality = await createMunicipality(database, named, migrationFolders);
  const as: TestCity["as"] = (actor) => openContext({ database, municipality, actor, clock: systemClock });
  const close = async () => {
    await database.close();
    await scratch.drop();
  };
  return { database, municipality, as, ctx: as(benchActor), close };
}
