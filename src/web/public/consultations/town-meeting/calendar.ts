import type { PublishedVenue } from "#domain/consultations/published.ts";
import { beginningOf, endOf } from "#domain/consultations/published.ts";
import { calendarText, calendarType } from "#export/calendar.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicVisit } from "#web/public/route.ts";
import { consultationEdition, type EditionOf } from "../edition.ts";
import { withDetail } from "../kinds.tsx";

/** All venues of a town meeting for a calendar. */
export async function sendCalendar(visit: PublicVisit): Promise<Response> {
  const edition = await meetingEdition(visit);
  return edition ? calendarOf(visit, edition, edition.snapshot.detail.venues) : missingPage(visit.site);
}

/** One venue for a calendar. */
export async function sendVenue(visit: PublicVisit): Promise<Response> {
  const edition = await meetingEdition(visit);
  const file = visit.params["file"] ?? "";
  const venue = edition?.snapshot.detail.venues.find(({ id }) => `${id}.ics` === file);
  return edition && venue ? calendarOf(visit, edition, [venue]) : missingPage(visit.site);
}

export async function meetingEdition({
  site,
  params,
}: Pick<PublicVisit, "site" | "params">): Promise<EditionOf<"townMeeting"> | undefined> {
  const edition = await consultationEdition(site, params["slug"] ?? "");
  const detail = edition?.snapshot.detail;
  return edition && detail?.kind === "townMeeting" ? withDetail(edition, detail) : undefined;
}

function calendarOf(
  { site }: PublicVisit,
  { head, snapshot }: EditionOf<"townMeeting">,
  venues: readonly PublishedVenue[],
): Response {
  const url = `${site.origin}/consultations/${head.reference}`;
  const occurrences = venues.map((venue) => ({
    uid: `${venue.id}@${new URL(site.origin).hostname}`,
    begins: beginningOf(venue),
    ends: endOf(venue),
    title: `${snapshot.title}（${venue.place}）`,
    place: [venue.place, venue.directions].filter(Boolean).join(" "),
    words: [snapshot.summary, venue.note].filter(Boolean).join("\n"),
    url,
    stampedAt: head.publishedAt,
  }));
  const text = calendarText({ name: snapshot.title, occurrences });
  return new Response(text, { headers: { "content-type": calendarType } });
}
