import { storedDocuments } from "#domain/consultations/index.ts";
import { findCandidate, mayReadPublications, storedPublications, withCandidate } from "#domain/publication/index.ts";
import { storedPapers } from "#domain/plan/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { knownQuery } from "#platform/http/page-cache.ts";
import type { FormVisit } from "./form-visit.ts";
import type { PublicPageRoute, PublicFormRoute, PublicRoute } from "./public/route.ts";
import { withSections, type BareSite } from "./public/sections.ts";
import { publicRoutes } from "./public/routes.ts";
import { addressOf } from "./staff/publications/addresses.ts";
import type { StaffRoute } from "./staff/route.ts";

/** Every parameter that some public page reads; in any other page of the public site a `?…` changes nothing. */
export const publicParameters: ReadonlySet<string> = new Set(publicRoutes.flatMap((route) => parametersOf(route)));

function parametersOf(route: PublicRoute): readonly string[] {
  return route.form ? [] : (route.parameters ?? []);
}

/** The municipality's public site as it stands now. */
export function siteOf(ctx: Ctx, origin: string): BareSite {
  const { name, code, isUnofficial, notice, contact } = ctx.municipality;
  return {
    name,
    code,
    isUnofficial,
    notice,
    contact,
    origin,
    base: "",
    clock: ctx.clock,
    publications: storedPublications(ctx),
    papers: storedPapers(ctx),
    documents: storedDocuments(ctx),
  };
}

interface Asked {
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
}

/** One page of the public site; it sees only the parameters that it names. */
export async function publicAnswer(route: PublicPageRoute, bare: BareSite, { url, params }: Asked): Promise<Response> {
  const query = knownQuery(url.searchParams, new Set(route.parameters));
  const path = `${url.pathname}${query.size > 0 ? `?${query}` : ""}`;
  const site = await withSections(bare.base === "" ? { ...bare, pageAddress: `${bare.origin}${path}` } : bare);
  return route.handle({ site, url: new URL(path, url), params, query });
}

/** A page with a form, or what it answers to what was sent: always made anew, and kept by nobody. */
export async function formAnswer(
  route: PublicFormRoute,
  bare: BareSite,
  { url, params, ...visit }: Asked & FormVisit,
): Promise<Response> {
  const response = await route.handle({
    ...visit,
    site: await withSections(bare),
    url,
    params,
    query: url.searchParams,
  });
  response.headers.set("cache-control", "no-store");
  return response;
}

/**
 * The preview (公開前の確認): every page of the public site again, for staff, made from the publications with one candidate added.
 * A form can be walked through and is told by `site.base` that nothing may be sent. It lives here because it is the one place where
 * both sites meet.
 */
export const previewRoutes: readonly StaffRoute[] = publicRoutes.map((route) => ({
  method: route.form ? route.method : "get",
  path: `/staff/publications/previews/:candidate${route.path}`,
  may: mayReadPublications,
  handle: async ({ ctx, url, params, form }) => {
    const found = await findCandidate(ctx, params["candidate"] ?? "");
    const stored = siteOf(ctx, url.origin);
    const site: BareSite = {
      ...stored,
      base: `/staff/publications/previews/${found.id}`,
      previewExit: addressOf.candidate(found.id),
      publications: withCandidate(stored.publications, found, ctx.clock.now()),
    };
    if (route.form) return formAnswer(route, site, { url, params, ctx, form, mayStill: () => true });
    return publicAnswer(route, site, { url, params });
  },
}));
