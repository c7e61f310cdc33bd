import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { consultationEdition } from "../edition.ts";
import { withDetail } from "../kinds.tsx";
import { answersTo, proposalUnder } from "./edition.ts";
import { showJoin, takeJoin } from "./join-form.tsx";
import { ProposalPage } from "./proposal-page.tsx";
import { showPropose, takePropose } from "./propose-form.tsx";
import { showReport, takeReport } from "./report-form.tsx";

const one = "/consultations/:slug/proposals/:number";

/** Proposals (提案): each under its number, and the forms to propose, to join and to report. */
export const proposalRoutes: readonly PublicRoute[] = [
  { path: one, handle: showProposal },
  { method: "get", path: "/consultations/:slug/propose", form: true, handle: showPropose },
  { method: "post", path: "/consultations/:slug/propose", form: true, handle: takePropose },
  { method: "get", path: `${one}/join`, form: true, handle: showJoin },
  { method: "post", path: `${one}/join`, form: true, handle: takeJoin },
  { method: "get", path: `${one}/report`, form: true, handle: showReport },
  { method: "post", path: `${one}/report`, form: true, handle: takeReport },
];

async function showProposal({ site, params }: PublicVisit): Promise<Response> {
  const [slug, number] = [params["slug"] ?? "", Number(params["number"])];
  const edition = await consultationEdition(site, slug);
  const detail = edition?.snapshot.detail;
  const found = await proposalUnder(site, { slug, number });
  if (!edition || detail?.kind !== "proposal" || !found) return missingPage(site);
  const answers = await answersTo(site, edition, number);
  return page(<ProposalPage site={site} edition={withDetail(edition, detail)} {...found} answers={answers} />);
}
