import type { Database } from "./pool.ts";
import type { MigrationFolders } from "./municipalities.ts";
import { schemaState } from "./upgrades.ts";

/** A municipality as whoever looks after the deployment sees it: nothing of what is in it. */
export interface DeployedCity {
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly hosts: readonly string[];
  /** How many migrations it still waits for. */
  readonly due: number;
  /** Why its tables could not be brought up to date at the last start; null when they were. */
  readonly failure: string | null;
  /** Bytes on disk. */
  readonly size: number;
}

/** All municipalities of the deployment, by code. */
export async function deployedCities(database: Database, folders: MigrationFolders): Promise<DeployedCity[]> {
  const rows = await database.platform.selectFrom("municipality").selectAll().orderBy("code").execute();
  const hosts = await database.platform.selectFrom("municipality_host").selectAll().orderBy("host").execute();
  const cities: DeployedCity[] = [];
  for (const row of rows) {
    const state = await stateOf(database, row.schema_name, folders);
    cities.push({
      code: row.code,
      name: row.name,
      isDefault: row.is_default,
      hosts: hosts.flatMap(({ host, municipality_code: code }) => (code === row.code ? [host] : [])),
      due: state.due,
      failure: row.upgrade_failure ?? state.failure,
      size: await sizeOf(database, row.schema_name),
    });
  }
  return cities;
}

/** A city whose tables cannot even be asked is shown as broken, among the others. */
async function stateOf(
  database: Database,
  schema: string,
  folders: MigrationFolders,
): Promise<{ readonly due: number; readonly failure: string | null }> {
  try {
    return { due: (await schemaState(database, schema, folders.city)).due.length, failure: null };
  } catch (error) {
    return { due: 0, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function sizeOf(database: Database, schema: string): Promise<number> {
  const { rows } = await database.pool.query<{ size: number }>(
    `select coalesce(sum(pg_total_relation_size(pg_class.oid)), 0)::bigint as size from pg_class
     join pg_namespace on pg_namespace.oid = relnamespace where nspname = $1 and relkind = 'r'`,
    [schema],
  );
  return rows[0]?.size ?? 0;
}

/** Whether the municipality answers for the hosts that nobody claims: the one that runs the deployment. */
export async function isDefaultCity(platform: Database["platform"], code: string): Promise<boolean> {
  const row = await platform
    .selectFrom("municipality")
    .where("code", "=", code)
    .select("is_default")
    .executeTakeFirst();
  return row?.is_default ?? false;
}

/** Notes why a city's tables could not be brought up to date, or with null that they were. */
export async function noteUpgrade(database: Database, schema: string, failure: string | null): Promise<void> {
  await database.platform
    .updateTable("municipality")
    .set({ upgrade_failure: failure })
    .where("schema_name", "=", schema)
    .execute();
}

/** @returns false when another city answers for the host */
export async function claimHost(platform: Database["platform"], host: string, code: string): Promise<boolean> {
  const row = await platform
    .insertInto("municipality_host")
    .values({ host, municipality_code: code })
    .onConflict((on) => on.column("host").doNothing())
    .returning("host")
    .executeTakeFirst();
  return row !== undefined;
}

export async function releaseHost(platform: Database["platform"], host: string, code: string): Promise<void> {
  await platform
    .deleteFrom("municipality_host")
    .where("host", "=", host)
    .where("municipality_code", "=", code)
    .execute();
}

export interface BackupTaken {
  readonly takenAt: Date;
  readonly file: string;
  readonly size: number;
}

export async function noteBackup(database: Database, { takenAt, file, size }: BackupTaken): Promise<void> {
  await database.pool.query(
    "insert into platform.backup_taken (taken_at, file, size) values ($1, $2, $3) on conflict do nothing",
    [takenAt, file, size],
  );
}

/** The last backup that was taken and read back; undefined when none was, or none is known here. */
export async function lastBackup(database: Database): Promise<BackupTaken | undefined> {
  const row = await database.platform
    .selectFrom("backup_taken")
    .selectAll()
    .orderBy("taken_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { takenAt: row.taken_at, file: row.file, size: row.size };
}
