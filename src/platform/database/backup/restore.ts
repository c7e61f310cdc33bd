import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import type { MigrationFolders } from "#platform/database/municipalities.ts";
import { migrationLock, readMigrations } from "#platform/database/migrations.ts";
import type { Database } from "#platform/database/pool.ts";
import { Trouble } from "#platform/trouble.ts";
import { tableOfPart, type BackupHead, type BackupManifest, type BackupTable } from "./manifest.ts";
import { copyOut, qualified, RowCounter, settleText } from "./rows.ts";
import { backupEntries, compare, verifyBackup } from "./take.ts";

/**
 * Brings a backup into an empty database: schemas by the migrations that the backup knew, then the rows, then every table is
 * counted and hashed again. All in one transaction: it comes whole or not at all.
 * @throws Trouble when the file is damaged or from a newer version, or the database is not empty
 */
export async function restoreBackup(
  database: Database,
  file: string,
  folders: MigrationFolders,
): Promise<BackupManifest> {
  const { head, manifest } = await verifyBackup(file);
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [migrationLock]);
    await refuseNonEmpty(client);
    for (const schema of head.schemas) await buildSchema(client, schema, folders);
    await settleText(client);
    await fill(client, head, file);
    await recount(client, head, manifest);
    await client.query("commit");
    return manifest;
  } finally {
    client.release(true); // whatever failed, the connection ends here and the transaction with it
  }
}

async function refuseNonEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname = 'platform' or nspname ~ '^city_[0-9]{6}$'",
  );
  const names = rows.map((row) => row.name);
  if (names.length === 0) return;
  if (names.join() === "platform" && (await isUnused(client)))
    return void (await client.query("drop schema platform cascade"));
  throw new Trouble(
    "データベースが空ではありません。復元は、空のデータベース（新しい DATA_DIR か、新しく作ったデータベースの DATABASE_URL）に行ってください。いまのデータには手を付けていません。",
    "The database is not empty: restore into a new DATA_DIR or a new database. Nothing was changed.",
  );
}

/** The shared tables were made but no municipality yet. */
async function isUnused(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ made: string | null }>("select to_regclass('platform.municipality') as made");
  if (!rows[0]?.made) return true;
  return (await client.query("select 1 from platform.municipality limit 1")).rowCount === 0;
}

export async function buildSchema(
  client: PoolClient,
  schema: BackupHead["schemas"][number],
  folders: MigrationFolders,
): Promise<void> {
  const known = await readMigrations(schema.name === "platform" ? folders.platform : folders.city);
  const name = client.escapeIdentifier(schema.name);
  await client.query(`create schema ${name}`);
  await client.query(`set local search_path to ${name}, public`);
  await client.query("create table migration (name text primary key, applied_at timestamptz not null default now())");
  for (const wanted of schema.migrations) {
    const migration = known.find((each) => each.name === wanted);
    if (!migration) throw tooNew(wanted);
    await client.query(migration.statements);
    await client.query(`insert into ${name}.migration (name) values ($1)`, [wanted]);
  }
}

function tooNew(migration: string): Trouble {
  return new Trouble(
    `このバックアップは、いまのソフトウェアより新しい版で作られています（${migration}）。同じかより新しい版で復元してください。`,
    "The backup was made by a newer version of the software.",
  );
}

/** Copies the rows in with foreign keys and the tables' own triggers set aside (an append-only table refuses otherwise). */
async function fill(client: PoolClient, head: BackupHead, file: string): Promise<void> {
  const foreignKeys = await dropForeignKeys(client, head);
  await forEachTable(client, head, "disable trigger user");
  if (head.tables.length > 0) await client.query(`truncate ${head.tables.map(qualified).join(", ")}`); // rows that migrations put in
  await copyIn(client, head.tables, file);
  for (const { schema, name, value, isUsed } of head.sequences) {
    await client.query("select setval($1::regclass, $2, $3)", [qualified({ schema, name }), value, isUsed]);
  }
  await forEachTable(client, head, "enable trigger user");
  for (const statement of foreignKeys) await client.query(statement); // checks every row
}

/** Which schemas and tables are filled. */
interface Contents {
  readonly schemas: readonly { readonly name: string }[];
  readonly tables: readonly { readonly schema: string; readonly name: string }[];
}

export async function forEachTable(client: PoolClient, head: Contents, change: string): Promise<void> {
  for (const table of head.tables) await client.query(`alter table ${qualified(table)} ${change}`);
}

/** Drops the foreign keys of the restored schemas. @returns the statements that make them again */
export async function dropForeignKeys(client: PoolClient, head: Contents): Promise<string[]> {
  await client.query("set local search_path to ''");
  const { rows } = await client.query<{ name: string; owner: string; definition: string }>(
    `select quote_ident(conname) as name, conrelid::regclass::text as owner, pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
     where contype = 'f' and conparentid = 0 and nspname = any($1)`,
    [head.schemas.map((schema) => schema.name)],
  );
  for (const { name, owner } of rows) await client.query(`alter table ${owner} drop constraint ${name}`);
  return rows.map(({ name, owner, definition }) => `alter table ${owner} add constraint ${name} ${definition}`);
}

async function copyIn(client: PoolClient, tables: readonly BackupTable[], file: string): Promise<void> {
  const entries = backupEntries(file);
  for (let next = await entries.next(); !next.done;) {
    const key = tableOfPart(next.value.name);
    const table = tables.find((each) => `${each.schema}/${each.name}` === key);
    const parts = async function* () {
      for (; !next.done && tableOfPart(next.value.name) === key; next = await entries.next()) yield next.value.content;
    };
    if (table) await pipeline(parts, openCopy(client, table));
    else next = await entries.next();
  }
}

function openCopy(client: PoolClient, table: BackupTable): CopyStreamQuery {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  return client.query(copyFrom(`copy ${qualified(table)} (${columns}) from stdin`));
}

async function recount(client: PoolClient, head: BackupHead, manifest: BackupManifest): Promise<void> {
  for (const table of head.tables) {
    const counter = new RowCounter();
    for await (const chunk of copyOut(client, table)) counter.take(chunk);
    const said = manifest.tables.find((each) => each.schema === table.schema && each.name === table.name);
    if (said) compare(said, counter.total(table));
  }
}
