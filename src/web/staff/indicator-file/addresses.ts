import type { Plan } from "#domain/plan/index.ts";

type Slug = Pick<Plan, "slug">;

/** Addresses of the way of indicators' values through an Excel file. */
export const fileAddress = {
  upload: ({ slug }: Slug): string => `/staff/plans/${slug}/indicators/file`,
  workbook: ({ slug }: Slug, division = ""): string =>
    `/staff/plans/${slug}/indicators/values.xlsx${division === "" ? "" : `?division=${division}`}`,
  comparison: ({ slug }: Slug, fileId: string): string => `/staff/plans/${slug}/indicators/file/${fileId}`,
} as const;
