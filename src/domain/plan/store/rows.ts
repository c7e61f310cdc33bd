import { sql, type RawBuilder } from "kysely";

/** A list of ids as PostgreSQL's array, so that a query keeps one form whatever their number. */
export function uuids(ids: readonly string[]): RawBuilder<string[]> {
  return sql<string[]>`${[...ids]}::uuid[]`;
}

const chunk = 1_000;

/** Rows in portions that stay below PostgreSQL's 65,535 parameters of one statement. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) =>
    rows.slice(index * chunk, (index + 1) * chunk),
  );
}
