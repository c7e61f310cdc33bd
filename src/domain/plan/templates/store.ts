import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { templateReportSchema, type WordTemplate } from "./template.ts";

type Row = Selectable<CityTables["word_template"]> & { readonly file_name: string; readonly size: number };

function templates(db: CityDb | Tx) {
  return db
    .selectFrom("word_template")
    .innerJoin("stored_file", "stored_file.id", "word_template.file_id")
    .selectAll("word_template")
    .select(["stored_file.name as file_name", "stored_file.size"]);
}

/** The newest first. */
export async function allTemplates(db: CityDb): Promise<WordTemplate[]> {
  const rows = await templates(db).orderBy("word_template.uploaded_at", "desc").execute();
  return rows.map(templateOf);
}

export async function templateById(db: CityDb | Tx, id: string): Promise<WordTemplate | undefined> {
  const row = await templates(db).where("word_template.id", "=", id).executeTakeFirst();
  return row && templateOf(row);
}

export async function usedTemplate(db: CityDb | Tx): Promise<WordTemplate | undefined> {
  const row = await templates(db)
    .where("used_since", "is not", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row && templateOf(row);
}

/** Holds all templates for the rest of the transaction: only one of them may come into use. */
export async function lockTemplates(tx: Tx): Promise<void> {
  await tx.selectFrom("word_template").select("id").orderBy("id").forUpdate().execute();
}

export async function insertTemplate(
  tx: Tx,
  fresh: Omit<WordTemplate, "fileName" | "size" | "usedSince" | "withdrawnAt">,
): Promise<void> {
  const { id, name, fileId: file_id, hash, report, uploadedBy: uploaded_by, uploadedAt: uploaded_at } = fresh;
  await tx
    .insertInto("word_template")
    .values({ id, name, file_id, hash, report: JSON.stringify(report), uploaded_by, uploaded_at })
    .execute();
}

export async function startUse(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("word_template").set({ used_since: at, withdrawn_at: null }).where("id", "=", id).execute();
}

export async function endUse(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("word_template").set({ withdrawn_at: at }).where("id", "=", id).execute();
}

function templateOf(row: Row): WordTemplate {
  return {
    id: row.id,
    name: row.name,
    fileId: row.file_id,
    fileName: row.file_name,
    size: row.size,
    hash: row.hash,
    report: templateReportSchema.parse(row.report),
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    usedSince: row.used_since,
    withdrawnAt: row.withdrawn_at,
  };
}
