import type { Ctx, Tx } from "#domain/audit/index.ts";
import { record } from "#domain/audit/index.ts";
import { receiptHash, receiptOf, readReceipt } from "#domain/voices/index.ts";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { announcementOf } from "../queries/phases.ts";
import { consultationsIn } from "../store/consultations.ts";
import { venueRoom, type VenueRoom } from "./actions.ts";
import { meetingRefusals } from "./labels.ts";
import { keepUntilOf, type Venue } from "./meeting.ts";
import {
  beginningOf,
  needsText,
  registrationFault,
  type Registration,
  type RegistrationEntry,
  type RegistrationWay,
} from "./registration.ts";
import { seating, type Seat } from "./seating.ts";
import { insertRegistration, markCancelled, registrationsIn } from "./store/registrations.ts";
import { holdVenue, venuesIn } from "./store/venues.ts";

export interface RegistrationSending {
  readonly slug: string;
  /** The key of the form, known to its sender alone. */
  readonly formKey: string;
  readonly entry: RegistrationEntry;
}

export interface Registered {
  readonly id: string;
  readonly receipt: string;
  readonly seat: Seat;
  readonly isRepeat: boolean;
}

/** Receives a registration from the public form. The same form with the same words is the same registration. */
export async function registerByForm(ctx: Ctx, sending: RegistrationSending): Promise<Result<Registered>> {
  const { slug, formKey, entry } = sending;
  const fault = registrationFault(entry, "web") ?? (await closedFault(ctx, slug, entry.venueId));
  if (fault) return refuse(fault);
  const sendingKey = sha256(`${formKey} ${sha256(canonicalJson({ ...entry, needs: [...entry.needs] }))}`);
  return ctx.transaction(async (tx) => register(tx, ctx, { entry, way: "web", sendingKey }));
}

/** Why citizens cannot register for this venue now. */
async function closedFault(ctx: Ctx, slug: string, venueId: string): Promise<Refusal | undefined> {
  const [found] = await consultationsIn(ctx.db, { slug });
  const detail = found && (await announcementOf(ctx, found))?.snapshot.detail;
  if (detail?.kind !== "townMeeting") return meetingRefusals.notPublic;
  if (!detail.acceptsWeb) return meetingRefusals.notByWeb;
  const venue = detail.venues.find(({ id }) => id === venueId);
  const isThere = venue && (await venuesIn(ctx.db, { id: venueId })).length > 0;
  if (!venue || !isThere) return meetingRefusals.venueGone;
  return ctx.clock.now() < beginningOf(venue) ? undefined : meetingRefusals.venueOver;
}

interface Registering {
  readonly entry: RegistrationEntry;
  readonly way: RegistrationWay;
  readonly sendingKey: string;
  readonly came?: number;
}

/** Puts a registration at the end of its venue's queue, inside the transaction of the act by which it came. */
export async function register(
  tx: Tx,
  ctx: Ctx,
  { entry, way, sendingKey, came }: Registering,
): Promise<Result<Registered>> {
  await holdVenue(tx, entry.venueId);
  const receipt = receiptOf(Buffer.from(sha256(`registration:${sendingKey}`), "hex"));
  const queue = await registrationsIn(tx, { venueId: entry.venueId });
  const [before] = await registrationsIn(tx, { sendingKey });
  const room = await venueRoom(tx, entry.venueId);
  if (before) return accept({ id: before.id, receipt, seat: seatOf(room.venue, queue, before.id), isRepeat: true });
  const id = newId();
  const own = { id, people: entry.people, cancelledAt: null };
  const seat = seatOf(room.venue, [...queue, own], id);
  await insertRegistration(tx, {
    id,
    venueId: entry.venueId,
    number: (queue.at(-1)?.number ?? 0) + 1,
    people: entry.people,
    way,
    beganWaiting: seat === "waiting",
    came: came ?? null,
    receiptHash: receiptHash(receipt),
    sendingKey,
    at: ctx.clock.now(),
    registrant: { name: entry.name.trim(), contact: entry.contact.trim(), needs: needsText(entry) },
    keepUntil: keepUntilOf(room.venue.heldOn, room.meeting.keepDays),
  });
  await record(tx, ctx, "consultation.registration.added", {
    occasionId: room.consultation.id,
    venueId: entry.venueId,
  });
  return accept({ id, receipt, seat, isRepeat: false });
}

type InQueue = Pick<Registration, "id" | "people" | "cancelledAt">;

/** Where one stands in the queue of a venue. */
export function seatOf({ capacity }: Pick<Venue, "capacity">, queue: readonly InQueue[], id: string): Seat {
  const standing = queue.filter(({ cancelledAt }) => cancelledAt === null);
  return seating(capacity, standing).get(id) ?? "waiting";
}

/** A registration as its sender sees it, by the receipt; no name. */
export interface OwnRegistration {
  readonly id: string;
  readonly people: number;
  readonly seat: Seat;
  readonly isCancelled: boolean;
  readonly venue: Venue;
  readonly title: string;
  readonly slug: string;
}

/** The registration under a receipt as it was typed; undefined when there is none. */
export async function registrationByReceipt(ctx: Pick<Ctx, "db">, typed: string): Promise<OwnRegistration | undefined> {
  return ctx.db.transaction().execute(async (tx) => {
    const room = await roomByReceipt(tx, typed);
    return room && ownRegistration(tx, room);
  });
}

interface OwnRoom extends VenueRoom {
  readonly registration: Registration;
}

async function roomByReceipt(tx: Tx, typed: string): Promise<OwnRoom | undefined> {
  const receipt = readReceipt(typed);
  const [registration] = receipt ? await registrationsIn(tx, { receiptHash: receiptHash(receipt) }) : [];
  return registration && { ...(await venueRoom(tx, registration.venueId)), registration };
}

async function ownRegistration(tx: Tx, { registration, venue, consultation }: OwnRoom): Promise<OwnRegistration> {
  const { id, people, cancelledAt } = registration;
  const queue = await registrationsIn(tx, { venueId: venue.id });
  const { title } = consultation.occasion;
  const seat = seatOf(venue, queue, id);
  return { id, people, seat, isCancelled: cancelledAt !== null, venue, title, slug: consultation.slug };
}

/** Cancels the own registration by its receipt; whoever waits moves up. */
export async function cancelByReceipt(ctx: Ctx, typed: string): Promise<Result<OwnRegistration>> {
  return ctx.transaction(async (tx) => {
    const room = await roomByReceipt(tx, typed);
    if (!room) return refuse(meetingRefusals.receiptUnknown);
    await holdVenue(tx, room.venue.id);
    if (room.registration.cancelledAt) return refuse(meetingRefusals.alreadyCancelled);
    if (ctx.clock.now() >= beginningOf(room.venue)) return refuse(meetingRefusals.venueOver);
    await markCancelled(tx, room.registration.id, ctx.clock.now());
    await record(tx, ctx, "consultation.registration.cancelled", {
      occasionId: room.consultation.id,
      venueId: room.venue.id,
    });
    return accept({ ...(await ownRegistration(tx, room)), isCancelled: true });
  });
}
