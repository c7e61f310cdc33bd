import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { GlossaryTerm } from "../term.ts";

/** A plan's glossary in the order of the kana: by reading, or by the term where none is given. */
export async function termsOf(db: CityDb, planId: string): Promise<GlossaryTerm[]> {
  return db
    .selectFrom("glossary_term")
    .where("plan_id", "=", planId)
    .select(["id", "term", "reading", "meaning", "version"])
    .orderBy((eb) => eb.fn.coalesce(eb.fn<string | null>("nullif", ["reading", eb.val("")]), "term"))
    .execute();
}

export async function insertTerm(tx: Tx, planId: string, term: Omit<GlossaryTerm, "version">): Promise<void> {
  const { id, term: word, reading, meaning } = term;
  await tx.insertInto("glossary_term").values({ id, plan_id: planId, term: word, reading, meaning }).execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function updateTerm(
  tx: Tx,
  planId: string,
  { id, term, reading, meaning, version }: GlossaryTerm,
): Promise<boolean> {
  const saved = await tx
    .updateTable("glossary_term")
    .set({ term, reading, meaning, version: version + 1 })
    .where("id", "=", id)
    .where("plan_id", "=", planId)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** @returns whether it was still there */
export async function deleteTerm(tx: Tx, planId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("glossary_term")
    .where("id", "=", id)
    .where("plan_id", "=", planId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
