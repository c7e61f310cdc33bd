import type { PoolClient } from "pg";
import { escapeIdentifier } from "pg";
import { sha256 } from "#kernel/canonical-json.ts";
import { dropForeignKeys, forEachTable } from "../backup/restore.ts";
import { qualified } from "../backup/rows.ts";
import type { TarEntry } from "../backup/tar.ts";
import { cityTables, idOfOutsideFile, outsideFiles, type CityTable } from "./contents.ts";
import { brokenArchive, newerArchive, type CityManifest } from "./manifest.ts";
import { linesOf, tableParts } from "./parts.ts";
import { readArchive } from "./place.ts";

interface Source {
  readonly path: string;
  readonly manifest: CityManifest;
  readonly personal: readonly TarEntry[] | undefined;
}

/** Copies an archive's rows and files into a city's empty schema, foreign keys and the tables' own triggers set aside. */
export async function fillCity(client: PoolClient, schema: string, source: Source): Promise<void> {
  const tables = await cityTables(client, schema);
  refuseUnknown(tables, source.manifest);
  const head = { schemas: [{ name: schema, migrations: [] }], tables };
  const foreignKeys = await dropForeignKeys(client, head);
  await forEachTable(client, head, "disable trigger user");
  for (const table of tables) await client.query(`delete from ${qualified(table)}`); // rows that migrations put in
  await putOutsideRows(client, tables, source);
  for await (const { name, content } of listedFiles(source)) await putPart(client, tables, name, content);
  for (const { name, content } of source.personal ?? []) await putPart(client, tables, name, content);
  if (!source.personal) {
    await putStandIns(client, schema, source.manifest.takenAt.slice(0, 10));
    if (tables.some(({ name, isPersonal }) => name === "stored_file" && isPersonal))
      await putFileStandIns(client, schema, source.manifest.takenAt);
  }
  await forEachTable(client, head, "enable trigger user");
  for (const statement of foreignKeys) await client.query(statement); // checks every row
  await recount(client, tables, source);
}

function refuseUnknown(tables: readonly CityTable[], manifest: CityManifest): void {
  for (const said of manifest.tables) {
    const table = tables.find((each) => each.name === said.name && each.isPersonal === said.isPersonal);
    if (!table || said.columns.some((column) => !table.columns.includes(column))) throw newerArchive(said.name);
  }
}

/** The files that the manifest names: nothing that was laid beside them comes in. */
async function* listedFiles({
  path,
  manifest,
}: {
  readonly path: string;
  readonly manifest: CityManifest;
}): AsyncGenerator<TarEntry> {
  const listed = new Set(manifest.tables.flatMap(({ files }) => files));
  for await (const file of readArchive(path)) if (listed.has(file.name)) yield file;
}

/** Rows whose outside value may not be missing are put in with it: first the values, then, by its id, the row around each. */
async function putOutsideRows(client: PoolClient, tables: readonly CityTable[], source: Source): Promise<void> {
  await client.query("create temporary table outside_value (id uuid, name text, content bytea) on commit drop");
  const put = async ({ name, content }: TarEntry) => {
    const table = tables.find(({ outside }) => outside && name.startsWith(`${outside.folder}/`));
    const id = idOfOutsideFile(name);
    if (!table || id === "") return;
    const laid = [id, table.name, content];
    await client.query("insert into pg_temp.outside_value (id, name, content) values ($1, $2, $3)", laid);
  };
  for await (const file of readArchive(source.path)) await put(file);
  for (const file of source.personal ?? []) await put(file);
}

const rowsAtOnce = 500;

async function putPart(client: PoolClient, tables: readonly CityTable[], name: string, content: Buffer): Promise<void> {
  const tableName = /^tables\/([a-z_]+)(?:\.\d+)?\.jsonl$/.exec(name)?.[1];
  const table = tables.find((each) => each.name === tableName);
  if (!table) return;
  const lines = linesOf(content);
  for (let from = 0; from < lines.length; from += rowsAtOnce)
    await client.query(insertion(table), [`[${lines.slice(from, from + rowsAtOnce).join(",")}]`]);
}

