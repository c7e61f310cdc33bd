import { page } from "#web/answer.tsx";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { documentEditions } from "#web/public/documents/edition.ts";
import { presentEditions } from "#web/public/editions.ts";
import { pagingOf } from "#web/public/pager.tsx";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { voiceHref } from "./addresses.ts";
import { choiceParameters, chosenTopics } from "./choice.ts";
import { voicesEditions } from "./edition.ts";
import { editionOfTopic, ledgerOf, type PublicLedger } from "./ledger.ts";
import { emptyTracePage, missingNumberPage } from "./missing-pages.tsx";
import { answersOf } from "./occasion-files.ts";
import { linesPerPage, OccasionPage } from "./occasion-page.tsx";
import { placesIn } from "./places.ts";
import { TopicPage, wordsPerPage } from "./topic-page.tsx";
import { TracePage } from "./trace-page.tsx";
import { pointsPerPage, VoicePage } from "./voice-page.tsx";

/** The trace (意見のゆくえ): all voices in figures and a picture, one voice, one topic, the results of one occasion. */
export const voicesRoutes: readonly PublicRoute[] = [
  { path: "/voices", parameters: [...choiceParameters, "page", "number"], handle: showTrace },
  { path: "/voices/:number", parameters: ["page"], handle: showVoice },
  { path: "/voices/topics/:number", parameters: ["page"], handle: showTopic },
  { path: "/voices/occasions/:occasion", parameters: ["page"], handle: showOccasion },
  { path: "/voices/occasions/:occasion/:file", handle: sendAnswers },
];

const topicsPerPage = 20;

async function publicLedger({ site }: Pick<PublicVisit, "site">): Promise<PublicLedger> {
  return ledgerOf(await voicesEditions(site));
}

async function showTrace({ site, query }: PublicVisit): Promise<Response> {
  const ledger = await publicLedger({ site });
  const number = numberIn(query.get("number"));
  if (number !== undefined) return onwardTo(voiceHref(site, number));
  if (ledger.editions.length === 0) return emptyTracePage(site, await consultationEditions(site));
  const places = placesIn(await presentEditions(site));
  const chosen = chosenTopics(ledger, query, places);
  const paging = pagingOf(query, chosen.length, topicsPerPage);
  return page(<TracePage site={site} ledger={ledger} places={places} query={query} chosen={chosen} paging={paging} />);
}

/** A number as people type it: full-width digits, 「番」 behind it. */
function numberIn(text: string | null): number | undefined {
  const digits = /^\s*(\d{1,9})\s*番?\s*$/.exec((text ?? "").normalize("NFKC"))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function onwardTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

async function showVoice({ site, params, query }: PublicVisit): Promise<Response> {
  const ledger = await publicLedger({ site });
  const voice = ledger.voiceBy.get(numberIn(params["number"] ?? "") ?? 0);
  if (!voice) return missingNumberPage(site);
  const edition = ledger.editions.find(({ snapshot }) => snapshot.occasion === voice.occasion);
  const paging = pagingOf(query, voice.points.length, pointsPerPage);
  const places = placesIn(await presentEditions(site));
  return page(
    <VoicePage
      site={site}
      ledger={ledger}
      places={places}
      documents={await documentEditions(site)}
      voice={voice}
      edition={edition}
      paging={paging}
    />,
  );
}

async function showTopic({ site, params, query }: PublicVisit): Promise<Response> {
  const ledger = await publicLedger({ site });
  const topic = ledger.topicBy.get(numberIn(params["number"] ?? "") ?? 0);
  if (!topic) return missingNumberPage(site);
  const points = (ledger.pointsBy.get(topic.number) ?? []).filter(({ words }) => words !== "");
  const paging = pagingOf(query, points.length, wordsPerPage);
  const places = placesIn(await presentEditions(site));
  const edition = editionOfTopic(ledger, topic);
  return page(
    <TopicPage
      site={site}
      topic={topic}
      edition={edition}
      places={places}
      documents={await documentEditions(site)}
      points={points}
      paging={paging}
    />,
  );
}

async function showOccasion(visit: PublicVisit): Promise<Response> {
  const { site, params, query } = visit;
  const edition = (await voicesEditions(site)).find(({ head }) => head.reference === params["occasion"]);
  if (!edition) return (await withdrawnPage(visit, "voices", params["occasion"])) ?? missingNumberPage(site);
  const paging = pagingOf(query, edition.snapshot.topics.length, linesPerPage);
  const places = placesIn(await presentEditions(site));
  return page(<OccasionPage site={site} edition={edition} places={places} paging={paging} />);
}

async function sendAnswers({ site, params }: PublicVisit): Promise<Response> {
  const edition = (await voicesEditions(site)).find(({ head }) => head.reference === params["occasion"]);
  const file = edition && (await answersOf(site, edition, params["file"] ?? ""));
  return file ?? missingNumberPage(site);
}
