import { escapeIdentifier, type PoolClient } from "pg";
import { orderOf, qualified } from "../backup/rows.ts";

/** A table of a city as an archive holds it. */
export interface CityTable {
  readonly schema: string;
  readonly name: string;
  /** Columns that stand in the rows, one JSON object a line. */
  readonly columns: readonly string[];
  readonly isPersonal: boolean;
  /** Which of the table's rows belong to this entry, as SQL: a table that holds both kinds has an entry for each. */
  readonly only: string;
  readonly outside: OutsideColumn | undefined;
}

/** A column whose values are files of their own: what was handed in, and the exact texts of what was published. */
interface OutsideColumn {
  readonly column: string;
  readonly folder: string;
  readonly ending: string;
}

const outsideColumns: Readonly<Record<string, OutsideColumn>> = {
  publication: { column: "payload", folder: "publications", ending: ".json" },
  stored_file: { column: "content", folder: "files", ending: "" },
};

/**
 * The tables of a city. The comment of a table says what an archive does with it: "personal data …" goes into the encrypted
 * part, "personal data unless is_open …" only where that column is false, "not in backups …" (sessions, secrets, links that work
 * once) nowhere.
 */
export async function cityTables(client: PoolClient, schema: string): Promise<CityTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; said: string }>(
    `select relname as name, json_agg(attname order by attnum) as columns,
            coalesce(obj_description(pg_class.oid, 'pg_class'), '') as said
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
     where nspname = $1 and relkind in ('r', 'p') and not relispartition and relname <> 'migration'
       and attnum > 0 and not attisdropped and attgenerated = ''
     group by pg_class.oid, relname order by relname`,
    [schema],
  );
  return rows
    .filter(({ said }) => !said.startsWith("not in backups"))
    .flatMap(({ name, columns, said }) => {
      const outside = outsideColumns[name];
      const inRows = columns.filter((column) => column !== outside?.column);
      return kindsOf(said).map((kind) => ({ schema, name, columns: inRows, ...kind, outside }));
    });
}

function kindsOf(said: string): Pick<CityTable, "isPersonal" | "only">[] {
  const column = /^personal data unless ([a-z_]+)/.exec(said)?.[1];
  if (column === undefined) return [{ isPersonal: said.startsWith("personal data"), only: "true" }];
  const isOpen = escapeIdentifier(column);
  return [
    { isPersonal: false, only: isOpen },
    { isPersonal: true, only: `not ${isOpen}` },
  ];
}

const rowsAtOnce = 1_000;

/** The rows of a table as JSON texts, ordered so that equal tables give equal texts. */
export async function* rowTexts(client: PoolClient, table: CityTable): AsyncGenerator<string> {
  const columns = table.columns.map((column) => escapeIdentifier(column)).join(", ");
  const order = (await orderOf(client, table))
    .map((column) => `${escapeIdentifier(column)}::text collate "C"`)
    .join(", ");
  const rows = `select row_to_json(shown)::text as text from (select ${columns} from ${qualified(table)} where ${table.only} order by ${order}) shown`;
  for await (const row of cursor<{ text: string }>(client, rows, rowsAtOnce)) yield row.text;
}

const filesAtOnce = 8;

/** The values of the table's outside column, each as the file that holds it. */
export async function* outsideFiles(
  client: PoolClient,
  table: CityTable,
): AsyncGenerator<{ readonly name: string; readonly content: Buffer }> {
  if (!table.outside) return;
  const { column, folder, ending } = table.outside;
  const value = escapeIdentifier(column);
  const rows = `select id, ${value} as value from ${qualified(table)} where ${value} is not null and ${table.only} order by id`;
  for await (const { id, value: content } of cursor<{ id: string; value: string | Buffer }>(client, rows, filesAtOnce))
    yield { name: `${folder}/${id}${ending}`, content: Buffer.from(content) };
}

/** The id of the row whose outside value a file holds. */
export function idOfOutsideFile(name: string): string {
  return /\/([0-9a-f-]{36})/.exec(name)?.[1] ?? "";
}

let serial = 0;

async function* cursor<Row extends object>(client: PoolClient, query: string, atOnce: number): AsyncGenerator<Row> {
  const name = `city_rows_${(serial += 1)}`;
  await client.query(`declare ${name} no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${atOnce} from ${name}`);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await client.query(`close ${name}`);
}

export async function migrationsOf(client: PoolClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from ${escapeIdentifier(schema)}.migration order by name`,
  );
  return rows.map((row) => row.name);
}
