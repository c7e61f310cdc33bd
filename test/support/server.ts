import type { TestProject } from "vitest/node";
import { migrateSchema, openDatabase } from "#platform/database/index.ts";
import { migrationFolders } from "#house.ts";
import { openScratch } from "./scratch.ts";

/** One PostgreSQL database for the whole run; each test file makes a municipality of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await openScratch();
  const database = openDatabase(scratch.url, 1);
  await migrateSchema(database.pool, "platform", migrationFolders.platform);
  await database.close();
  project.provide("databaseUrl", scratch.url);
  return scratch.drop;
}

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}
