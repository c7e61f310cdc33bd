import { escapeIdentifier } from "pg";
import { noteUpgrade } from "./deployment.ts";
import { listMunicipalities, type MigrationFolders, type Municipality } from "./municipalities.ts";
import { migrateSchema, readMigrations } from "./migrations.ts";
import type { Database } from "./pool.ts";

/** Why a municipality cannot be served now: its schema could not be brought up to date. */
export interface FailedUpgrade {
  readonly municipality: Municipality;
  readonly reason: string;
}

/**
 * Brings the shared tables and then every municipality's schema to the newest migration. A municipality whose migration fails
 * keeps its old schema; the others go on.
 * @throws when the shared tables cannot be migrated
 */
export async function upgradeAll(database: Database, folders: MigrationFolders): Promise<FailedUpgrade[]> {
  await migrateSchema(database.pool, "platform", folders.platform);
  const failed: FailedUpgrade[] = [];
  for (const municipality of await listMunicipalities(database)) {
    try {
      await migrateSchema(database.pool, municipality.schema, folders.city);
      await noteUpgrade(database, municipality.schema, null);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failed.push({ municipality, reason });
      await noteUpgrade(database, municipality.schema, reason);
    }
  }
  return failed;
}

/** Which numbered files a schema has had, and which it still waits for. */
export interface SchemaState {
  readonly applied: readonly string[];
  readonly due: readonly string[];
}

export async function schemaState(database: Database, schema: string, folder: string): Promise<SchemaState> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select name from ${escapeIdentifier(schema)}.migration order by name`,
  );
  const applied = rows.map((row) => row.name);
  const names = (await readMigrations(folder)).map((migration) => migration.name);
  return { applied, due: names.filter((name) => !applied.includes(name)) };
}
