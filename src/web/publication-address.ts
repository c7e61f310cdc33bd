import type { PublicationHead } from "#domain/publication/published.ts";

/** Where citizens read a publication: the edition of a plan, or the statistics as they stand. */
export function publicationPath({
  subject,
  reference,
  id,
}: Pick<PublicationHead, "subject" | "reference" | "id">): string {
  return subject === "statistics" ? "/statistics" : `/plan/${reference}?edition=${id}`;
}

/** The staff's page on which a candidate is checked before it goes public. */
export function candidatePath({ subject, id }: Pick<PublicationHead, "subject" | "id">): string {
  return subject === "statistics" ? `/staff/statistics/publication/${id}` : `/staff/publications/candidates/${id}`;
}
