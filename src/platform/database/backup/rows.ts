import { createHash, type Hash } from "node:crypto";
import type { PoolClient } from "pg";
import { escapeIdentifier } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupTable, TableCount } from "./manifest.ts";

const newline = 10;

/** Counts and hashes a table's rows as they pass. In COPY's text form each row ends with the only bare newline it has. */
export class RowCounter {
  readonly #sum: Hash = createHash("sha256");
  #rows = 0;

  take(chunk: Buffer): void {
    this.#sum.update(chunk);
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) this.#rows += 1;
  }

  total(table: { readonly schema: string; readonly name: string }): TableCount {
    return { schema: table.schema, name: table.name, rows: this.#rows, sha256: this.#sum.digest("hex") };
  }
}

/** Settings under which the same rows always give the same text, on every server. Call inside a transaction. */
export async function settleText(client: PoolClient): Promise<void> {
  await client.query(`
    set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'iso_8601';
    set local bytea_output to 'hex'; set local extra_float_digits to 1; set local client_encoding to 'UTF8';
    set local search_path to ''`);
}

/** A table's rows in COPY's text form, ordered so that equal tables give equal text. */
export async function* copyOut(client: PoolClient, table: BackupTable): AsyncGenerator<Buffer> {
  const columns = table.columns.map(escapeIdentifier).join(", ");
  const order = (await orderOf(client, table))
    .map((column) => `${escapeIdentifier(column)}::text collate "C"`)
    .join(", ");
  const rows = client.query(copyTo(`copy (select ${columns} from ${qualified(table)} order by ${order}) to stdout`));
  for await (const chunk of rows) yield chunk as Buffer; // a copy stream gives buffers
}

/** The primary key's columns, or all columns where there is none. */
export async function orderOf(
  client: PoolClient,
  table: { readonly schema: string; readonly name: string; readonly columns: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indisprimary and indrelid = $1::regclass order by array_position(indkey::int2[], attnum)`,
    [qualified(table)],
  );
  return rows.length > 0 ? rows.map((row) => row.name) : table.columns;
}

export function qualified({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
}
