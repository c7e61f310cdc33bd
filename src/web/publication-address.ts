import type { PublicationHead } from "#domain/publication/published.ts";

type Place = Pick<PublicationHead, "subject" | "reference" | "id">;

/** Where citizens read a publication: the edition of a plan, the statistics or a strategy as they stand. */
export function publicationPath({ subject, reference, id }: Place): string {
  if (subject === "statistics") return "/statistics";
  return subject === "strategy" ? `/strategy/${reference}` : `/plan/${reference}?edition=${id}`;
}

/** The staff's page on which a candidate is checked before it goes public. */
export function candidatePath({ subject, reference, id }: Place): string {
  if (subject === "statistics") return `/staff/statistics/publication/${id}`;
  return subject === "strategy"
    ? `/staff/strategy/${reference}/publication/${id}`
    : `/staff/publications/candidates/${id}`;
}
