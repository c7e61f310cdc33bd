import { sha256, type Json } from "#kernel/canonical-json.ts";
import { csvText } from "#export/csv.ts";

/** A cell; null is empty, never 0. */
export type Cell = string | number | null;

/** A column of a data set: its name for programs, its name for people, and how a row's cell is read. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => Cell;
}

/** A data set (データセット) before it is written down. */
export interface DataSet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The file of a data set as anyone may fetch and check it. */
export interface DataFile {
  /** Its name at the end of the address, with .csv or .json. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly bytes: number;
}

interface Draft<Row> extends Pick<DataSet, "name" | "title" | "description"> {
  readonly columns: readonly Column<Row>[];
}

/** Lays rows out by their columns. */
export function dataSet<Row>({ columns, ...about }: Draft<Row>, rows: readonly Row[]): DataSet {
  return { ...about, columns, rows: rows.map((row) => columns.map((column) => column.cell(row))) };
}

/** The data set as CSV for Excel and programs. */
export function csvOf(set: DataSet): DataFile {
  const heads = set.columns.map((column) => column.title);
  return fileOf(`${set.name}.csv`, "text/csv; charset=utf-8", csvText([heads, ...set.rows]));
}

/** The data set as JSON; `about` says whose it is and under which licence. */
export function jsonOf(set: DataSet, about: Readonly<Record<string, Json>>): DataFile {
  const columns = set.columns.map(({ key, title }) => ({ key, title }));
  const rows = set.rows.map((row) =>
    Object.fromEntries(set.columns.map(({ key }, index) => [key, row[index] ?? null])),
  );
  const content = { ...about, name: set.name, title: set.title, description: set.description, columns, rows };
  return fileOf(`${set.name}.json`, "application/json; charset=utf-8", `${JSON.stringify(content, null, 1)}\n`);
}

export function fileOf(name: string, mediaType: string, text: string): DataFile {
  return { name, mediaType, text, hash: sha256(text), bytes: Buffer.byteLength(text) };
}
