import { page } from "#web/answer.tsx";
import { currentEdition, editionOf } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import {
  catalogueFile,
  catalogueOf,
  consultationOffers,
  declarationOffers,
  filesOf,
  formulationOffers,
  payloadFile,
  planFiles,
  publicationShelf,
  statisticsOffers,
  strategyOffers,
  voicesOffers,
} from "./catalogue.ts";
import type { DataFile } from "./data-set.ts";
import { OpenDataPage } from "./opendata-page.tsx";

/** Open data: the index for people, the catalogue for programs, the files. */
export const openDataRoutes: readonly PublicRoute[] = [
  {
    path: "/opendata",
    handle: showOpenData,
  },
  {
    path: "/opendata/catalogue.json",
    handle: async ({ site }) => sendFile(catalogueFile(site, await catalogueOf(site))),
  },
  { path: "/opendata/:file{publications\\.(csv|json)}", handle: sendPublications },
  { path: "/opendata/:file{(voices|voice-topics)\\.(csv|json)}", handle: sendVoices },
  { path: "/opendata/:file{consultations\\.(csv|json)}", handle: sendConsultations },
  { path: "/opendata/publications/:file", handle: sendPayload },
  { path: "/opendata/statistics/:file", handle: sendStatistics },
  { path: "/opendata/strategy/:strategy/:file", handle: sendStrategyFile },
  { path: "/opendata/declarations/:plan/:file", handle: sendDeclarations },
  { path: "/opendata/formulation/:plan/:file", handle: sendStages },
  { path: "/opendata/:plan/:file", handle: sendPlanFile },
];

async function showOpenData({ site }: PublicVisit): Promise<Response> {
  const current = (await currentEdition(site))?.head;
  return page(<OpenDataPage site={site} catalogue={await catalogueOf(site)} current={current} />);
}

async function sendPublications({ site, params }: PublicVisit): Promise<Response> {
  const { files } = publicationShelf(site, await site.publications.heads());
  return sendOne(files, { site, params });
}

async function sendPayload({ site, params }: PublicVisit): Promise<Response> {
  const head = (await site.publications.heads()).find(({ id }) => `${id}.json` === params.file);
  const payload = head && (await site.publications.payload(head.id));
  return head && payload !== undefined ? sendFile(payloadFile(head, payload)) : missingPage(site);
}

async function sendStatistics({ site, params }: PublicVisit): Promise<Response> {
  return sendOne(filesOf(await statisticsOffers(site)), { site, params });
}

async function sendStrategyFile({ site, params }: PublicVisit): Promise<Response> {
  const own = (await strategyOffers(site)).filter(({ id }) => id === params.strategy);
  return sendOne(filesOf(own), { site, params });
}

async function sendDeclarations({ site, params }: PublicVisit): Promise<Response> {
  const own = (await declarationOffers(site)).filter(({ id }) => id === `declarations-${params.plan}`);
  return sendOne(filesOf(own), { site, params });
}

async function sendStages({ site, params }: PublicVisit): Promise<Response> {
  const own = (await formulationOffers(site)).filter(({ id }) => id === `formulation-${params.plan}`);
  return sendOne(filesOf(own), { site, params });
}

async function sendConsultations({ site, params }: PublicVisit): Promise<Response> {
  return sendOne(filesOf(await consultationOffers(site)), { site, params });
}

async function sendVoices({ site, params }: PublicVisit): Promise<Response> {
  return sendOne(filesOf(await voicesOffers(site)), { site, params });
}

async function sendPlanFile({ site, params }: PublicVisit): Promise<Response> {
  const edition = await editionOf(site, params.plan ?? "", null);
  return sendOne(edition ? planFiles(site, edition) : [], { site, params });
}

function sendOne(files: readonly DataFile[], { site, params }: Pick<PublicVisit, "site" | "params">): Response {
  const file = files.find(({ name }) => name === params.file);
  return file ? sendFile(file) : missingPage(site);
}

/** Other sites' programs may read open data too. */
function sendFile({ text, mediaType }: DataFile): Response {
  return new Response(text, { headers: { "content-type": mediaType, "access-control-allow-origin": "*" } });
}
