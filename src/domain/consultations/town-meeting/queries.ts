import type { Ctx } from "#domain/audit/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { documentsIn } from "../public-comment/store.ts";
import type { RoundDocument } from "../public-comment/round.ts";
import { mayReadConsultations } from "../permissions.ts";
import type { MeetingWords, Venue } from "./meeting.ts";
import type { AttendanceCount, Minutes } from "./minutes.ts";
import { seating, seatsLeft } from "./seating.ts";
import { attendanceIn, minutesIn } from "./store/minutes.ts";
import { overdueRegistrants, registrationsIn } from "./store/registrations.ts";
import { meetingIn, venuesIn } from "./store/venues.ts";

/** How a venue fills: people with a seat and people who wait, no names. */
export interface Filling {
  readonly seated: number;
  readonly waiting: number;
  /** Null without a capacity. */
  readonly left: number | null;
  readonly came: number;
}

export interface VenueState {
  readonly venue: Venue;
  readonly filling: Filling;
  readonly minutes: Minutes;
  readonly attendance: readonly AttendanceCount[];
}

export interface MeetingPage {
  readonly words: MeetingWords;
  readonly documents: readonly RoundDocument[];
  readonly venues: readonly VenueState[];
  /** Applicants past their day of keeping. */
  readonly overdue: number;
}

/** A town meeting with its venues. @throws NotFound where the consultation is of another kind */
export async function meetingPage(ctx: Ctx, id: string): Promise<MeetingPage> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const words = await meetingIn(ctx.db, id);
  if (!words) throw new NotFound(`town meeting ${id}`);
  const venues: VenueState[] = [];
  for (const venue of await venuesIn(ctx.db, { consultationId: id })) venues.push(await stateOf(ctx, venue));
  const overdue = await overdueRegistrants(ctx.db, id, ctx.clock.today());
  return { words, documents: await documentsIn(ctx.db, id), venues, overdue };
}

/** @throws NotFound when there is no such venue */
export async function venueState(ctx: Ctx, venueId: string): Promise<VenueState> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const [venue] = await venuesIn(ctx.db, { id: venueId });
  if (!venue) throw new NotFound(`venue ${venueId}`);
  return stateOf(ctx, venue);
}

async function stateOf(ctx: Ctx, venue: Venue): Promise<VenueState> {
  return {
    venue,
    filling: await fillingOf(ctx, venue),
    minutes: await minutesIn(ctx.db, venue.id),
    attendance: await attendanceIn(ctx.db, venue.id),
  };
}

async function fillingOf({ db }: Pick<Ctx, "db">, { id, capacity }: Venue): Promise<Filling> {
  const queue = (await registrationsIn(db, { venueId: id })).filter(({ cancelledAt }) => cancelledAt === null);
  const seats = seating(capacity, queue);
  const sumOf = (seat: string) =>
    queue.filter((each) => seats.get(each.id) === seat).reduce((sum, { people }) => sum + people, 0);
  const came = queue.reduce((sum, each) => sum + (each.came ?? 0), 0);
  return { seated: sumOf("seated"), waiting: sumOf("waiting"), left: seatsLeft(capacity, queue), came };
}

/** Seats left at each venue of a meeting, for whoever is about to register; null without a capacity. */
export async function seatsAt(
  ctx: Pick<Ctx, "db">,
  consultationId: string,
): Promise<ReadonlyMap<string, number | null>> {
  const left = new Map<string, number | null>();
  for (const venue of await venuesIn(ctx.db, { consultationId }))
    left.set(venue.id, (await fillingOf(ctx, venue)).left);
  return left;
}
