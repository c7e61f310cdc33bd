import type { StatisticImportStage } from "#domain/statistics/index.ts";

/** Addresses of the staff pages on statistics, in one place. */
export const addressOf = {
  home: "/staff/statistics",
  dataSet: (code: string) => `/staff/statistics/sets/${code}`,
  item: (code: string) => `/staff/statistics/items/${code}`,
  itemEdit: (code: string) => `/staff/statistics/items/${code}/edit`,
  groups: "/staff/statistics/groups",
  newGroup: "/staff/statistics/groups/new",
  group: (id: string) => `/staff/statistics/groups/${id}`,
  imports: "/staff/statistics/imports",
  import: (
    id: string,
    stage?: StatisticImportStage | "file" | "abandonment" | "reopening" | "errors.csv" | "table" | "application",
  ) => `/staff/statistics/imports/${id}${stage ? `/${stage}` : ""}`,
  citations: (slug: string, nodeId: string) => `/staff/plans/${slug}/nodes/${nodeId}/statistics`,
} as const;

export const homeCrumb = { href: addressOf.home, label: "統計と計画の背景" } as const;
