import type { PoolClient } from "pg";
import type { BackupHead, BackupTable } from "./manifest.ts";

/** What belongs into a backup of this database now: the shared tables and every municipality's. */
export async function readContents(client: PoolClient): Promise<Pick<BackupHead, "schemas" | "tables" | "sequences">> {
  const { rows } = await client.query<{ schema_name: string }>(
    "select schema_name from platform.municipality order by code",
  );
  const names = ["platform", ...rows.map((row) => row.schema_name)];
  const schemas = [];
  for (const name of names) schemas.push({ name, migrations: await migrationsOf(client, name) });
  return { schemas, tables: await tablesOf(client, names), sequences: await sequencesOf(client, names) };
}

async function migrationsOf(client: PoolClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from ${client.escapeIdentifier(schema)}.migration order by name`,
  );
  return rows.map((row) => row.name);
}

/**
 * Tables with the columns that hold values of their own. A table whose comment begins with "not in backups" stays out: sessions,
 * one-time tokens and second-factor secrets must not outlive the server, and work in the queue must not be done twice.
 */
async function tablesOf(client: PoolClient, schemas: readonly string[]): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select nspname as schema, relname as name, json_agg(attname order by attnum) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
     where nspname = any($1::text[]) and relkind in ('r', 'p') and not relispartition and relname <> 'migration'
       and attnum > 0 and not attisdropped and attgenerated = ''
       and coalesce(obj_description(pg_class.oid, 'pg_class'), '') not like 'not in backups%'
     group by nspname, relname order by array_position($1::text[], nspname::text), relname`,
    [schemas],
  );
  return rows;
}

async function sequencesOf(client: PoolClient, schemas: readonly string[]): Promise<BackupHead["sequences"]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    "select schemaname as schema, sequencename as name from pg_sequences where schemaname = any($1) order by 1, 2",
    [schemas],
  );
  const sequences: BackupHead["sequences"] = [];
  for (const { schema, name } of rows) {
    const path = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    const state = await client.query<{ last_value: number; is_called: boolean }>(
      `select last_value, is_called from ${path}`,
    );
    const [{ last_value: value, is_called: isUsed } = { last_value: 1, is_called: false }] = state.rows;
    sequences.push({ schema, name, value, isUsed });
  }
  return sequences;
}
