import { sectionPlaces } from "#domain/documents/published.ts";
import type { PaperKind } from "#domain/plan/published.ts";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { page } from "#web/answer.tsx";
import { planNames, presentEditions } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import { inlineFile, notYetPage } from "#web/public/plan/paper-file.tsx";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { placesIn } from "#web/public/voices/places.ts";
import type { Site } from "#web/site.ts";
import { documentHref, editionName, planVersionsHref } from "./addresses.ts";
import { DocumentPage } from "./document-page.tsx";
import { DocumentsPage } from "./documents-page.tsx";
import {
  documentEdition,
  documentEditions,
  endedDocuments,
  neighboursOf,
  planSlugOf,
  type DocumentEdition,
} from "./edition.ts";
import type { VersionPapers } from "./version-papers.tsx";
import { SectionPage } from "./section-page.tsx";

/** Versions of the plans' documents (計画書の版): permanent addresses of versions and of their sections. */
export const documentRoutes: readonly PublicRoute[] = [
  { path: "/documents", handle: showAll },
  { path: "/documents/:version", handle: showVersion },
  { path: "/documents/:version/content.json", handle: sendContent },
  { path: "/documents/:version/files/:file", handle: sendPicture },
  { path: "/documents/:version/paper.pdf", handle: (visit) => sendPaper(visit, "main") },
  { path: "/documents/:version/summary.pdf", handle: (visit) => sendPaper(visit, "summary") },
  { path: "/documents/:version/:section", handle: showSection },
];

async function showAll({ site }: PublicVisit): Promise<Response> {
  const editions = await documentEditions(site);
  const [ended, planNamesBySlug] = [await endedDocuments(site), await planNames(site)];
  return page(<DocumentsPage site={site} editions={editions} ended={ended} planNames={planNamesBySlug} />);
}

async function showVersion(visit: PublicVisit): Promise<Response> {
  const { site } = visit;
  const edition = await documentEdition(site, versionOf(visit));
  if (!edition) return (await planVersions(visit)) ?? goneOrMissing(visit);
  const others = (await documentEditions(site)).filter(
    ({ head, snapshot }) =>
      head.id !== edition.head.id && snapshot.content.plan.plan.id === edition.snapshot.content.plan.plan.id,
  );
  const { next } = await neighboursOf(site, edition);
  const papers = await papersOf(site, edition);
  return page(<DocumentPage site={site} edition={edition} next={next} others={others} papers={papers} />);
}

/** The word of a plan without a number leads to the plan's versions. */
async function planVersions({ site, params }: PublicVisit): Promise<Response | undefined> {
  const slug = params["version"] ?? "";
  const heads = await site.publications.heads();
  const isPlan = heads.some(({ subject, reference }) => subject === "document" && planSlugOf(reference) === slug);
  if (!isPlan) return undefined;
  return new Response(null, { status: 302, headers: { location: planVersionsHref(site, slug) } });
}

async function showSection(visit: PublicVisit): Promise<Response> {
  const { site, params } = visit;
  const edition = await documentEdition(site, versionOf(visit));
  if (!edition) return goneOrMissing(visit);
  const places = sectionPlaces(edition.snapshot.content);
  const section = edition.snapshot.content.sections.find(({ id }) => places.get(id) === params["section"]);
  if (!section) return missingPage(site);
  const around = {
    ...(await neighboursOf(site, edition)),
    topics: ledgerOf(await voicesEditions(site)).topics,
    places: placesIn(await presentEditions(site)),
  };
  return page(<SectionPage site={site} edition={edition} section={section} around={around} />);
}

/** The frozen content as its canonical text: the SHA-256 of these bytes is the version's. */
async function sendContent(visit: PublicVisit): Promise<Response> {
  const edition = await documentEdition(visit.site, versionOf(visit));
  if (!edition) return goneOrMissing(visit);
  const payload = await visit.site.publications.payload(edition.head.id);
  const { content } = payload as { readonly content: Json }; // as it was written: the parsed one may hold defaults of a later format
  return new Response(canonicalJson(content), { headers: { "content-type": "application/json; charset=utf-8" } });
}

/** A picture that the version names, while its bytes are those that were frozen. */
async function sendPicture(visit: PublicVisit): Promise<Response> {
  const { site, params } = visit;
  const edition = await documentEdition(site, versionOf(visit));
  const picture = edition?.snapshot.content.pictures.find(({ file }) => file === params["file"]);
  const stored = picture && (await site.documents.bytesOf({ id: picture.file, hash: picture.hash }));
  if (!picture || !stored) return goneOrMissing(visit);
  return new Response(stored.bytes, {
    headers: { "content-type": picture.mediaType, "content-disposition": "inline" },
  });
}

/** A PDF made of this very version. Whether it may be read is asked of the publications each time; nothing of it stays in memory. */
async function sendPaper(visit: PublicVisit, kind: PaperKind): Promise<Response> {
  const edition = await documentEdition(visit.site, versionOf(visit));
  if (!edition) return goneOrMissing(visit);
  const file = await visit.site.papers.bytesOf(edition.head.id, kind);
  if (file) return inlineFile(file);
  return notYetPage({
    site: visit.site,
    head: edition.head,
    name: editionName(edition),
    href: documentHref(visit.site, edition),
  });
}

async function papersOf({ papers }: Site, { head }: DocumentEdition): Promise<VersionPapers> {
  return { main: await papers.pdfOf(head.id, "main"), summary: await papers.pdfOf(head.id, "summary") };
}

function versionOf({ params }: PublicVisit): string {
  return params["version"] ?? "";
}

async function goneOrMissing(visit: PublicVisit): Promise<Response> {
  return (await withdrawnPage(visit, "document", versionOf(visit))) ?? missingPage(visit.site);
}