/** Puts rows in from one JSON array; an outside column's value comes from what was laid ready. */
function insertion(table: CityTable): string {
  const columns = table.columns.map((column) => escapeIdentifier(column));
  const rows = `json_populate_recordset(null::${qualified(table)}, $1::json) as given`;
  const given = columns.map((column) => `given.${column}`).join(", ");
  if (!table.outside) return `insert into ${qualified(table)} (${columns.join(", ")}) select ${given} from ${rows}`;
  const { column } = table.outside;
  const value = column === "payload" ? "convert_from(laid.content, 'UTF8')" : "laid.content";
  return `insert into ${qualified(table)} (${columns.join(", ")}, ${escapeIdentifier(column)}) select ${given}, ${value}
    from ${rows} left join pg_temp.outside_value laid on laid.id = given.id and laid.name = '${table.name}'`;
}

/**
 * People were left behind: whoever the other rows name gets a stand-in, by whom nobody can sign in, so that it stays told which
 * acts were one person's.
 */
async function putStandIns(client: PoolClient, schema: string, leftOn: string): Promise<void> {
  const city = escapeIdentifier(schema);
  for (const { owner, column } of await idColumns(client, schema, "_by$|^(actor|person)_id$")) {
    const named = escapeIdentifier(column);
    await client.query(
      `insert into ${city}.person (id, name, email, retired_on)
       select distinct ${named}, '移していない職員', ${named}::text || '@invalid', $1::date from ${city}.${escapeIdentifier(owner)}
       where ${named} is not null on conflict (id) do nothing`,
      [leftOn],
    );
  }
}

/** Files that were left behind with the people: rows that name one get an entry that says so, without content. */
async function putFileStandIns(client: PoolClient, schema: string, leftAt: string): Promise<void> {
  const city = escapeIdentifier(schema);
  for (const { owner, column } of await idColumns(client, schema, "^file_id$")) {
    const named = escapeIdentifier(column);
    await client.query(
      `insert into ${city}.stored_file (id, name, media_type, size, hash, content, uploaded_at, erased_at)
       select distinct ${named}, '移していない原本', 'application/octet-stream', 0, '', null::bytea, $1::timestamptz, $1::timestamptz
       from ${city}.${escapeIdentifier(owner)} where ${named} is not null on conflict (id) do nothing`,
      [leftAt],
    );
  }
}

async function idColumns(
  client: PoolClient,
  schema: string,
  pattern: string,
): Promise<{ readonly owner: string; readonly column: string }[]> {
  const { rows } = await client.query<{ owner: string; column: string }>(
    `select relname as owner, attname as column from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     join pg_attribute on attrelid = pg_class.oid
     where nspname = $1 and relkind = 'r' and atttypid = 'uuid'::regtype and attnum > 0 and not attisdropped
       and attname ~ $2`,
    [schema, pattern],
  );
  return rows;
}

/** @throws Trouble when a table came out otherwise than it stands in the archive */
async function recount(
  client: PoolClient,
  tables: readonly CityTable[],
  { manifest, personal }: Source,
): Promise<void> {
  const sums = new Map(manifest.files.map((file) => [file.name, file.sha256]));
  for (const said of manifest.tables) {
    const table = tables.find((each) => each.name === said.name && each.isPersonal === said.isPersonal);
    if (!table || (said.isPersonal && !personal)) continue;
    const parts = tableParts(client, table);
    let next = await parts.next();
    for (; !next.done; next = await parts.next()) if (!said.isPersonal) compare(next.value, sums);
    if (next.value !== said.rows)
      throw brokenArchive(`${said.name} has ${next.value} rows, not ${said.rows}`, said.name);
    if (!said.isPersonal) for await (const file of outsideFiles(client, table)) compare(file, sums);
  }
}

function compare({ name, content }: TarEntry, sums: ReadonlyMap<string, string>): void {
  if (sums.get(name) !== sha256(content)) throw brokenArchive(`${name} came out otherwise`, name);
}
