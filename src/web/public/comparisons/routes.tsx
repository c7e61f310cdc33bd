import { comparisonFile } from "#export/comparison-paper/comparison-file.ts";
import type { ComparisonTable } from "#export/comparison-paper/comparison-table.ts";
import { versionComparison, type Cause, type ComparedVersion } from "#export/comparison-paper/version-comparison.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { comparisonParameters, comparisonRequest, type ComparisonRequest } from "#web/comparison-request.ts";
import { download, page } from "#web/answer.tsx";
import { documentEdition, documentEditions, type DocumentEdition } from "#web/public/documents/edition.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { topicHref } from "#web/public/voices/addresses.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import type { Site } from "#web/site.ts";
import { comparisonEnding } from "#web/ui/comparison-view.tsx";
import { ComparisonPage, type ComparedPair } from "./comparison-page.tsx";

/** Any two published versions beside each other (新旧対照表); before the routes of versions, whose names these addresses look like. */
export const comparisonRoutes: readonly PublicRoute[] = [
  { path: "/documents/compare", parameters: comparisonParameters, handle: showComparison },
  { path: "/documents/compare/:file", parameters: comparisonParameters, handle: sendComparison },
];

async function showComparison(visit: PublicVisit): Promise<Response> {
  const { site, query } = visit;
  const editions = await documentEditions(site);
  const request = withUsualPair(comparisonRequest(query), editions);
  const pair = await pairOf(site, request);
  const isHalf = request.from === "" || request.to === "";
  if (!pair && !(isHalf && [request.from, request.to].every((each) => each === "" || isAmong(editions, each))))
    return goneOrMissing(visit, request);
  const compared = pair && { ...pair, table: await tableOf(site, pair, request) };
  return page(<ComparisonPage site={site} editions={editions} request={request} compared={compared} />);
}

async function sendComparison(visit: PublicVisit): Promise<Response> {
  const { site, query, params } = visit;
  const ending = comparisonEnding(params["file"] ?? "");
  const request = comparisonRequest(query);
  const pair = ending && (await pairOf(site, request));
  if (!pair) return goneOrMissing(visit, request);
  const { bytes, name, mediaType } = await comparisonFile(ending, await tableOf(site, pair, request));
  return download(bytes, name, mediaType);
}

function isAmong(editions: readonly DocumentEdition[], wanted: string): boolean {
  return editions.some(({ head }) => head.reference === wanted);
}

/** A comparison with a version that was withdrawn says so, as the version's own address does. */
async function goneOrMissing(visit: PublicVisit, { from, to }: ComparisonRequest): Promise<Response> {
  for (const reference of [from, to]) {
    const gone = await withdrawnPage(visit, "document", reference);
    if (gone) return gone;
  }
  return missingPage(visit.site);
}

/** Without any choice, the newest version and the one of the same plan before it. */
function withUsualPair(request: ComparisonRequest, editions: readonly DocumentEdition[]): ComparisonRequest {
  const [newest] = editions;
  if (request.from !== "" || request.to !== "" || !newest) return request;
  const before = editions.find(
    (each) => each !== newest && each.snapshot.content.plan.plan.id === newest.snapshot.content.plan.plan.id,
  );
  return before ? { ...request, from: before.head.reference, to: newest.head.reference } : request;
}

async function pairOf(site: Site, { from, to }: ComparisonRequest): Promise<ComparedPair | undefined> {
  const [old, fresh] = [await documentEdition(site, from), await documentEdition(site, to)];
  return old && fresh ? { old, fresh } : undefined;
}

async function tableOf(site: Site, { old, fresh }: ComparedPair, request: ComparisonRequest): Promise<ComparisonTable> {
  const isUndecided = [old, fresh].some(({ snapshot }) => snapshot.version.openness === "discussion");
  const marks = [site.notice.includes("見本") ? "見本" : "", isUndecided ? undecidedStamp : ""].filter(Boolean);
  return versionComparison(
    { city: site.name, marks, orientation: request.orientation },
    { old: versionOf(old), fresh: versionOf(fresh), causes: await publicCauses(site), remarks: [] },
    request.extent,
  );
}

function versionOf({ snapshot: { version, content } }: DocumentEdition): ComparedVersion {
  return { ...version, day: version.frozenOn, content };
}

/** What published opinions changed, each with the page on which it is read. */
async function publicCauses(site: Site): Promise<Cause[]> {
  const topics = (await voicesEditions(site)).flatMap(({ snapshot }) => snapshot.topics);
  return topics.flatMap(({ number, title, points, category, decision, changes }) =>
    changes.map(({ nodeId, field, before, after }) => ({
      nodeId,
      field,
      before,
      after,
      gist: title,
      voices: points,
      category: category ? `${category.symbol} ${category.name}` : "",
      decidedBy: decision?.body ?? "",
      decidedOn: decision?.decidedOn ?? null,
      href: topicHref(site, number),
    })),
  );
}
