import type { NodeSnapshot } from "#domain/plan/published.ts";
import type { Edition } from "#web/public/editions.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { addressCode } from "./branches.ts";

/** An edition seen on a site: what every link inside a plan needs to stay inside that edition. */
export interface Reading {
  readonly site: Site;
  readonly edition: Edition;
}

/** The address of a plan's page; an edition that is not the present one names itself, so that reading on stays in it. */
export function planHref({ site, edition }: Reading): string {
  return hrefIn(site, `/plan/${edition.head.reference}${editionQuery(edition)}`);
}

/** The plan as one picture (体系図). */
export function diagramHref({ site, edition }: Reading): string {
  return hrefIn(site, `/plan/${edition.head.reference}/diagram${editionQuery(edition)}`);
}

/** The plan as a file to print (計画書). */
export function paperHref({ site, edition }: Reading): string {
  return hrefIn(site, `/plan/${edition.head.reference}/paper.pdf${editionQuery(edition)}`);
}

export function nodeHref({ site, edition }: Reading, node: NodeSnapshot): string {
  const code = encodeURIComponent(addressCode(node));
  return hrefIn(site, `/plan/${edition.head.reference}/${code}${editionQuery(edition)}`);
}

/** The address of one particular edition. */
export function editionHref(site: Site, head: Edition["head"]): string {
  return hrefIn(site, `/plan/${head.reference}?edition=${head.id}`);
}

function editionQuery(edition: Edition): string {
  return edition.successor ? `?edition=${edition.head.id}` : "";
}
