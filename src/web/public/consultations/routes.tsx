import { download, page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { ConsultationPage } from "./consultation-page.tsx";
import { ConsultationsPage } from "./consultations-page.tsx";
import { consultationEdition, consultationEditions } from "./edition.ts";
import { filesOf, moreOf } from "./kinds.tsx";
import { showForm, takeStep } from "./public-comment/comment-form.tsx";
import { formScript } from "./public-comment/form-frame.tsx";
import { proposalRoutes } from "./proposal/routes.tsx";
import { sendNewsletter } from "./workshop/newsletters.tsx";
import { meetingRoutes, registrationRoutes } from "./town-meeting/routes.ts";

/** Consultations (意見募集・懇談会 …): what one can take part in, and each under its own address. */
export const consultationRoutes: readonly PublicRoute[] = [
  { path: "/consultations", handle: showAll },
  ...registrationRoutes,
  { path: "/consultations/:slug", parameters: ["page"], handle: showOne },
  { path: "/consultations/:slug/files/:file", handle: sendFile },
  { method: "get", path: "/consultations/:slug/comment", form: true, scripts: [formScript], handle: showForm },
  { method: "post", path: "/consultations/:slug/comment", form: true, scripts: [formScript], handle: takeStep },
  ...meetingRoutes,
  { path: "/consultations/:slug/newsletters/:file", handle: sendNewsletter },
  ...proposalRoutes,
];

async function showAll({ site }: PublicVisit): Promise<Response> {
  return page(<ConsultationsPage site={site} editions={await consultationEditions(site)} />);
}

async function showOne({ site, params, query }: PublicVisit): Promise<Response> {
  const edition = await consultationEdition(site, params["slug"] ?? "");
  if (!edition) return missingPage(site);
  const shown = Math.max(1, Math.trunc(Number(query.get("page"))) || 1);
  return page(<ConsultationPage site={site} edition={edition} more={await moreOf(site, edition, shown)} />);
}

/** A file that the publication names, as it was handed in. It is saved, not shown: whoever made it, it runs nothing here. */
async function sendFile({ site, params }: PublicVisit): Promise<Response> {
  const edition = await consultationEdition(site, params["slug"] ?? "");
  const file = edition && filesOf(edition).find(({ id }) => id === params["file"]);
  const stored = file && (await site.documents.bytesOf(file));
  if (!file || !stored) return missingPage(site);
  return download(stored.bytes, file.name, stored.mediaType);
}
