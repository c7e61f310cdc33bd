import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { eraseFile } from "#platform/files/file-erasure.ts";
import {
  readDocumentSchema,
  type ReadDocument,
  type WordImport,
  type WordImportHead,
  type WordSummary,
} from "../word-import.ts";

const headColumns = [
  "id",
  "plan_id",
  "section_id",
  "kind",
  "file_id",
  "file_name",
  "state",
  "summary",
  "started_by",
  "started_at",
  "ended_at",
  "erased_at",
] as const;

function headOf(row: Pick<Selectable<CityTables["word_import"]>, (typeof headColumns)[number]>): WordImportHead {
  return {
    id: row.id,
    planId: row.plan_id,
    sectionId: row.section_id,
    kind: row.kind as WordImport["kind"], // the column's check allows no other
    fileId: row.file_id,
    fileName: row.file_name,
    isErased: row.erased_at !== null,
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
> & { readonly reading: ReadDocument };

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
  return row && { ...headOf(row), reading: readDocumentSchema.safeParse(row.reading).data };
}

/** Holds an import for the rest of the transaction. */
export async function lockWordImport(tx: Tx, id: string): Promise<WordImportHead | undefined> {
  const found = tx.selectFrom("word_import").where("id", "=", id).select(headColumns);
  const row = await found.forUpdate().executeTakeFirst();
  return row && headOf(row);
}

/** The imports of a plan, the newest first. */
export async function wordImportsOf(db: CityDb, planId: string): Promise<WordImportHead[]> {
  const rows = await db
    .selectFrom("word_import")
    .where("plan_id", "=", planId)
    .select(headColumns)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();
  return rows.map(headOf);
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
export async function eraseWordImport(tx: Tx, { id, fileId }: WordImportHead, at: Date): Promise<void> {
  await eraseFile(tx, fileId, at);
  await tx.updateTable("word_import").set({ reading: null, erased_at: at }).where("id", "=", id).execute();
}
