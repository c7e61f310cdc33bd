import { sectionAnchor } from "#web/comparison-request.ts";
import { hrefIn, type Site } from "#web/site.ts";
import type { Crumb } from "#web/ui/parts.tsx";
import type { DocumentEdition } from "./edition.ts";

type Based = Pick<Site, "base">;

export const documentsTitle = "計画書の案と版";

export function documentsHref(site: Based): string {
  return hrefIn(site, "/documents");
}

/** The list of one plan's versions. */
export function planVersionsHref(site: Based, slug: string): string {
  return `${documentsHref(site)}#plan-${slug}`;
}

export function documentHref(site: Based, { head }: Pick<DocumentEdition, "head">): string {
  return hrefIn(site, `/documents/${head.reference}`);
}

/** A section by its place among the chapters: the version never changes, so neither does its address. */
export function sectionHref(site: Based, edition: Pick<DocumentEdition, "head">, place: string): string {
  return `${documentHref(site, edition)}/${place}`;
}

/** Two versions beside each other; by the key of a section, at that section's place. */
export function comparisonHref(site: Based, from: DocumentEdition, to: DocumentEdition, key = ""): string {
  const anchor = key === "" ? "" : `#${sectionAnchor(key)}`;
  return `${hrefIn(site, `/documents/compare?from=${from.head.reference}&to=${to.head.reference}`)}${anchor}`;
}

export function documentsCrumb(site: Based): Crumb {
  return { href: documentsHref(site), label: documentsTitle };
}

/** What a version is called beside its plan. */
export function editionName({ snapshot }: DocumentEdition): string {
  return `${snapshot.content.plan.plan.name}　${snapshot.version.name}`;
}
