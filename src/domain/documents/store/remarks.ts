import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Disposition, SectionRemark } from "../remark.ts";

/** The remarks on some sections, the oldest first. */
export async function remarksOn(db: CityDb, sectionIds: readonly string[]): Promise<SectionRemark[]> {
  const rows = await db
    .selectFrom("section_remark")
    .where("section_id", "=", sql<string>`any(${[...sectionIds]}::uuid[])`)
    .selectAll()
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sectionId: row.section_id,
    textKey: row.text_key,
    quote: row.quote,
    words: row.words,
    replacement: row.replacement,
    madeBy: row.made_by,
    madeAt: row.made_at,
    disposition: row.disposition as Disposition | null, // the column's check allows no other
    reason: row.reason,
    disposedBy: row.disposed_by,
    disposedAt: row.disposed_at,
    isErased: row.erasure_id !== null,
  }));
}

export type NewRemark = Pick<
  SectionRemark,
  "id" | "sectionId" | "textKey" | "quote" | "words" | "replacement" | "madeBy" | "madeAt"
>;

export async function insertRemark(tx: Tx, remark: NewRemark): Promise<void> {
  await tx
    .insertInto("section_remark")
    .values({
      id: remark.id,
      section_id: remark.sectionId,
      text_key: remark.textKey,
      quote: remark.quote,
      words: remark.words,
      replacement: remark.replacement,
      made_by: remark.madeBy,
      made_at: remark.madeAt,
    })
    .execute();
}

/** What became of a remark. */
export interface Disposal {
  readonly id: string;
  readonly disposition: Disposition;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

/** @returns whether it was still open */
export async function disposeRemarkRow(tx: Tx, { id, disposition, reason, by, at }: Disposal): Promise<boolean> {
  const saved = await tx
    .updateTable("section_remark")
    .set({ disposition, reason, disposed_by: by, disposed_at: at })
    .where("id", "=", id)
    .where("disposition", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
