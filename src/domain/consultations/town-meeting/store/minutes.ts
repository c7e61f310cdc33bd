import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type {
  AttendanceCount,
  AttendanceDimension,
  Exchange,
  ExchangeWords,
  Minutes,
  MinutesWords,
} from "../minutes.ts";

/** The minutes of a venue; of one without a word yet they are empty. */
export async function minutesIn(db: CityDb, venueId: string): Promise<Minutes> {
  const row = await db
    .selectFrom("meeting_venue")
    .where("id", "=", venueId)
    .select([
      "city_people as cityPeople",
      "opening",
      "explanation",
      "closing",
      "minutes_version as version",
      "minutes_approved_at as approvedAt",
    ])
    .executeTakeFirstOrThrow();
  return { ...row, venueId, exchanges: await exchangesOf(db, venueId) };
}

/** Questions and answers of a venue in their order. */
export async function exchangesOf(db: CityDb, venueId: string): Promise<Exchange[]> {
  const rows = await db
    .selectFrom("meeting_exchange")
    .where("venue_id", "=", venueId)
    .select(["id", "question", "answer", "voice_id as voiceId", "voice_number as number", "topic_id as topicId"])
    .orderBy("position")
    .execute();
  return rows.map(({ voiceId, number, ...row }) => ({
    ...row,
    voice: voiceId === null || number === null ? null : { id: voiceId, number },
  }));
}

/** Saves if they still have the version that the person saw. @returns whether they had */
export async function saveMinutes(
  tx: Tx,
  { venueId, version, ...words }: MinutesWords & { readonly venueId: string; readonly version: number },
): Promise<boolean> {
  const saved = await tx
    .updateTable("meeting_venue")
    .set({
      city_people: words.cityPeople,
      opening: words.opening,
      explanation: words.explanation,
      closing: words.closing,
      minutes_version: version + 1,
    })
    .where("id", "=", venueId)
    .where("minutes_version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function insertExchange(
  tx: Tx,
  {
    id,
    venueId,
    position,
    question,
    answer,
  }: ExchangeWords & { readonly id: string; readonly venueId: string; readonly position: number },
): Promise<void> {
  await tx.insertInto("meeting_exchange").values({ id, venue_id: venueId, position, question, answer }).execute();
}

export async function saveExchange(
  tx: Tx,
  { id, position, question, answer }: ExchangeWords & { readonly id: string; readonly position: number },
): Promise<void> {
  await tx.updateTable("meeting_exchange").set({ position, question, answer }).where("id", "=", id).execute();
}

export async function deleteExchange(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("meeting_exchange").where("id", "=", id).execute();
}

/** Ties a question to the voice that it is in the ledger. */
export async function tieToVoice(
  tx: Tx,
  { id, voiceId, number }: { readonly id: string; readonly voiceId: string; readonly number: number },
): Promise<void> {
  await tx
    .updateTable("meeting_exchange")
    .set({ voice_id: voiceId, voice_number: number })
    .where("id", "=", id)
    .execute();
}

/** Notes the topic to which an answer was offered. */
export async function tieToTopic(tx: Tx, { id, topicId }: { readonly id: string; readonly topicId: string }) {
  await tx.updateTable("meeting_exchange").set({ topic_id: topicId }).where("id", "=", id).execute();
}

/** Notes when minutes were approved and by whom, or that they are open again. */
export async function saveApproval(
  tx: Tx,
  { venueId, at, by }: { readonly venueId: string; readonly at: Date | null; readonly by: string | null },
): Promise<void> {
  await tx
    .updateTable("meeting_venue")
    .set({ minutes_approved_at: at, minutes_approved_by: by })
    .where("id", "=", venueId)
    .execute();
}

/** Who came, as counts. */
export async function attendanceIn(db: CityDb, venueId: string): Promise<AttendanceCount[]> {
  const rows = await db
    .selectFrom("meeting_attendance")
    .where("venue_id", "=", venueId)
    .select(["dimension", "label", "people"])
    .execute();
  return rows.map(({ dimension, ...row }) => ({ ...row, dimension: dimension as AttendanceDimension })); // by the column's check
}

export async function replaceAttendance(tx: Tx, venueId: string, counts: readonly AttendanceCount[]): Promise<void> {
  await tx.deleteFrom("meeting_attendance").where("venue_id", "=", venueId).execute();
  const rows = counts.map((count) => ({ venue_id: venueId, ...count }));
  if (rows.length > 0) await tx.insertInto("meeting_attendance").values(rows).execute();
}
