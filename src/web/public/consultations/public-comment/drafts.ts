import type { PublicCommentDetail } from "#domain/consultations/published.ts";
import { documentEditions, planSlugOf, type DocumentEdition } from "#web/public/documents/edition.ts";
import type { Site } from "#web/site.ts";

/**
 * The published versions of a plan's document that a round asks about, by the plan's publication that it names: the one of the same
 * plan and name. Where two are called the same, none is meant for sure.
 */
export async function draftsOf(
  site: Pick<Site, "publications">,
  { documents }: Pick<PublicCommentDetail, "documents">,
): Promise<ReadonlyMap<string, DocumentEdition>> {
  const editions = await documentEditions(site);
  const drafts = new Map<string, DocumentEdition>();
  for (const { version } of documents) {
    if (!version) continue;
    const [own, other] = editions.filter(
      ({ head, snapshot }) =>
        planSlugOf(head.reference) === version.planSlug && snapshot.version.name === version.label,
    );
    if (own && !other) drafts.set(version.publicationId, own);
  }
  return drafts;
}
