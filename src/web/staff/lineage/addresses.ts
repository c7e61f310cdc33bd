type Slug = { readonly slug: string };

/** Addresses of the pages that say where an old plan's measures went. */
export const lineagePath = {
  board: ({ slug }: Slug) => `/staff/plans/${slug}/lineage`,
  file: ({ slug }: Slug) => `/staff/plans/${slug}/lineage.csv`,
  workbook: ({ slug }: Slug) => `/staff/plans/${slug}/lineage.xlsx`,
  suggestions: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/suggestions`,
  undo: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/undo`,
  link: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/lineage/links/${id}`,
  removal: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/lineage/links/${id}/removal`,
  table: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/table`,
  application: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/table/application`,
  indicators: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/indicators`,
  separation: ({ slug }: Slug) => `/staff/plans/${slug}/lineage/indicators/separation`,
} as const;
