import {
  declarationSnapshotSchema,
  type DeclarationSnapshot,
  type PublishedDeclaration,
  type PublishedPartnership,
} from "#domain/declarations/published.ts";
import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import type { Site } from "#web/site.ts";

/** Who carries a plan out beside the city, as it stands in its publication. */
export interface DeclarationEdition {
  readonly head: PublicationHead;
  readonly snapshot: DeclarationSnapshot;
}

type Published = Pick<Site, "publications">;

/** Those of all plans that can be read now, the newest first. */
export async function declarationEditions(site: Published): Promise<readonly DeclarationEdition[]> {
  const heads = await site.publications.heads();
  const own = heads.filter(({ subject }) => subject === "declaration");
  const editions: DeclarationEdition[] = [];
  for (const reference of new Set(own.map((head) => head.reference))) {
    const head = headFor(own, "declaration", reference);
    const payload = head && stateOf(head) === "current" ? await site.publications.payload(head.id) : undefined;
    const snapshot = declarationSnapshotSchema.safeParse(payload).data;
    if (head && snapshot) editions.push({ head, snapshot });
  }
  return editions;
}

/** With whom one measure is carried out, and who declared a part in it. */
export interface Together {
  readonly declarations: readonly PublishedDeclaration[];
  readonly partnerships: readonly PublishedPartnership[];
}

export async function togetherOn(site: Published, nodeId: string): Promise<Together> {
  const editions = await declarationEditions(site);
  return {
    declarations: editions.flatMap(({ snapshot }) =>
      snapshot.declarations.filter(({ measures }) => measures.some(({ id }) => id === nodeId)),
    ),
    partnerships: editions.flatMap(({ snapshot }) =>
      snapshot.partnerships.filter(({ measure }) => measure.id === nodeId),
    ),
  };
}
