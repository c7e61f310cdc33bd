import type { PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { planSlugOf } from "#web/public/documents/edition.ts";

/**
 * What was made public of plans and of the versions of their documents, in the order of the heads. A version that is told once as a
 * document is not told again as the plan's edition of the same name and day.
 */
export function publishedHeads(heads: readonly PublicationHead[]): readonly PublicationHead[] {
  const documents = heads.filter(({ subject, supersededById }) => subject === "document" && supersededById === null);
  const told = new Set(documents.map(keyOf));
  return heads.filter((head) => (head.subject === "plan" && !told.has(keyOf(head))) || documents.includes(head));
}

/** The word of the plan in a publication of it or of its document. */
export function planOf({ subject, reference }: PublicationHead): string {
  return subject === "document" ? planSlugOf(reference) : reference;
}

function keyOf(head: PublicationHead): string {
  return [planOf(head), head.label, tokyoDay(head.publishedAt)].join(" ");
}
