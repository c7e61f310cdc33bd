import { page } from "#web/answer.tsx";
import {
  currentEdition,
  currentOf,
  editionOf,
  planHeads,
  presentEditions,
  type Edition,
} from "#web/public/editions.ts";
import { documentEditions } from "#web/public/documents/edition.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import { nothingYetPage } from "#web/public/nothing-yet-page.tsx";
import { withdrawnPage } from "#web/public/withdrawn-page.tsx";
import { statisticsEdition } from "#web/public/statistics/edition.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { togetherOn } from "#web/public/declarations/edition.ts";
import { openConsultationHref } from "#web/public/voices/addresses.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { isPresent } from "#web/public/present.ts";
import { nodeHref } from "./addresses.ts";
import { BranchPage } from "./branch-page.tsx";
import { allOf, branchesOf, findBranch, readingOrder } from "./branches.ts";
import { DiagramPage } from "./diagram-page.tsx";
import { lineageOf } from "./lineage.ts";
import { MeasurePage } from "./measure-page.tsx";
import { showPaper } from "./paper-file.tsx";
import { PlanPage } from "./plan-page.tsx";

/** The plans to read: all, one, its picture, one page of it. A code alone leads to the current plan's page. */
export const planRoutes: readonly PublicRoute[] = [
  { path: "/plan", parameters: ["open"], handle: showCurrent },
  { path: "/plan/:plan", parameters: ["edition", "open"], handle: showPlan },
  { path: "/plan/:plan/diagram", parameters: ["edition"], handle: showDiagram },
  { path: "/plan/:plan/paper.pdf", parameters: ["edition"], handle: showPaper },
  { path: "/plan/:plan/:code", parameters: ["edition"], handle: showNode },
];

async function showCurrent(visit: PublicVisit): Promise<Response> {
  const editions = await presentEditions(visit.site);
  const current = currentOf(editions);
  if (!current) return nothingYetPage(visit.site, { title: "計画を読む", section: "plan" });
  return planPage(visit, current, { editions, isEntrance: true });
}

/** One plan by its word in addresses; failing that, a code of the current plan (「/plan/1-1-2」 on a leaflet). */
async function showPlan(visit: PublicVisit): Promise<Response> {
  const { site, params, query } = visit;
  const edition = await editionOf(site, params.plan ?? "", query.get("edition"));
  if (edition) return planPage(visit, edition, { editions: await presentEditions(site), isEntrance: false });
  const current = await currentEdition(site);
  const branch = current && findBranch(branchesOf(current.snapshot), params.plan ?? "");
  if (!current || !branch) return (await withdrawnPage(visit)) ?? missingPage(site);
  return new Response(null, { status: 302, headers: { location: nodeHref({ site, edition: current }, branch.node) } });
}

interface Among {
  readonly editions: readonly Edition[];
  readonly isEntrance: boolean;
}

async function planPage(
  { site, query }: PublicVisit,
  edition: Edition,
  { editions, isEntrance }: Among,
): Promise<Response> {
  const slug = edition.head.reference;
  const heads = (await planHeads(site)).filter((head) => head.reference === slug);
  const others = editions.filter(({ head }) => head.reference !== slug);
  const isOpen = query.get("open") === "all";
  const paper = await site.papers.pdfOf(edition.head.id);
  return page(
    <PlanPage
      reading={{ site, edition }}
      heads={heads}
      others={others}
      isOpen={isOpen}
      isEntrance={isEntrance}
      paper={paper}
      hasDocuments={await isPresent(site, "document")}
    />,
  );
}

async function showDiagram(visit: PublicVisit): Promise<Response> {
  const { site, params, query } = visit;
  const edition = await editionOf(site, params.plan ?? "", query.get("edition"));
  if (!edition) return (await withdrawnPage(visit)) ?? missingPage(site);
  return page(<DiagramPage reading={{ site, edition }} />);
}

async function showNode(visit: PublicVisit): Promise<Response> {
  const { site, params, query } = visit;
  const edition = await editionOf(site, params.plan ?? "", query.get("edition"));
  if (!edition) return (await withdrawnPage(visit)) ?? missingPage(site);
  const roots = branchesOf(edition.snapshot);
  const branch = findBranch(roots, params.code ?? "");
  if (!branch) return missingPage(site);
  const order = branch.hasPage
    ? readingOrder(roots)
    : allOf(roots).filter(({ node }) => node.depth === branch.node.depth);
  const place = order.findIndex(({ node }) => node.id === branch.node.id);
  const around = { previous: order[place - 1], next: order[place + 1] };
  const reading = { site, edition };
  const documents = await documentEditions(site);
  const lineage = lineageOf(branch.node, edition, await presentEditions(site));
  return page(
    branch.hasPage ? (
      <MeasurePage
        reading={reading}
        branch={branch}
        {...around}
        lineage={lineage}
        documents={documents}
        beside={{
          statistics: await statisticsEdition(site),
          ledger: ledgerOf(await voicesEditions(site)),
          together: await togetherOn(site, branch.node.id),
        }}
        sayHref={openConsultationHref(site, await consultationEditions(site), edition.head.reference)}
      />
    ) : (
      <BranchPage reading={reading} branch={branch} {...around} lineage={lineage} documents={documents} />
    ),
  );
}
