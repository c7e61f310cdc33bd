import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

/** One numbered file of db/migrations. */
interface Migration {
  readonly name: string;
  readonly statements: string;
}

/** The advisory lock of everything that changes schemas; any number, the same in every process of a deployment. */
export const migrationLock = 7_410_366;

/** The numbered .sql files of a folder, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, statements: await readFile(join(folder, name), "utf8") })));
}

/**
 * Brings one schema to the newest migration, file by file, each in a transaction of its own together with its note in
 * `migration`. Two processes may call this at once: the second waits for the first.
 * @returns the names applied now
 */
export async function migrateSchema(pool: pg.Pool, schema: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const applied = await appliedNames(client, schema);
    const due = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of due) await apply(client, schema, migration);
    return due.map((migration) => migration.name);
  } finally {
    await client.query("select pg_advisory_unlock_all()").catch(() => {});
    client.release();
  }
}

async function appliedNames(client: pg.PoolClient, schema: string): Promise<Set<string>> {
  const name = client.escapeIdentifier(schema);
  await client.query(`create schema if not exists ${name}`);
  await client.query(
    `create table if not exists ${name}.migration (name text primary key, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string }>(`select name from ${name}.migration`);
  return new Set(rows.map((row) => row.name));
}

async function apply(client: pg.PoolClient, schema: string, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(`set local search_path to ${client.escapeIdentifier(schema)}, public`);
    await client.query(migration.statements);
    await client.query(`insert into ${client.escapeIdentifier(schema)}.migration (name) values ($1)`, [migration.name]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`migration ${migration.name} failed in schema ${schema}: ${String(error)}`, { cause: error });
  }
}
