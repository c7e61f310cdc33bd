import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { listDistricts } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { consultationIn } from "../actions/consultations.ts";
import { mayManageConsultation, mayReceiveAtVenue } from "../permissions.ts";
import { venueRoom, type VenueRoom } from "./actions.ts";
import { meetingRefusals } from "./labels.ts";
import { attendanceLabels, type AttendanceCount } from "./minutes.ts";
import { register, seatOf, type Registered } from "./registering.ts";
import { registrationFault, type RegistrationEntry, type SeatedRegistration } from "./registration.ts";
import { replaceAttendance } from "./store/minutes.ts";
import { eraseRegistrants, markCancelled, markTold, registrationsIn, saveCame } from "./store/registrations.ts";
import { holdVenue } from "./store/venues.ts";

/** The reception list (受付名簿) of a venue. Each look at it is recorded. */
export async function receptionList(
  ctx: Ctx,
  venueId: string,
): Promise<VenueRoom & { readonly registrations: readonly SeatedRegistration[] }> {
  return ctx.transaction(async (tx) => {
    const room = await roomToReceive(tx, ctx, venueId);
    const queue = await registrationsIn(tx, { venueId });
    const registrations = queue.map((each) => ({
      ...each,
      seat: each.cancelledAt ? null : seatOf(room.venue, queue, each.id),
    }));
    await record(tx, ctx, "consultation.registrants.seen", { occasionId: room.consultation.id, venueId });
    return { ...room, registrations };
  });
}

/** Takes a registration by telephone or at the counter, or at the door, where whoever comes is there already. */
export async function registerByStaff(
  ctx: Ctx,
  entry: RegistrationEntry,
  way: "counter" | "venue",
): Promise<Result<Registered>> {
  return ctx.transaction(async (tx) => {
    await roomToReceive(tx, ctx, entry.venueId);
    const fault = registrationFault(entry, way);
    if (fault) return refuse(fault);
    return register(tx, ctx, { entry, way, sendingKey: newId(), ...(way === "venue" && { came: entry.people }) });
  });
}

/** Notes how many of a registration came; null takes it back. */
export async function noteArrival(
  ctx: Ctx,
  { id, came }: { readonly id: string; readonly came: number | null },
): Promise<Result<null>> {
  if (came !== null && !(Number.isInteger(came) && came >= 0 && came <= 100)) return refuse(meetingRefusals.cameWrong);
  return onRegistration(ctx, id, { act: "consultation.arrival.noted", work: (tx) => saveCame(tx, id, came) });
}

/** Cancels a registration for whoever called. */
export async function cancelForCaller(ctx: Ctx, id: string): Promise<Result<null>> {
  const work = (tx: Tx) => markCancelled(tx, id, ctx.clock.now());
  return onRegistration(ctx, id, { act: "consultation.registration.cancelled", work });
}

/** Notes that who moved up from the waiting list has been called. */
export async function noteCalled(ctx: Ctx, id: string): Promise<Result<null>> {
  return onRegistration(ctx, id, { act: "consultation.registration.called", work: (tx) => markTold(tx, id) });
}

async function onRegistration(
  ctx: Ctx,
  id: string,
  { act, work }: { readonly act: string; readonly work: (tx: Tx) => Promise<void> },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const [registration] = await registrationsIn(tx, { id });
    if (!registration) throw new NotFound(`registration ${id}`);
    const { consultation, venue } = await roomToReceive(tx, ctx, registration.venueId);
    await holdVenue(tx, venue.id);
    await work(tx);
    await record(tx, ctx, act, { occasionId: consultation.id, venueId: venue.id });
    return accept(null);
  });
}

/** Erases who applied for the meeting's venues and is past the day of keeping. */
export async function forgetRegistrants(
  ctx: Ctx,
  consultationId: string,
): Promise<Result<{ readonly erased: number }>> {
  return ctx.transaction(async (tx) => {
    const { occasion } = await consultationIn(tx, consultationId);
    permit(mayReceiveAtVenue(ctx.actor, occasion), mayReceiveAtVenue.sentence);
    const erased = await eraseRegistrants(tx, { consultationId, today: ctx.clock.today() });
    await record(tx, ctx, "consultation.registrants.erased", { occasionId: consultationId, registrants: erased });
    return accept({ erased });
  });
}

/** Notes who came, as counts alone; zeros are left out. */
export async function noteAttendance(
  ctx: Ctx,
  { venueId, counts }: { readonly venueId: string; readonly counts: readonly AttendanceCount[] },
): Promise<Result<null>> {
  const districts = (await listDistricts(ctx)).map(({ name }) => name);
  const isRight = ({ dimension, label, people }: AttendanceCount) =>
    attendanceLabels(dimension, districts).includes(label) &&
    Number.isInteger(people) &&
    people >= 0 &&
    people <= 10_000;
  if (!counts.every(isRight)) return refuse(meetingRefusals.countsWrong);
  return ctx.transaction(async (tx) => {
    const { consultation } = await roomToManage(tx, ctx, venueId);
    await replaceAttendance(
      tx,
      venueId,
      counts.filter(({ people }) => people > 0),
    );
    await record(tx, ctx, "consultation.attendance.noted", { occasionId: consultation.id, venueId });
    return accept(null);
  });
}

async function roomToReceive(tx: Tx, ctx: Ctx, venueId: string): Promise<VenueRoom> {
  const room = await venueRoom(tx, venueId);
  permit(mayReceiveAtVenue(ctx.actor, room.consultation.occasion), mayReceiveAtVenue.sentence);
  return room;
}

async function roomToManage(tx: Tx, ctx: Ctx, venueId: string): Promise<VenueRoom> {
  const room = await venueRoom(tx, venueId);
  permit(mayManageConsultation(ctx.actor, room.consultation.occasion), mayManageConsultation.sentence);
  return room;
}
