import type { Ctx } from "#domain/audit/index.ts";
import { storedPublications } from "#domain/publication/index.ts";
import { joinedSmall, listDistricts } from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import type { Consultation } from "../consultation.ts";
import { published } from "../public-comment/composing.ts";
import { documentsIn } from "../public-comment/store.ts";
import type { PublishedVenue, TownMeetingDetail } from "./detail.ts";
import { lacksOfMeeting, type Venue } from "./meeting.ts";
import { attendanceLabels, type AttendanceCount, type AttendanceDimension, type Minutes } from "./minutes.ts";
import { attendanceIn, minutesIn } from "./store/minutes.ts";
import { registrationsIn } from "./store/registrations.ts";
import { meetingIn, venuesIn } from "./store/venues.ts";

/** A town meeting as it would go public now: its venues, and of those that are over who came and the approved minutes. */
export async function meetingDetail(ctx: Ctx, { id }: Consultation): Promise<Result<TownMeetingDetail>> {
  const meeting = await meetingIn(ctx.db, id);
  if (!meeting) throw new NotFound(`town meeting ${id}`);
  const venues = await venuesIn(ctx.db, { consultationId: id });
  const documents = await documentsIn(ctx.db, id);
  const lacks = lacksOfMeeting(meeting, { venues: venues.length, documents: documents.length });
  if (lacks.length > 0)
    return refuse({
      code: "incomplete",
      message: `公表に必要なものが、まだありません：${lacks.join("、")}。`,
      remedy: "懇談会のページで書き足してから、公表してください。",
    });
  const heads = await storedPublications(ctx).heads();
  const districts = await listDistricts(ctx);
  const shown: PublishedVenue[] = [];
  for (const venue of venues) shown.push(await publishedVenue(ctx, venue, districts));
  return accept({ kind: "townMeeting", ...meeting, documents: documents.map(published(heads)), venues: shown });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

async function publishedVenue(ctx: Ctx, venue: Venue, districts: readonly Named[]): Promise<PublishedVenue> {
  const { id, place, directions, districtId, heldOn, begins, ends, capacity, note } = venue;
  const district = districts.find((each) => each.id === districtId)?.name ?? "";
  const names = districts.map(({ name }) => name);
  const counts = await attendanceIn(ctx.db, id);
  const people = await peopleAt(ctx, id, counts);
  return {
    id,
    place,
    directions,
    district,
    heldOn,
    begins,
    ends,
    capacity,
    note,
    attendance: people === 0 ? null : { people, ...tallied(counts, names) },
    minutes: publishedMinutes(await minutesIn(ctx.db, id)),
  };
}

/** How many came: as the door ticked, or as the counts by age say, whichever is more. */
async function peopleAt(ctx: Ctx, venueId: string, counts: readonly AttendanceCount[]): Promise<number> {
  const came = (await registrationsIn(ctx.db, { venueId })).reduce((sum, each) => sum + (each.came ?? 0), 0);
  const sums = (["age", "district", "kind"] as const).map((dimension) => sumOf(counts, dimension));
  return Math.max(came, ...sums);
}

function sumOf(counts: readonly AttendanceCount[], dimension: AttendanceDimension): number {
  return counts.filter((each) => each.dimension === dimension).reduce((sum, { people }) => sum + people, 0);
}

function tallied(counts: readonly AttendanceCount[], districts: readonly string[]) {
  const by = (dimension: AttendanceDimension) =>
    joinedSmall(
      attendanceLabels(dimension, districts)
        .map((label) => ({ label, count: counts.find(isOf(dimension, label))?.people ?? 0 }))
        .filter(({ count }) => count > 0),
    );
  return { byAge: by("age"), byDistrict: by("district"), byKind: by("kind") };
}

function isOf(dimension: AttendanceDimension, label: string) {
  return (each: AttendanceCount) => each.dimension === dimension && each.label === label;
}

function publishedMinutes(minutes: Minutes): PublishedVenue["minutes"] {
  if (!minutes.approvedAt) return null;
  const { cityPeople, opening, explanation, closing, exchanges } = minutes;
  return {
    approvedOn: tokyoDay(minutes.approvedAt),
    cityPeople,
    opening,
    explanation,
    closing,
    exchanges: exchanges.map(({ question, answer, voice }) => ({
      question,
      answer,
      voiceNumber: voice?.number ?? null,
    })),
  };
}
