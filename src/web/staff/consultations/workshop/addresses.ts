const home = "/staff/consultations";

const round = (slug: string, id: string) => `${home}/${slug}/rounds/${id}`;

/** Addresses of the pages of a workshop, beside those that all consultations have. */
export const workshopAddress = {
  create: `${home}/new/workshop`,
  words: (slug: string) => `${home}/${slug}/workshop`,
  newRound: (slug: string) => `${home}/${slug}/rounds/new`,
  round,
  roundWords: (slug: string, id: string) => `${round(slug, id)}/words`,
  roundRemoval: (slug: string, id: string) => `${round(slug, id)}/removal`,
  tables: (slug: string, id: string) => `${round(slug, id)}/tables`,
  summaries: (slug: string, id: string) => `${round(slug, id)}/summaries`,
  notes: (slug: string, id: string) => `${round(slug, id)}/notes`,
  /** The notes of one table, ready to type the next. */
  notesAt: (slug: string, id: string, tableId: string) => `${round(slug, id)}/notes?table=${tableId}`,
  noteKeeping: (slug: string, id: string) => `${round(slug, id)}/notes/keeping`,
  noteReception: (slug: string, id: string) => `${round(slug, id)}/notes/reception`,
  noteImport: (slug: string, id: string) => `${round(slug, id)}/notes/import`,
  noteApplication: (slug: string, id: string) => `${round(slug, id)}/notes/application`,
  newsletter: (slug: string, file: string) => `${home}/${slug}/newsletters/${file}`,
  board: (slug: string) => `${home}/${slug}/board`,
} as const;
