import { sectionName, type OutlineSection } from "#domain/documents/index.ts";
import type { PlanWithLevels } from "#domain/plan/index.ts";
import type { Crumb } from "#web/ui/parts.tsx";

type Slug = Pick<PlanWithLevels, "slug">;

/** Addresses of the pages on which a plan's document is written, in one place. */
export const addressOf = {
  manuscripts: "/staff/manuscripts",
  manuscript: ({ slug }: Slug) => `/staff/manuscripts/${slug}`,
  file: ({ slug }: Slug) => `/staff/manuscripts/${slug}/sections.csv`,
  outline: ({ slug }: Slug) => `/staff/manuscripts/${slug}/outline`,
  confirming: ({ slug }: Slug) => `/staff/manuscripts/${slug}/confirming`,
  figures: ({ slug }: Slug) => `/staff/manuscripts/${slug}/figures`,
  remarks: ({ slug }: Slug) => `/staff/manuscripts/${slug}/remarks`,
  glossary: ({ slug }: Slug) => `/staff/manuscripts/${slug}/glossary`,
  sources: ({ slug }: Slug) => `/staff/manuscripts/${slug}/sources`,
  pictures: ({ slug }: Slug) => `/staff/manuscripts/${slug}/pictures`,
  picture: ({ slug }: Slug, file: string) => `/staff/manuscripts/${slug}/pictures/${file}`,
  section: ({ slug }: Slug, id: string) => `/staff/manuscripts/${slug}/sections/${id}`,
  frame: ({ slug }: Slug, id: string) => `/staff/manuscripts/${slug}/sections/${id}/frame`,
  history: ({ slug }: Slug, id: string) => `/staff/manuscripts/${slug}/sections/${id}/history`,
  takeover: ({ slug }: Slug, id: string) => `/staff/manuscripts/${slug}/sections/${id}/takeover`,
  loan: ({ slug }: Slug, id: string) => `/staff/manuscripts/${slug}/loans/${id}`,
} as const;

/** The way back from a page of a manuscript: 原稿 › the plan › the sections above. */
export function manuscriptCrumbs(
  plan?: Slug & { readonly name: string },
  above: readonly Pick<OutlineSection, "id" | "number" | "name">[] = [],
): Crumb[] {
  return [
    { href: addressOf.manuscripts, label: "原稿" },
    ...(plan ? [{ href: addressOf.manuscript(plan), label: plan.name }] : []),
    ...above.map((section) => ({ href: plan ? addressOf.section(plan, section.id) : "", label: sectionName(section) })),
  ];
}
