import { sampleOccasion } from "./voices-snapshot.ts";

/**
 * What stands behind the addresses of the listening: an open round with a file, a call for ideas with a proposal, a meeting to come
 * with a venue, a workshop with a round that was, an occasion with results.
 */
export interface Listening {
  readonly round: string;
  readonly file: string;
  readonly call: string;
  readonly proposal: string;
  readonly meeting: string;
  readonly venue: string;
  readonly workshop: string;
  readonly occasion: string;
}

/** As `publishSampleRound`, `publishSampleCall`, `publishSampleMeeting`, `publishSampleWorkshop` and `publishSampleVoices` make it. */
export const sampleListening: Listening = {
  round: "plan-draft",
  file: "none",
  call: "ideas",
  proposal: "1",
  meeting: "talk",
  venue: "none",
  workshop: "talk-together",
  occasion: sampleOccasion,
};

/** For each page and file of the public site's map an address of a city whose plan has 施策 1-1-1, by the route's pattern. */
export function publicAddresses(
  slug: string,
  publication: string,
  { round, file, call, proposal, meeting, venue, workshop, occasion }: Listening,
  picture = "none",
): Readonly<Record<string, string>> {
  return {
    "/": "/",
    "/plan": "/plan",
    "/plan/:plan": `/plan/${slug}?open=all`,
    "/plan/:plan/diagram": `/plan/${slug}/diagram`,
    "/plan/:plan/paper.pdf": `/plan/${slug}/paper.pdf`,
    "/plan/:plan/:code": `/plan/${slug}/1-1-1`,
    "/documents": "/documents",
    "/documents/compare": "/documents/compare",
    "/documents/compare/:file": `/documents/compare/comparison.xlsx?from=${slug}-1&to=${slug}-1`,
    "/documents/:version": `/documents/${slug}-1`,
    "/documents/:version/content.json": `/documents/${slug}-1/content.json`,
    "/documents/:version/files/:file": `/documents/${slug}-1/files/${picture}`,
    "/documents/:version/paper.pdf": `/documents/${slug}-1/paper.pdf`,
    "/documents/:version/summary.pdf": `/documents/${slug}-1/summary.pdf`,
    "/documents/:version/:section": `/documents/${slug}-1/1`,
    "/sdgs": "/sdgs",
    "/indicators": "/indicators?goal=1",
    "/statistics": "/statistics",
    "/statistics/:item": "/statistics/population",
    "/strategy": "/strategy",
    "/strategy/:strategy": "/strategy/strategy-2027",
    "/opendata/strategy/:strategy/:file": "/opendata/strategy/strategy-2027/correspondence.csv",
    "/indicators/:code": `/indicators/${encodeURIComponent("1-1-1-①")}`,
    "/consultations": "/consultations",
    "/consultations/:slug": `/consultations/${round}`,
    "/consultations/:slug/files/:file": `/consultations/${round}/files/${file}`,
    "/voices": "/voices",
    "/voices/:number": "/voices/1",
    "/voices/topics/:number": "/voices/topics/1",
    "/voices/occasions/:occasion": `/voices/occasions/${occasion}`,
    "/voices/occasions/:occasion/:file": `/voices/occasions/${occasion}/answers.xlsx`,
    "/consultations/:slug/comment": `/consultations/${round}/comment`,
    "/consultations/:slug/proposals/:number": `/consultations/${call}/proposals/${proposal}`,
    "/consultations/:slug/propose": `/consultations/${call}/propose`,
    "/consultations/:slug/proposals/:number/join": `/consultations/${call}/proposals/${proposal}/join`,
    "/consultations/:slug/proposals/:number/report": `/consultations/${call}/proposals/${proposal}/report`,
    "/formulation": "/formulation",
    "/formulation/:plan/:file{policy\\.(pdf|docx)}": `/formulation/${slug}/policy.pdf`,
    "/declarations": "/declarations",
    "/declarations/new": "/declarations/new",
    "/declarations/receipt": "/declarations/receipt",
    "/opendata/declarations/:plan/:file": `/opendata/declarations/${slug}/declarations.csv`,
    "/opendata/formulation/:plan/:file": `/opendata/formulation/${slug}/stages.csv`,
    "/receipts": "/receipts",
    "/consultations/registrations": "/consultations/registrations",
    "/consultations/:slug/registration": `/consultations/${meeting}/registration?venue=${venue}`,
    "/consultations/:slug/calendar.ics": `/consultations/${meeting}/calendar.ics`,
    "/consultations/:slug/newsletters/:file": `/consultations/${workshop}/newsletters/round-1.pdf`,
    "/consultations/:slug/venues/:file": `/consultations/${meeting}/venues/${venue}.ics`,
    "/accessibility": "/accessibility",
    "/search": "/search?q=防災",
    "/opendata": "/opendata",
    "/opendata/catalogue.json": "/opendata/catalogue.json",
    "/opendata/:file{publications\\.(csv|json)}": "/opendata/publications.csv",
    "/opendata/:file{(voices|voice-topics)\\.(csv|json)}": "/opendata/voices.csv",
    "/opendata/:file{consultations\\.(csv|json)}": "/opendata/consultations.csv",
    "/opendata/publications/:file": `/opendata/publications/${publication}.json`,
    "/opendata/statistics/:file": "/opendata/statistics/values.csv",
    "/opendata/:plan/:file": `/opendata/${slug}/indicators.csv`,
    "/feed.xml": "/feed.xml",
    "/sitemap.xml": "/sitemap.xml",
    "/robots.txt": "/robots.txt",
    "/icon.svg": "/icon.svg",
  };
}
