import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Registration, RegistrationWay } from "../registration.ts";

/** The registrations of a venue, the one under a receipt, or the one sent under a form's key; in the order in which they came. */
export async function registrationsIn(
  db: CityDb,
  which: {
    readonly venueId?: string;
    readonly id?: string;
    readonly receiptHash?: string;
    readonly sendingKey?: string;
  },
): Promise<Registration[]> {
  let query = db
    .selectFrom("meeting_registration as registration")
    .leftJoin("meeting_registrant as registrant", "registrant.registration_id", "registration.id");
  if (which.venueId !== undefined) query = query.where("registration.venue_id", "=", which.venueId);
  if (which.id !== undefined) query = query.where("registration.id", "=", which.id);
  if (which.receiptHash !== undefined) query = query.where("registration.receipt_hash", "=", which.receiptHash);
  if (which.sendingKey !== undefined) query = query.where("registration.sending_key", "=", which.sendingKey);
  const rows = await query
    .select([
      "registration.id",
      "registration.venue_id as venueId",
      "registration.number",
      "registration.people",
      "registration.way",
      "registration.began_waiting as beganWaiting",
      "registration.came",
      "registration.registered_at as registeredAt",
      "registration.cancelled_at as cancelledAt",
      "registrant.name",
      "registrant.contact",
      "registrant.needs",
    ])
    .orderBy("registration.number")
    .execute();
  return rows.map(({ name, contact, needs, way, ...row }) => ({
    ...row,
    way: way as RegistrationWay, // the column's check allows no other
    registrant: name === null ? null : { name, contact: contact ?? "", needs: needs ?? "" },
  }));
}

export interface NewRegistration {
  readonly id: string;
  readonly venueId: string;
  readonly number: number;
  readonly people: number;
  readonly way: RegistrationWay;
  readonly beganWaiting: boolean;
  readonly came: number | null;
  readonly receiptHash: string | null;
  readonly sendingKey: string | null;
  readonly at: Date;
  readonly registrant: NonNullable<Registration["registrant"]>;
  readonly keepUntil: string;
}

export async function insertRegistration(tx: Tx, { registrant, keepUntil, ...own }: NewRegistration): Promise<void> {
  await tx
    .insertInto("meeting_registration")
    .values({
      id: own.id,
      venue_id: own.venueId,
      number: own.number,
      people: own.people,
      way: own.way,
      began_waiting: own.beganWaiting,
      came: own.came,
      receipt_hash: own.receiptHash,
      sending_key: own.sendingKey,
      registered_at: own.at,
    })
    .execute();
  await tx
    .insertInto("meeting_registrant")
    .values({ registration_id: own.id, ...registrant, keep_until: keepUntil })
    .execute();
}

export async function markCancelled(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("meeting_registration").set({ cancelled_at: at }).where("id", "=", id).execute();
}

export async function saveCame(tx: Tx, id: string, came: number | null): Promise<void> {
  await tx.updateTable("meeting_registration").set({ came }).where("id", "=", id).execute();
}

/** Notes that who moved up has been called. */
export async function markTold(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("meeting_registration").set({ began_waiting: false }).where("id", "=", id).execute();
}

/** Until when the applicants of a venue's registrations are kept, where its day moves. */
export async function keepRegistrantsUntil(tx: Tx, venueId: string, keepUntil: string): Promise<void> {
  await tx
    .updateTable("meeting_registrant")
    .set({ keep_until: keepUntil })
    .where("registration_id", "in", (eb) =>
      eb.selectFrom("meeting_registration").where("venue_id", "=", venueId).select("id"),
    )
    .execute();
}

/** Erases who applied for a consultation's venues and is past the day of keeping. @returns how many */
export async function eraseRegistrants(
  tx: Tx,
  { consultationId, today }: { readonly consultationId: string; readonly today: string },
): Promise<number> {
  const erased = await tx
    .deleteFrom("meeting_registrant")
    .where("keep_until", "<", today)
    .where("registration_id", "in", (eb) =>
      eb
        .selectFrom("meeting_registration as registration")
        .innerJoin("meeting_venue as venue", "venue.id", "registration.venue_id")
        .where("venue.consultation_id", "=", consultationId)
        .select("registration.id"),
    )
    .executeTakeFirst();
  return Number(erased.numDeletedRows);
}

/** How many applicants of a consultation are past their day of keeping. */
export async function overdueRegistrants(db: CityDb, consultationId: string, today: string): Promise<number> {
  const { overdue } = await db
    .selectFrom("meeting_registrant as registrant")
    .innerJoin("meeting_registration as registration", "registration.id", "registrant.registration_id")
    .innerJoin("meeting_venue as venue", "venue.id", "registration.venue_id")
    .where("venue.consultation_id", "=", consultationId)
    .where("registrant.keep_until", "<", today)
    .select(({ fn }) => fn.countAll<number>().as("overdue"))
    .executeTakeFirstOrThrow();
  return Number(overdue);
}
