import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { questionsSchema, usualQuestions } from "./questions.ts";
import type { DocumentRole, RoundDocument, RoundWords } from "./round.ts";

/** The words of a round. @returns undefined where the consultation is of another kind */
export async function roundIn(db: CityDb, id: string): Promise<RoundWords | undefined> {
  const row = await db
    .selectFrom("public_comment_round")
    .where("consultation_id", "=", id)
    .selectAll()
    .executeTakeFirst();
  return (
    row && {
      purpose: row.purpose,
      eligibility: row.eligibility,
      methods: row.methods,
      destination: row.destination,
      notes: row.notes,
      publicationWay: row.publication_way,
      viewingPlaces: row.viewing_places,
      shortPeriodReason: row.short_period_reason,
      acceptsWeb: row.accepts_web,
      acceptsFiles: row.accepts_files,
      questions: questionsSchema.safeParse(row.questions).data ?? usualQuestions,
    }
  );
}

function rowOf(words: RoundWords) {
  return {
    purpose: words.purpose,
    eligibility: words.eligibility,
    methods: words.methods,
    destination: words.destination,
    notes: words.notes,
    publication_way: words.publicationWay,
    viewing_places: words.viewingPlaces,
    short_period_reason: words.shortPeriodReason,
    accepts_web: words.acceptsWeb,
    accepts_files: words.acceptsFiles,
    questions: JSON.stringify(words.questions),
  };
}

export async function insertRound(tx: Tx, id: string, words: RoundWords): Promise<void> {
  await tx
    .insertInto("public_comment_round")
    .values({ consultation_id: id, ...rowOf(words) })
    .execute();
}

export async function saveRound(tx: Tx, id: string, words: RoundWords): Promise<void> {
  await tx.updateTable("public_comment_round").set(rowOf(words)).where("consultation_id", "=", id).execute();
}

/** The documents of a round, drafts first, in their order. */
export async function documentsIn(db: CityDb, consultationId: string): Promise<RoundDocument[]> {
  const rows = await db
    .selectFrom("consultation_document as document")
    .leftJoin("stored_file as file", "file.id", "document.file_id")
    .where("document.consultation_id", "=", consultationId)
    .where("document.removed_at", "is", null)
    .select(["document.id", "document.role", "document.title", "document.publication_id"])
    .select(["file.id as file_id", "file.name", "file.media_type", "file.size", "file.hash"])
    .orderBy("document.role")
    .orderBy("document.position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as DocumentRole, // the column's check allows no other
    title: row.title,
    publicationId: row.publication_id,
    file: row.file_id === null ? null : fileOf(row, row.file_id),
  }));
}

interface FileColumns {
  readonly name: string | null;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly hash: string | null;
}

function fileOf({ name, media_type: mediaType, size, hash }: FileColumns, id: string): RoundDocument["file"] {
  return { id, name: name ?? "", mediaType: mediaType ?? "", size: size ?? 0, hash: hash ?? "" };
}

interface NewDocument {
  readonly id: string;
  readonly consultationId: string;
  readonly role: DocumentRole;
  readonly title: string;
  readonly fileId: string | null;
  readonly publicationId: string | null;
}

export async function insertDocument(tx: Tx, document: NewDocument): Promise<void> {
  const { id, consultationId: consultation_id, role, title, fileId: file_id, publicationId: publication_id } = document;
  const { last } = await tx
    .selectFrom("consultation_document")
    .where("consultation_id", "=", consultation_id)
    .select(({ fn }) => fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("consultation_document")
    .values({ id, consultation_id, role, title, file_id, publication_id, position: (last ?? 0) + 1 })
    .execute();
}

/** Takes the documents of these files off their rounds. */
export async function removeDocumentsOf(tx: Tx, files: readonly string[], at: Date): Promise<void> {
  if (files.length === 0) return;
  await tx
    .updateTable("consultation_document")
    .set({ removed_at: at })
    .where("file_id", "in", files)
    .where("removed_at", "is", null)
    .execute();
}

/** @returns whether there was such a document */
export async function markDocumentRemoved(
  tx: Tx,
  { id, consultationId, at }: { readonly id: string; readonly consultationId: string; readonly at: Date },
): Promise<boolean> {
  const removed = await tx
    .updateTable("consultation_document")
    .set({ removed_at: at })
    .where("id", "=", id)
    .where("consultation_id", "=", consultationId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return removed.numUpdatedRows > 0n;
}
