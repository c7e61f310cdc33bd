import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import {
  changeConsultation,
  consultationIn,
  consultationToManage,
  openConsultation,
} from "../actions/consultations.ts";
import type { AllWords, Consultation } from "../consultation.ts";
import { mayManageConsultation, mayOpenConsultations } from "../permissions.ts";
import { meetingRefusals } from "./labels.ts";
import { keepUntilOf, meetingFault, venueFault, type MeetingWords, type Venue, type VenueWords } from "./meeting.ts";
import { exchangesOf } from "./store/minutes.ts";
import { keepRegistrantsUntil, registrationsIn } from "./store/registrations.ts";
import {
  insertMeeting,
  insertVenue,
  markVenueRemoved,
  meetingIn,
  saveMeeting,
  saveVenue,
  venuesIn,
} from "./store/venues.ts";

/** Makes a town meeting (まちづくり懇談会). */
export async function createMeeting(
  ctx: Ctx,
  { planId, meeting, ...words }: AllWords & { readonly planId: string; readonly meeting: MeetingWords },
): Promise<Result<{ readonly id: string }>> {
  permit(mayOpenConsultations(ctx.actor), mayOpenConsultations.sentence);
  const fault = meetingFault(meeting);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const opened = await openConsultation(tx, ctx, { ...words, kind: "townMeeting", planId });
    if (!opened.ok) return opened;
    await insertMeeting(tx, opened.value.id, tidied(meeting));
    await record(tx, ctx, "consultation.meeting.created", { occasionId: opened.value.id, planId });
    return opened;
  });
}

/** Corrects what is said of a town meeting; its days keep those of its venues. */
export async function editMeeting(
  ctx: Ctx,
  { meeting, ...words }: AllWords & Pick<Consultation, "id" | "version"> & { readonly meeting: MeetingWords },
): Promise<Result<null>> {
  const fault = meetingFault(meeting);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    await meetingToManage(tx, ctx, words.id);
    const venues = await venuesIn(tx, { consultationId: words.id });
    const isOut = ({ heldOn }: Venue) => heldOn < words.opensOn || (words.closesOn !== null && heldOn > words.closesOn);
    if (venues.some(isOut)) return refuse(meetingRefusals.periodFixed);
    const changed = await changeConsultation(tx, ctx, words);
    if (!changed.ok) return changed;
    await saveMeeting(tx, words.id, tidied(meeting));
    for (const { id, heldOn } of venues) await keepRegistrantsUntil(tx, id, keepUntilOf(heldOn, meeting.keepDays));
    await record(tx, ctx, "consultation.meeting.edited", { occasionId: words.id });
    return accept(null);
  });
}

/** Adds a venue (会場). */
export async function addVenue(
  ctx: Ctx,
  input: VenueWords & { readonly consultationId: string },
): Promise<Result<{ readonly id: string }>> {
  return ctx.transaction(async (tx) => {
    const { occasion } = await meetingToManage(tx, ctx, input.consultationId);
    const fault = venueFault(input, occasion);
    if (fault) return refuse(fault);
    const id = newId();
    await insertVenue(tx, { ...input, id });
    await record(tx, ctx, "consultation.venue.added", { occasionId: occasion.id, venueId: id });
    return accept({ id });
  });
}

/** Corrects a venue. Who applied is kept by its new day. */
export async function editVenue(ctx: Ctx, input: VenueWords & Pick<Venue, "id" | "version">): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { meeting, consultation } = await venueToManage(tx, ctx, input.id);
    const fault = venueFault(input, consultation.occasion);
    if (fault) return refuse(fault);
    if (!(await saveVenue(tx, input))) return refuse(meetingRefusals.venueStale);
    await keepRegistrantsUntil(tx, input.id, keepUntilOf(input.heldOn, meeting.keepDays));
    await record(tx, ctx, "consultation.venue.edited", { occasionId: consultation.id, venueId: input.id });
    return accept(null);
  });
}

/** Takes away a venue for which nobody applied and nothing was noted. */
export async function removeVenue(ctx: Ctx, id: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { consultation } = await venueToManage(tx, ctx, id);
    const isUsed = (await registrationsIn(tx, { venueId: id })).length + (await exchangesOf(tx, id)).length > 0;
    if (isUsed) return refuse(meetingRefusals.venueHasPeople);
    await markVenueRemoved(tx, id, ctx.clock.now());
    await record(tx, ctx, "consultation.venue.removed", { occasionId: consultation.id, venueId: id });
    return accept(null);
  });
}

async function meetingToManage(tx: Tx, ctx: Ctx, id: string): Promise<Consultation> {
  return consultationToManage(tx, ctx, { id, kinds: ["townMeeting"] });
}

/** A venue with its meeting. */
export interface VenueRoom {
  readonly venue: Venue;
  readonly meeting: MeetingWords;
  readonly consultation: Consultation;
}

/** @throws NotFound when there is no such venue */
export async function venueRoom(tx: Tx, id: string): Promise<VenueRoom> {
  const [venue] = await venuesIn(tx, { id });
  const meeting = venue && (await meetingIn(tx, venue.consultationId));
  if (!venue || !meeting) throw new NotFound(`venue ${id}`);
  return { venue, meeting, consultation: await consultationIn(tx, venue.consultationId) };
}

async function venueToManage(tx: Tx, ctx: Ctx, id: string): Promise<VenueRoom> {
  const room = await venueRoom(tx, id);
  permit(mayManageConsultation(ctx.actor, room.consultation.occasion), mayManageConsultation.sentence);
  return room;
}

function tidied(words: MeetingWords): MeetingWords {
  return {
    ...words,
    purpose: words.purpose.trim(),
    programme: words.programme.trim(),
    eligibility: words.eligibility.trim(),
    howToApply: words.howToApply.trim(),
  };
}
