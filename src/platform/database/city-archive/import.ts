import { escapeIdentifier, type PoolClient } from "pg";
import { Trouble } from "#platform/trouble.ts";
import { buildSchema } from "../backup/restore.ts";
import { settleText } from "../backup/rows.ts";
import { migrationLock, readMigrations } from "../migrations.ts";
import type { MigrationFolders } from "../municipalities.ts";
import type { Database } from "../pool.ts";
import { fillCity } from "./fill.ts";
import { newerArchive, type CityManifest } from "./manifest.ts";
import { personalFiles, verifyArchive } from "./read.ts";

export interface ImportedCity {
  readonly manifest: CityManifest;
  readonly schema: string;
  /** Whether the people came along. */
  readonly hasPeople: boolean;
}

/**
 * Brings a city's archive into this deployment, whole or not at all. The shared tables must be up to date.
 * @throws Trouble when a file was changed, the archive is newer than the software, the passphrase is another one, or the city
 *   has been begun here already
 */
export async function importCity(
  database: Database,
  path: string,
  options: { readonly passphrase: string | undefined; readonly folders: MigrationFolders },
): Promise<ImportedCity> {
  const manifest = await verifyArchive(path);
  await refuseNewer(manifest, options.folders);
  const { passphrase } = options;
  const hasPeople = manifest.personalFile !== null && passphrase !== undefined;
  const personal = hasPeople ? await personalFiles(path, manifest, passphrase) : undefined;
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [migrationLock]);
    const schema = await emptyPlace(client, manifest);
    await buildSchema(client, { name: schema, migrations: manifest.migrations }, options.folders);
    await settleText(client);
    await fillCity(client, schema, { path, manifest, personal });
    await register(client, schema, manifest);
    await client.query("commit");
    return { manifest, schema, hasPeople };
  } finally {
    client.release(true); // whatever failed, the connection ends here and the transaction with it
  }
}

async function refuseNewer(manifest: CityManifest, folders: MigrationFolders): Promise<void> {
  const known = new Set((await readMigrations(folders.city)).map((migration) => migration.name));
  const ahead = manifest.migrations.find((name) => !known.has(name));
  if (ahead) throw newerArchive(ahead);
}

/** The schema for the city, free to be built. @throws Trouble when somebody has worked in it */
async function emptyPlace(client: PoolClient, { municipality }: CityManifest): Promise<string> {
  const own = await client.query<{ schema_name: string }>(
    "select schema_name from platform.municipality where code = $1",
    [municipality.code],
  );
  const schema = own.rows[0]?.schema_name ?? `city_${municipality.code}`;
  const others = await client.query("select 1 from platform.municipality where schema_name = $1 and code <> $2", [
    schema,
    municipality.code,
  ]);
  if ((others.rowCount ?? 0) > 0 || !(await isUntouched(client, schema))) throw inUse(municipality);
  await client.query(`drop schema if exists ${escapeIdentifier(schema)} cascade`);
  return schema;
}

/** What making a city writes before anyone has worked in it: its record and the address at which it is set up. */
const fromTheMaking = new Set(["migration", "event", "one_time_link", "form_submission"]);

async function isUntouched(client: PoolClient, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = $1",
    [schema],
  );
  for (const { name } of rows.filter((row) => !fromTheMaking.has(row.name))) {
    const found = await client.query(`select 1 from ${escapeIdentifier(schema)}.${escapeIdentifier(name)} limit 1`);
    if (found.rowCount !== 0) return false;
  }
  return true;
}

function inUse({ name, code }: CityManifest["municipality"]): Trouble {
  return new Trouble(
    `${name}（${code}）は、この環境でもう使われています。取り込みは、空の環境か、まだ何も登録していない市に行います。いまのデータには手を付けていません。`,
    "The city is in use here already. Nothing was changed.",
  );
}

/** Lets the city answer for its hosts; where no city answers for the rest yet, for these too. */
async function register(client: PoolClient, schema: string, { municipality }: CityManifest): Promise<void> {
  const { code, name, kana, contact, notice, isUnofficial, hosts } = municipality;
  await client.query(
    `insert into platform.municipality (code, name, kana, contact, notice, is_unofficial, schema_name, is_default)
     values ($1, $2, $3, $4, $5, $6, $7, not exists (select 1 from platform.municipality where is_default))
     on conflict (code) do update set name = excluded.name, kana = excluded.kana, contact = excluded.contact,
       notice = excluded.notice, is_unofficial = excluded.is_unofficial`,
    [code, name, kana, contact, notice, isUnofficial, schema],
  );
  for (const host of hosts)
    await client.query(
      "insert into platform.municipality_host (host, municipality_code) values ($1, $2) on conflict (host) do nothing",
      [host, code],
    );
}
