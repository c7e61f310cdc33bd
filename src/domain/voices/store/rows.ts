import { sql, type RawBuilder } from "kysely";

/** A list of ids as PostgreSQL's array, so that a statement keeps one form whatever their number. */
export function uuids(ids: readonly string[]): RawBuilder<string[]> {
  return sql<string[]>`${[...ids]}::uuid[]`;
}

/** Who saves, and when. */
export interface Saving {
  readonly by: string | null;
  readonly at: Date;
}
