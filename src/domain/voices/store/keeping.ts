import type { Tx } from "#domain/audit/index.ts";
import { eraseFile } from "#platform/files/file-erasure.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { DisposalKind } from "../keeping.ts";
import { disposedWords } from "../keeping-labels.ts";
import type { Anchor } from "../point.ts";

/** Notes where a point's words stand in corrected words. */
export async function carryAnchor(tx: Tx, { id, prefix, suffix }: Anchor & { readonly id: string }): Promise<void> {
  await tx.updateTable("point").set({ prefix, suffix }).where("id", "=", id).execute();
}

/** How much of an occasion is still kept. */
export interface Kept {
  readonly occasionId: string;
  readonly voices: number;
  readonly senders: number;
}

/** What is still kept, by occasion. */
export async function keptIn(db: CityDb): Promise<ReadonlyMap<string, Kept>> {
  const rows = await db
    .selectFrom("voice")
    .leftJoin("voice_sender", "voice_sender.voice_id", "voice.id")
    .select(({ fn }) => [
      "voice.occasion_id",
      fn.countAll<number>().filterWhere("voice.disposed_at", "is", null).as("voices"),
      fn.count<number>("voice_sender.voice_id").as("senders"),
    ])
    .groupBy("voice.occasion_id")
    .execute();
  return new Map(rows.map((row) => [row.occasion_id, { ...row, occasionId: row.occasion_id }]));
}

/**
 * Disposes of who sent the voices of an occasion, and of the files from which they were taken in. @returns how many senders there were
 */
export async function disposeSendersOf(tx: Tx, occasionId: string, at: Date): Promise<number> {
  const gone = await tx
    .deleteFrom("voice_sender")
    .where("voice_id", "in", (eb) => eb.selectFrom("voice").where("occasion_id", "=", occasionId).select("id"))
    .executeTakeFirst();
  const batches = await tx
    .selectFrom("voice_batch")
    .where("occasion_id", "=", occasionId)
    .where("file_id", "is not", null)
    .select("file_id")
    .execute();
  for (const { file_id } of batches) if (file_id) await eraseFile(tx, file_id, at);
  return Number(gone.numDeletedRows);
}

/**
 * Disposes of the words of an occasion's voices: every edition, the copies, what their points quote, and what came with them. Numbers,
 * hashes and the city's answers stay. @returns how many voices there were
 */
export async function disposeVoicesOf(tx: Tx, occasionId: string, at: Date): Promise<number> {
  const due = await tx
    .updateTable("voice")
    .set((eb) => ({ disposed_at: at, version: eb("version", "+", 1) }))
    .where("occasion_id", "=", occasionId)
    .where("disposed_at", "is", null)
    .returning("id")
    .execute();
  const ofOccasion = tx.selectFrom("voice").where("occasion_id", "=", occasionId).select("id");
  await tx
    .updateTable("voice_text")
    .set({ content: null, folded: null, place: "" })
    .where("voice_id", "in", ofOccasion)
    .where("content", "is not", null)
    .execute();
  await tx.deleteFrom("redaction").where("voice_id", "in", ofOccasion).execute();
  await tx
    .updateTable("point")
    .set({ quote: disposedWords, prefix: "", suffix: "", gist: "", folded: "" })
    .where("voice_id", "in", ofOccasion)
    .execute();
  const files = await tx.selectFrom("voice_attachment").where("voice_id", "in", ofOccasion).select("file_id").execute();
  for (const { file_id } of files) await eraseFile(tx, file_id, at);
  return due.length;
}

/** Disposal (廃棄): what was disposed of, when and by whom. */
export interface Disposal {
  readonly id: string;
  readonly occasionId: string;
  readonly kind: DisposalKind;
  readonly disposed: number;
  readonly reason: string;
  readonly doneBy: string | null;
  readonly doneAt: Date;
}

export async function insertDisposal(tx: Tx, disposal: Disposal): Promise<void> {
  const { id, occasionId, kind, disposed, reason, doneBy, doneAt } = disposal;
  await tx
    .insertInto("disposal")
    .values({ id, occasion_id: occasionId, kind, disposed, reason, done_by: doneBy, done_at: doneAt })
    .execute();
}

/** Every disposal, the newest first. */
export async function disposalsIn(db: CityDb): Promise<Disposal[]> {
  const rows = await db.selectFrom("disposal").selectAll().orderBy("done_at", "desc").orderBy("id", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    occasionId: row.occasion_id,
    kind: row.kind as DisposalKind, // the column's check allows no other
    disposed: row.disposed,
    reason: row.reason,
    doneBy: row.done_by,
    doneAt: row.done_at,
  }));
}
