import type { ImportStage } from "#domain/plan/index.ts";

/** Addresses of the pages of a plan's imports. */
export function importsPath(slug: string): string {
  return `/staff/plans/${slug}/imports`;
}

export function importPath(
  slug: string,
  id: string,
  part: ImportStage | "file" | "errors.csv" | "application" | "abandonment" | "reopening" | "" = "",
): string {
  return `${importsPath(slug)}/${id}${part === "" ? "" : `/${part}`}`;
}

export function templatePath(slug: string): string {
  return `/staff/plans/${slug}/import-template`;
}
