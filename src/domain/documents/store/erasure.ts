import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { KeptPart } from "#domain/plan/index.ts";
import type { CityDb } from "#platform/database/index.ts";

/** A section of a plan, removed or not. */
export interface KnownSection {
  readonly id: string;
  readonly nodeId: string | null;
  readonly title: string;
  readonly isRemoved: boolean;
}

/** All sections of a plan's manuscript, those that were removed too. */
export async function allSections(db: CityDb, planId: string): Promise<KnownSection[]> {
  const rows = await db
    .selectFrom("manuscript_section")
    .where("plan_id", "=", planId)
    .select(["id", "node_id", "title", "removed_at"])
    .orderBy("removed_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nodeId: row.node_id,
    title: row.title,
    isRemoved: row.removed_at !== null,
  }));
}

export async function isSectionRemoved(db: CityDb, id: string): Promise<boolean> {
  const row = await db.selectFrom("manuscript_section").where("id", "=", id).select("removed_at").executeTakeFirst();
  return row !== undefined && row.removed_at !== null;
}

/** The sections that ever showed a node, those that were removed too. */
export async function sectionIdsOfNode(db: CityDb, nodeId: string): Promise<string[]> {
  const rows = await db.selectFrom("manuscript_section").where("node_id", "=", nodeId).select("id").execute();
  return rows.map(({ id }) => id);
}

/** The newest first. The newest is what stands, unless the section was removed. */
export async function keptRevisions(db: CityDb, sectionId: string, isRemoved: boolean): Promise<KeptPart[]> {
  const rows = await db
    .selectFrom("section_revision")
    .where("section_id", "=", sectionId)
    .select(["number", "saved_by", "saved_at", "erasure_id"])
    .orderBy("number", "desc")
    .execute();
  return rows.map((row, index) => ({
    key: String(row.number),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    year: null,
    isPresent: !isRemoved && index === 0,
    isErased: row.erasure_id !== null,
  }));
}

/** When copies of a section's texts were kept, or loans of it ended, and whether their texts are there. */
export async function keptTexts(
  db: CityDb,
  sectionId: string,
): Promise<{ readonly at: Date; readonly isErased: boolean }[]> {
  const copies = await db
    .selectFrom("section_copy")
    .where("section_id", "=", sectionId)
    .select(["kept_at as at", "erasure_id"])
    .execute();
  const loans = await db
    .selectFrom("section_loan")
    .where("section_id", "=", sectionId)
    .where("ended_at", "is not", null)
    .select(["saved_at as at", "erasure_id"])
    .execute();
  return [...copies, ...loans].map((row) => ({ at: row.at, isErased: row.erasure_id !== null }));
}

/** What is emptied, and by which erasure. */
export interface Emptying {
  readonly erasureId: string;
  readonly sectionId: string;
}

/** Empties revisions of a free section: title and text. */
export async function emptySectionRevisions(
  tx: Tx,
  { erasureId, sectionId, numbers }: Emptying & { readonly numbers: readonly number[] },
): Promise<void> {
  await tx
    .updateTable("section_revision")
    .set({ title: "", body: null, erasure_id: erasureId })
    .where("section_id", "=", sectionId)
    .where("number", "=", sql<number>`any(${[...numbers]}::int[])`)
    .execute();
}

/** Takes title and text of a section that was removed once its last revision is erased: nobody could edit them away. */
export async function emptyRemovedSection(tx: Tx, sectionId: string): Promise<void> {
  await tx
    .updateTable("manuscript_section")
    .set({ title: "", body: JSON.stringify({ type: "doc", content: [] }) })
    .where("id", "=", sectionId)
    .where("removed_at", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("section_revision")
            .where("section_id", "=", sectionId)
            .where("erasure_id", "is", null)
            .select("number"),
        ),
      ),
    )
    .execute();
}

/** Empties every copy kept beside a section, and that of every loan of it that ended. */
export async function emptyTexts(tx: Tx, { erasureId, sectionId }: Emptying): Promise<void> {
  await tx
    .updateTable("section_copy")
    .set({ texts: null, erasure_id: erasureId })
    .where("section_id", "=", sectionId)
    .where("erasure_id", "is", null)
    .execute();
  await tx
    .updateTable("section_loan")
    .set({ texts: null, erasure_id: erasureId })
    .where("section_id", "=", sectionId)
    .where("ended_at", "is not", null)
    .where("erasure_id", "is", null)
    .execute();
}

/** Takes the words from remarks; who made them when, and what became of them, stay. */
export async function emptyRemarks(
  tx: Tx,
  { erasureId, ids }: { readonly erasureId: string; readonly ids: readonly string[] },
): Promise<void> {
  await tx
    .updateTable("section_remark")
    .set({ quote: "", words: "", replacement: null, reason: "", erasure_id: erasureId })
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** The tables that the statements above empty. */
export const emptiedTables = [
  "section_revision",
  "manuscript_section",
  "section_copy",
  "section_loan",
  "section_remark",
] as const;
