import type { ConsultationEdition } from "#web/public/consultations/edition.ts";
import { hrefIn, type Site } from "#web/site.ts";

type Base = Pick<Site, "base">;

/** The public name of the whole trace. */
export const traceTitle = "意見のゆくえ";

export function voiceHref(site: Base, number: number): string {
  return hrefIn(site, `/voices/${number}`);
}

export function topicHref(site: Base, number: number): string {
  return hrefIn(site, `/voices/topics/${number}`);
}

export function occasionHref(site: Base, id: string): string {
  return hrefIn(site, `/voices/occasions/${id}`);
}

/** The way from any page of the trace back to its entrance. */
export function traceCrumb(site: Base): { readonly href: string; readonly label: string } {
  return { href: hrefIn(site, "/voices"), label: traceTitle };
}

/** Where one can have a say on a plan now, if anywhere: the consultation on it that is open. */
export function openConsultationHref(
  site: Base,
  consultations: readonly ConsultationEdition[],
  planSlug: string,
): string | undefined {
  const open = consultations.find(({ snapshot, phase }) => phase === "open" && snapshot.plan.slug === planSlug);
  return open && hrefIn(site, `/consultations/${open.head.reference}`);
}
