import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateSchema, openDatabase, startEmbedded } from "#platform/database/index.ts";
import { migrationFolders } from "./project.ts";

/** One embedded PostgreSQL for the whole run; each test file makes a municipality of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-test-"));
  const embedded = await startEmbedded(folder);
  const database = openDatabase(embedded.url, 1);
  await migrateSchema(database.pool, "platform", migrationFolders.platform);
  await database.close();
  project.provide("databaseUrl", embedded.url);
  return async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}
