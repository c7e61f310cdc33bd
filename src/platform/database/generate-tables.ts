import type pg from "pg";

const scalar: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  date: "string",
  boolean: "boolean",
  integer: "number",
  bigint: "number",
  numeric: "number",
  "timestamp with time zone": "Date",
  jsonb: "Json",
  bytea: "Buffer",
  ARRAY: "string[]",
};

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: "YES" | "NO";
  readonly column_default: string | null;
}

/** TypeScript for the tables of two migrated schemas (a city's and the platform's), as committed in tables.ts. */
export async function generateTables(pool: pg.Pool, citySchema: string): Promise<string> {
  const city = await interfaceOf(pool, citySchema, "CityTables");
  const platform = await interfaceOf(pool, "platform", "PlatformTables");
  return [
    "// Generated from the migrated schema by `npm run db:types`; a test fails when it is stale.",
    'import type { ColumnType, Generated } from "kysely";',
    "",
    "/** Read as parsed JSON; written as text, because the driver would turn an array into a PostgreSQL array. */",
    "export type Json = ColumnType<unknown, string, string>;",
    "export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;",
    "export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>;",
    "",
    city,
    platform,
  ].join("\n");
}

async function interfaceOf(pool: pg.Pool, schema: string, name: string): Promise<string> {
  const { rows } = await pool.query<Column>(
    `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
     where table_schema = $1 and table_name <> 'migration' order by table_name, ordinal_position`,
    [schema],
  );
  const tables = groupByTable(rows);
  const bodies = [...tables].map(([table, columns]) => `  ${table}: {\n${columns.map(member).join("\n")}\n  };`);
  return `export interface ${name} {\n${bodies.join("\n")}\n}\n`;
}

function groupByTable(rows: readonly Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row]);
  return tables;
}

function member(column: Column): string {
  const base = scalar[column.data_type];
  if (!base) throw new Error(`no TypeScript type for ${column.table_name}.${column.column_name}: ${column.data_type}`);
  if (base === "Json") return `    ${column.column_name}: ${jsonType(column)};`;
  const nullable = column.is_nullable === "YES" ? `${base} | null` : base;
  return `    ${column.column_name}: ${column.column_default === null ? nullable : `Generated<${nullable}>`};`;
}

function jsonType(column: Column): string {
  if (column.is_nullable === "YES") return "NullableJson";
  return column.column_default === null ? "Json" : "JsonWithDefault";
}
