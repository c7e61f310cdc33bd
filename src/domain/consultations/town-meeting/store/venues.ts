import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { MeetingWords, Venue, VenueWords } from "../meeting.ts";

/** The words of a town meeting. @returns undefined where the consultation is of another kind */
export async function meetingIn(db: CityDb, id: string): Promise<MeetingWords | undefined> {
  const row = await db.selectFrom("town_meeting").where("consultation_id", "=", id).selectAll().executeTakeFirst();
  return (
    row && {
      purpose: row.purpose,
      programme: row.programme,
      eligibility: row.eligibility,
      howToApply: row.how_to_apply,
      acceptsWeb: row.accepts_web,
      keepDays: row.keep_days,
    }
  );
}

function rowOf(words: MeetingWords) {
  return {
    purpose: words.purpose,
    programme: words.programme,
    eligibility: words.eligibility,
    how_to_apply: words.howToApply,
    accepts_web: words.acceptsWeb,
    keep_days: words.keepDays,
  };
}

export async function insertMeeting(tx: Tx, id: string, words: MeetingWords): Promise<void> {
  await tx
    .insertInto("town_meeting")
    .values({ consultation_id: id, ...rowOf(words) })
    .execute();
}

export async function saveMeeting(tx: Tx, id: string, words: MeetingWords): Promise<void> {
  await tx.updateTable("town_meeting").set(rowOf(words)).where("consultation_id", "=", id).execute();
}

/** The venues of a meeting by day and time, or one by its id. */
export async function venuesIn(
  db: CityDb,
  which: { readonly consultationId: string } | { readonly id: string },
): Promise<Venue[]> {
  const query = db
    .selectFrom("meeting_venue as venue")
    .where("venue.removed_at", "is", null)
    .select([
      "venue.id",
      "venue.consultation_id as consultationId",
      "venue.place",
      "venue.directions",
      "venue.district_id as districtId",
      "venue.held_on as heldOn",
      "venue.begins",
      "venue.ends",
      "venue.capacity",
      "venue.note",
      "venue.version",
    ])
    .orderBy("venue.held_on")
    .orderBy("venue.begins")
    .orderBy("venue.id");
  const found =
    "id" in which
      ? query.where("venue.id", "=", which.id)
      : query.where("venue.consultation_id", "=", which.consultationId);
  return found.execute();
}

function venueRow(words: VenueWords) {
  return {
    place: words.place.trim(),
    directions: words.directions.trim(),
    district_id: words.districtId,
    held_on: words.heldOn,
    begins: words.begins,
    ends: words.ends,
    capacity: words.capacity,
    note: words.note.trim(),
  };
}

export async function insertVenue(
  tx: Tx,
  { id, consultationId, ...words }: VenueWords & Pick<Venue, "id" | "consultationId">,
): Promise<void> {
  await tx
    .insertInto("meeting_venue")
    .values({ id, consultation_id: consultationId, ...venueRow(words) })
    .execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function saveVenue(tx: Tx, { id, version, ...words }: VenueWords & Pick<Venue, "id" | "version">) {
  const saved = await tx
    .updateTable("meeting_venue")
    .set({ ...venueRow(words), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function markVenueRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("meeting_venue").set({ removed_at: at }).where("id", "=", id).execute();
}

/** Makes others who would register for a venue, or count who came, wait until the transaction ends. */
export async function holdVenue(tx: Tx, id: string): Promise<void> {
  await tx
    .selectFrom("meeting_venue")
    .where("id", "=", id)
    .select(sql<number>`1`.as("held"))
    .forUpdate()
    .execute();
}
