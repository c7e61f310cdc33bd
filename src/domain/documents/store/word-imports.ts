import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { eraseFile } from "#platform/files/file-erasure.ts";
import { readDocumentSchema, type WordImport, type WordSummary } from "../word-import.ts";

function importOf(row: Selectable<CityTables["word_import"]>): WordImport {
  return {
    id: row.id,
    planId: row.plan_id,
    sectionId: row.section_id,
    kind: row.kind as WordImport["kind"], // the column's check allows no other
    fileId: row.file_id,
    fileName: row.file_name,
    reading: row.reading === null ? undefined : readDocumentSchema.parse(row.reading),
    state: row.state as WordImport["state"], // likewise
    summary: row.summary as WordSummary, // written by endWordImport only
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

export type NewWordImport = Pick<
  WordImport,
  "id" | "planId" | "sectionId" | "kind" | "fileId" | "fileName" | "startedBy" | "startedAt"
> & { readonly reading: unknown };

export async function insertWordImport(tx: Tx, fresh: NewWordImport): Promise<void> {
  await tx
    .insertInto("word_import")
    .values({
      id: fresh.id,
      plan_id: fresh.planId,
      section_id: fresh.sectionId,
      kind: fresh.kind,
      file_id: fresh.fileId,
      file_name: fresh.fileName,
      reading: JSON.stringify(fresh.reading),
      started_by: fresh.startedBy,
      started_at: fresh.startedAt,
    })
    .execute();
}

export async function wordImportById(db: CityDb, id: string): Promise<WordImport | undefined> {
  const row = await db.selectFrom("word_import").where("id", "=", id).selectAll().executeTakeFirst();
  return row && importOf(row);
}

/** Holds an import for the rest of the transaction. */
export async function lockWordImport(tx: Tx, id: string): Promise<WordImport | undefined> {
  const row = await tx.selectFrom("word_import").where("id", "=", id).selectAll().forUpdate().executeTakeFirst();
  return row && importOf(row);
}

/** The imports of a plan, the newest first. */
export async function wordImportsOf(db: CityDb, planId: string): Promise<WordImport[]> {
  const rows = await db
    .selectFrom("word_import")
    .where("plan_id", "=", planId)
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();
  return rows.map(importOf);
}

interface Ending {
  readonly id: string;
  readonly state: Exclude<WordImport["state"], "open">;
  readonly summary: WordSummary;
  readonly by: string | null;
  readonly at: Date;
}

export async function endWordImport(tx: Tx, { id, state, summary, by, at }: Ending): Promise<void> {
  await tx
    .updateTable("word_import")
    .set({ state, summary: JSON.stringify(summary), ended_by: by, ended_at: at })
    .where("id", "=", id)
    .execute();
}

/** Takes the original and what was read of it away for good. */
export async function eraseWordImport(tx: Tx, { id, fileId }: WordImport, at: Date): Promise<void> {
  await eraseFile(tx, fileId, at);
  await tx.updateTable("word_import").set({ reading: null, erased_at: at }).where("id", "=", id).execute();
}
