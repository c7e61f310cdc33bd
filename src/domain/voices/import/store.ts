import type { Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ReadVoice } from "./reading.ts";
import { settingsSchema, summarySchema, type ImportSettings, type VoiceImport } from "./voice-import.ts";

function importRows(db: CityDb) {
  return db
    .selectFrom("voice_import")
    .innerJoin("stored_file", "stored_file.id", "voice_import.file_id")
    .selectAll("voice_import")
    .select("stored_file.name as file_name");
}

type Row = Awaited<ReturnType<ReturnType<typeof importRows>["execute"]>>[number];

function toImport(row: Row): VoiceImport {
  return {
    id: row.id,
    occasionId: row.occasion_id,
    fileId: row.file_id,
    fileName: row.file_name,
    state: row.state as VoiceImport["state"], // the column's check allows no other
    encoding: row.encoding,
    settings: settingsSchema.parse(row.settings),
    isConfirmed: row.is_confirmed,
    isAnswered: row.is_answered,
    jobId: row.job_id,
    refusal: row.refusal as Refusal | null, // written by saveStep only
    summary: row.summary === null ? null : summarySchema.parse(row.summary),
    startedBy: row.started_by,
    startedAt: row.started_at,
  };
}

/** The imports of one occasion, the newest first. */
export async function importsOf(db: CityDb, occasionId: string): Promise<VoiceImport[]> {
  const rows = await importRows(db)
    .where("voice_import.occasion_id", "=", occasionId)
    .orderBy("voice_import.id", "desc")
    .execute();
  return rows.map(toImport);
}

/** Imports that were begun and not finished, how many by occasion. */
export async function importsUnderWay(db: CityDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("voice_import")
    .where("state", "=", "open")
    .select(({ fn }) => ["occasion_id as id", fn.countAll<number>().as("count")])
    .groupBy("occasion_id")
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function importIn(db: CityDb, id: string): Promise<VoiceImport | undefined> {
  const row = await importRows(db).where("voice_import.id", "=", id).executeTakeFirst();
  return row && toImport(row);
}

/** The import while nobody else takes a step of it. */
export async function lockImport(tx: Tx, id: string): Promise<VoiceImport | undefined> {
  await tx.selectFrom("voice_import").where("id", "=", id).select("id").forUpdate().execute();
  return importIn(tx, id);
}

/** Whether a file with the same bytes was taken into the same occasion before. */
export async function wasTakenBefore(db: CityDb, { id, occasionId, fileId }: VoiceImport): Promise<boolean> {
  const row = await db
    .selectFrom("voice_import")
    .innerJoin("stored_file", "stored_file.id", "voice_import.file_id")
    .where("voice_import.occasion_id", "=", occasionId)
    .where("voice_import.state", "=", "applied")
    .where("voice_import.id", "!=", id)
    .where("stored_file.hash", "=", db.selectFrom("stored_file").where("id", "=", fileId).select("hash"))
    .select("voice_import.id")
    .executeTakeFirst();
  return row !== undefined;
}

export type NewImport = Pick<
  VoiceImport,
  "id" | "occasionId" | "fileId" | "encoding" | "settings" | "startedBy" | "startedAt"
>;

export async function insertImport(tx: Tx, input: NewImport): Promise<void> {
  await tx
    .insertInto("voice_import")
    .values({
      id: input.id,
      occasion_id: input.occasionId,
      file_id: input.fileId,
      encoding: input.encoding,
      settings: JSON.stringify(input.settings),
      started_by: input.startedBy,
      started_at: input.startedAt,
    })
    .execute();
}

export interface ImportStep {
  readonly state?: VoiceImport["state"];
  readonly settings?: ImportSettings;
  readonly isConfirmed?: boolean;
  readonly isAnswered?: boolean;
  readonly jobId?: string | null;
  readonly refusal?: Refusal | null;
  readonly summary?: VoiceImport["summary"];
  readonly batchId?: string;
  readonly appliedAt?: Date;
}

export async function saveStep(tx: Tx, id: string, step: ImportStep): Promise<void> {
  const { state, settings, isConfirmed, isAnswered, jobId, refusal, summary, batchId, appliedAt } = step;
  await tx
    .updateTable("voice_import")
    .set({
      ...(state && { state }),
      ...(settings && { settings: JSON.stringify(settings) }),
      ...(isConfirmed !== undefined && { is_confirmed: isConfirmed }),
      ...(isAnswered !== undefined && { is_answered: isAnswered }),
      ...(jobId !== undefined && { job_id: jobId }),
      ...(refusal !== undefined && { refusal: refusal && JSON.stringify(refusal) }),
      ...(summary && { summary: JSON.stringify(summary) }),
      ...(batchId && { batch_id: batchId }),
      ...(appliedAt && { applied_at: appliedAt }),
    })
    .where("id", "=", id)
    .execute();
}

/** Keeps where in their file voices stood. */
export async function insertOrigins(
  tx: Tx,
  origins: readonly (Pick<ReadVoice, "row" | "column" | "ownNumber"> & { readonly voiceId: string })[],
): Promise<void> {
  const rows = origins.map(({ voiceId, row, column, ownNumber }) => ({
    voice_id: voiceId,
    file_row: row,
    file_column: column,
    own_number: ownNumber,
  }));
  await tx.insertInto("voice_origin").values(rows).execute();
}

/** Where in the file the voices of an import stood, with their public numbers. */
export async function originsOf(db: CityDb, importId: string) {
  return db
    .selectFrom("voice_import")
    .innerJoin("voice", "voice.batch_id", "voice_import.batch_id")
    .innerJoin("voice_origin", "voice_origin.voice_id", "voice.id")
    .where("voice_import.id", "=", importId)
    .orderBy("voice.number")
    .select(["voice.number", "voice_origin.file_row", "voice_origin.file_column", "voice_origin.own_number"])
    .execute();
}
