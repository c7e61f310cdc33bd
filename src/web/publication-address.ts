import type { PublicationHead } from "#domain/publication/published.ts";

type Place = Pick<PublicationHead, "subject" | "reference" | "id">;

const pathsBySubject: Readonly<Record<string, (place: Place) => string>> = {
  plan: ({ reference, id }) => `/plan/${reference}?edition=${id}`,
  document: ({ reference }) => `/documents/${reference}`,
  statistics: () => "/statistics",
  consultation: ({ reference }) => `/consultations/${reference}`,
  strategy: ({ reference }) => `/strategy/${reference}`,
  proposal: ({ reference }) => proposalPath(reference),
  declaration: () => "/declarations",
  formulation: ({ reference }) => `/formulation#plan-${reference}`,
  voices: ({ reference }) => `/voices/occasions/${reference}`,
};

/** 「call/12」 is proposal 12; 「call/12/15」 is voice 15, which joins it. */
function proposalPath(reference: string): string {
  const [call, number] = reference.split("/");
  return `/consultations/${call}/proposals/${number}`;
}

/** Where citizens read a publication: the edition of a plan, or the statistics, a strategy, a consultation as they stand. */
export function publicationPath(place: Place): string {
  const pathOf = pathsBySubject[place.subject];
  if (!pathOf) throw new Error(`no public page is named for ${place.subject}`);
  return pathOf(place);
}
