import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { receiptOfSending } from "../receipt.ts";
import type { PaperSheet, SheetWords, VoiceBatch } from "./batch.ts";

function batchRows(db: CityDb) {
  return db
    .selectFrom("voice_batch")
    .leftJoin("batch_sheet", "batch_sheet.batch_id", "voice_batch.id")
    .selectAll("voice_batch")
    .select([
      sql<number>`count(batch_sheet.id)::int`.as("sheets"),
      sql<number>`count(batch_sheet.read_by)::int`.as("read"),
    ])
    .groupBy("voice_batch.id");
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batchRows>["execute"]>>[number];

function toBatch(row: BatchRow): VoiceBatch {
  return {
    id: row.id,
    occasionId: row.occasion_id,
    kind: row.kind as VoiceBatch["kind"], // the column's check allows no other
    title: row.title,
    state: row.state as VoiceBatch["state"], // the column's check allows no other
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    version: row.version,
    sheets: row.sheets,
    read: row.read,
  };
}

/** Batches of papers of one occasion, the newest first. */
export async function paperBatchesOf(db: CityDb, occasionId: string): Promise<VoiceBatch[]> {
  const rows = await batchRows(db)
    .where("voice_batch.occasion_id", "=", occasionId)
    .where("voice_batch.kind", "=", "paper")
    .orderBy("voice_batch.id", "desc")
    .execute();
  return rows.map(toBatch);
}

/** Batches of papers that wait for a second person (読み合わせ), how many by occasion. */
export async function batchesInReading(db: CityDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("voice_batch")
    .where("kind", "=", "paper")
    .where("state", "=", "reading")
    .select(({ fn }) => ["occasion_id as id", fn.countAll<number>().as("count")])
    .groupBy("occasion_id")
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function batchIn(db: CityDb, id: string): Promise<VoiceBatch | undefined> {
  const row = await batchRows(db).where("voice_batch.id", "=", id).executeTakeFirst();
  return row && toBatch(row);
}

/** The batch while nobody else takes a step of it. */
export async function lockBatch(tx: Tx, id: string): Promise<VoiceBatch | undefined> {
  await tx.selectFrom("voice_batch").where("id", "=", id).select("id").forUpdate().execute();
  return batchIn(tx, id);
}

export type NewBatch = Pick<
  VoiceBatch,
  "id" | "occasionId" | "kind" | "title" | "state" | "enteredBy" | "enteredAt"
> & {
  readonly fileId?: string;
};

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await tx
    .insertInto("voice_batch")
    .values({
      id: batch.id,
      occasion_id: batch.occasionId,
      kind: batch.kind,
      title: batch.title,
      state: batch.state,
      file_id: batch.fileId ?? null,
      entered_by: batch.enteredBy,
      entered_at: batch.enteredAt,
    })
    .execute();
}

/** Moves a batch on. The caller holds its row. */
export async function saveBatchState(
  tx: Tx,
  { id, state }: Pick<VoiceBatch, "id" | "state">,
  checked?: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("voice_batch")
    .set((row) => ({
      state,
      version: row("version", "+", 1),
      ...(checked && { checked_by: checked.by, checked_at: checked.at }),
    }))
    .where("id", "=", id)
    .execute();
}

function sheetRows(db: CityDb) {
  return db.selectFrom("batch_sheet").selectAll().orderBy("position");
}

type SheetRow = Awaited<ReturnType<ReturnType<typeof sheetRows>["execute"]>>[number];

function toSheet(row: SheetRow): PaperSheet {
  const { name, organisation, address, phone, email } = row;
  return {
    id: row.id,
    batchId: row.batch_id,
    position: row.position,
    receipt: receiptOfSending(row.sending_key),
    way: row.way as PaperSheet["way"], // the column's check allows no other
    receivedOn: row.received_on,
    entry: {
      text: row.content,
      place: row.place,
      nodeId: null,
      joinsTopicId: null,
      districtId: row.district_id,
      ageBand: row.age_band,
      senderKind: row.sender_kind,
      wishesReply: row.wishes_reply,
      wishesPublication: row.wishes_publication,
      sender: { name, organisation, address, phone, email },
    },
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    version: row.version,
    correctedBy: row.corrected_by,
    correctedAt: row.corrected_at,
    readBy: row.read_by,
    readAt: row.read_at,
    voiceId: row.voice_id,
  };
}

export async function sheetsOf(db: CityDb, batchId: string): Promise<PaperSheet[]> {
  return (await sheetRows(db).where("batch_id", "=", batchId).execute()).map(toSheet);
}

export async function sheetIn(db: CityDb, id: string): Promise<PaperSheet | undefined> {
  const row = await sheetRows(db).where("id", "=", id).executeTakeFirst();
  return row && toSheet(row);
}

function sheetColumns({ entry, way, receivedOn }: SheetWords) {
  return {
    content: entry.text,
    place: entry.place,
    way,
    received_on: receivedOn,
    age_band: entry.ageBand,
    sender_kind: entry.senderKind,
    district_id: entry.districtId,
    wishes_reply: entry.wishesReply,
    wishes_publication: entry.wishesPublication,
    ...entry.sender,
  };
}

export interface NewSheet extends SheetWords {
  readonly id: string;
  readonly batchId: string;
  readonly sendingKey: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

/** Keeps a sheet under the next number of its batch, whose row the caller holds. @returns its number */
export async function insertSheet(tx: Tx, sheet: NewSheet): Promise<number> {
  const last = await tx
    .selectFrom("batch_sheet")
    .where("batch_id", "=", sheet.batchId)
    .select((row) => row.fn.max("position").as("position"))
    .executeTakeFirst();
  const position = (last?.position ?? 0) + 1;
  await tx
    .insertInto("batch_sheet")
    .values({
      ...sheetColumns(sheet),
      id: sheet.id,
      batch_id: sheet.batchId,
      position,
      sending_key: sheet.sendingKey,
      entered_by: sheet.enteredBy,
      entered_at: sheet.enteredAt,
    })
    .execute();
  return position;
}

/** Keeps the corrected words; whoever had read the sheet reads it again. */
export async function correctSheetRow(
  tx: Tx,
  { id, ...words }: SheetWords & { readonly id: string },
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("batch_sheet")
    .set((row) => ({
      ...sheetColumns(words),
      version: row("version", "+", 1),
      corrected_by: by,
      corrected_at: at,
      read_by: null,
      read_at: null,
    }))
    .where("id", "=", id)
    .execute();
}

export async function markSheetRead(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx.updateTable("batch_sheet").set({ read_by: by, read_at: at }).where("id", "=", id).execute();
}

export async function deleteSheets(tx: Tx, batchId: string, id?: string): Promise<void> {
  const all = tx.deleteFrom("batch_sheet").where("batch_id", "=", batchId);
  await (id === undefined ? all : all.where("id", "=", id)).execute();
}

/** The keys by which a batch's sheets were handed in, by the sheet. */
export async function sendingKeysOf(tx: Tx, batchId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("batch_sheet")
    .where("batch_id", "=", batchId)
    .select(["id", "sending_key"])
    .execute();
  return new Map(rows.map((row) => [row.id, row.sending_key]));
}

/** A sheet that became a voice keeps nothing but its number and its receipt. */
export async function emptySheet(tx: Tx, id: string, voiceId: string): Promise<void> {
  const noWords = { content: "", place: "", age_band: "", sender_kind: "", district_id: null };
  const nobody = { name: "", organisation: "", address: "", phone: "", email: "" };
  await tx
    .updateTable("batch_sheet")
    .set({ ...noWords, ...nobody, voice_id: voiceId })
    .where("id", "=", id)
    .execute();
}
