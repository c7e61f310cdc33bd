import type { ConsultationSnapshot } from "#domain/consultations/published.ts";
import type { PlanSnapshot } from "#domain/plan/published.ts";
import type { VoicesSnapshot } from "#domain/voices/published.ts";
import type { PublicationHead } from "#domain/publication/published.ts";
import { stoppedClock } from "#kernel/clock.ts";
import type { Json } from "#kernel/canonical-json.ts";
import { publicRoutes } from "#web/public/routes.ts";
import { withSections, type BareSite } from "#web/public/sections.ts";
import { mihonSnapshot } from "./snapshot.ts";

/** A publication as a test names it: what differs from a plain decided edition of みほん市's plan. */
export interface Published extends Partial<PublicationHead> {
  readonly id: string;
  readonly snapshot?: PlanSnapshot | VoicesSnapshot | ConsultationSnapshot;
}

/** A public site over publications in memory, the newest first, on 2026-11-22 in Tokyo. */
export function siteWith(published: readonly Published[], changes: Partial<BareSite> = {}): BareSite {
  const heads = published.map(headOf);
  return {
    name: "みほん市",
    code: "999999",
    isUnofficial: false,
    notice: "",
    contact: "",
    origin: "http://mihon.test",
    base: "",
    clock: stoppedClock("2026-11-22T01:00:00Z"),
    publications: {
      heads: async () => heads,
      payload: async (id) => payloadOf(published.find((each) => each.id === id)),
      state: async () => "1",
    },
    documents: { bytesOf: async () => undefined },
    papers: { pdfOf: async () => undefined, bytesOf: async () => undefined, state: async () => "0" },
    ...changes,
  };
}

function payloadOf(published: Published | undefined): Json | undefined {
  if (!published || published.withdrawal || published.purge) return undefined;
  return JSON.parse(JSON.stringify(published.snapshot ?? mihonSnapshot())) as Json; // JSON by construction
}

function headOf(published: Published): PublicationHead {
  return {
    subject: "plan",
    reference: "second-half",
    label: "令和8年10月策定版",
    openness: "decided",
    format: 1,
    hash: "",
    divisionName: "企画課",
    divisionContact: "電話 0000-12-3101",
    note: "",
    publishedAt: new Date("2026-10-05T01:00:00Z"),
    supersededById: null,
    withdrawal: null,
    purge: null,
    ...published,
  };
}

/** A page of the public site by its address, through the site's map. @throws where the map has no such path */
export async function visit(
  bare: BareSite,
  address: string,
): Promise<{ status: number; html: string; location: string | null }> {
  const site = await withSections(bare);
  const url = new URL(address, site.origin);
  for (const route of publicRoutes) {
    if (route.form) continue; // forms need a city: they are visited through the app
    const params = paramsOf(route.path, url.pathname);
    if (!params) continue;
    const response = await route.handle({ site, url, params, query: url.searchParams });
    return { status: response.status, html: await response.text(), location: response.headers.get("location") };
  }
  throw new Error(`${address} is not on the map of the public site`);
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? "");
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
