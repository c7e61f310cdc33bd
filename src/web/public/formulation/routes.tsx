import { undecidedStamp } from "#domain/publication/published.ts";
import { officeFileTypes } from "#export/office-file.ts";
import { write } from "#export/paper-writer.ts";
import { policyPaper } from "#export/policy-paper/policy-paper.ts";
import { download, page } from "#web/answer.tsx";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { documentEditions, planSlugOf } from "#web/public/documents/edition.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { formulationEditions, readableVersions } from "./edition.ts";
import { FormulationPage, type PlanInMaking } from "./formulation-page.tsx";

/** Where the plans stand that are being made (策定), and the 策定方針 as files. */
export const formulationRoutes: readonly PublicRoute[] = [
  { path: "/formulation", handle: showFormulation },
  { path: "/formulation/:plan/:file{policy\\.(pdf|docx)}", handle: sendPolicy },
];

async function showFormulation({ site }: PublicVisit): Promise<Response> {
  const consultations = (await consultationEditions(site)).filter(
    ({ phase }) => phase === "open" || phase === "announced",
  );
  const documents = await documentEditions(site);
  const plans: PlanInMaking[] = [];
  for (const edition of await formulationEditions(site)) {
    const { slug } = edition.snapshot.plan;
    plans.push({
      ...edition,
      versions: documents.filter(({ head }) => planSlugOf(head.reference) === slug).toReversed(),
      readable: await readableVersions(site, slug),
      consultations: consultations.filter(({ snapshot }) => snapshot.plan.slug === slug),
    });
  }
  return page(<FormulationPage site={site} plans={plans} />);
}

/** The published 策定方針 as PDF or Word, made of the publication alone: the same bytes each time. */
async function sendPolicy({ site, params }: PublicVisit): Promise<Response> {
  const edition = (await formulationEditions(site)).find(({ snapshot }) => snapshot.plan.slug === params["plan"]);
  const policy = edition?.snapshot.policy;
  if (!policy) return missingPage(site);
  const ending = (params["file"] ?? "").endsWith(".pdf") ? "pdf" : "docx";
  const { name: version, datedOn: day, content, openness } = policy;
  const marks = [site.notice.includes("見本") ? "見本" : "", openness === "discussion" ? undecidedStamp : ""].filter(
    Boolean,
  );
  const paper = policyPaper({ city: site.name, version, day, marks, content });
  const { bytes } = await write({ form: ending === "pdf" ? "pdf" : "word", paper });
  return download(bytes, `${paper.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`, officeFileTypes[ending]);
}
