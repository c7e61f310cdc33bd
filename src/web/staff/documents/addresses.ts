import type { Crumb } from "#web/ui/parts.tsx";
import { planCrumbs } from "../plan/addresses.ts";

type Slug = { readonly slug: string };

/** Addresses of the pages of a plan's versions, in one place. */
export const addressOf = {
  list: ({ slug }: Slug) => `/staff/documents/${slug}`,
  freezing: ({ slug }: Slug) => `/staff/documents/${slug}/freezing`,
  version: ({ slug }: Slug, number: number | string) => `/staff/documents/${slug}/versions/${number}`,
  section: ({ slug }: Slug, number: number | string, place: string) =>
    `/staff/documents/${slug}/versions/${number}/sections/${place}`,
  errata: ({ slug }: Slug, number: number | string) => `/staff/documents/${slug}/versions/${number}/errata`,
  remarks: ({ slug }: Slug, number: number | string) => `/staff/documents/${slug}/versions/${number}/remarks`,
  remarkRemoval: ({ slug }: Slug, number: number | string) =>
    `/staff/documents/${slug}/versions/${number}/remarks/removal`,
  comparison: ({ slug }: Slug, from: number, to: number) => `/staff/documents/${slug}/compare?from=${from}&to=${to}`,
} as const;

/** The way back from a version's pages: 計画 › the plan › 版. */
export function versionCrumbs(plan: Slug & { readonly name: string }): Crumb[] {
  return [...planCrumbs(plan), { href: addressOf.list(plan), label: "版" }];
}
