import { sectionName } from "#domain/documents/index.ts";
import type { OutlineSection, WordScope } from "#domain/documents/index.ts";
import type { Crumb } from "#web/ui/parts.tsx";
import { manuscriptCrumbs } from "../addresses.ts";

interface Place {
  readonly plan: { readonly slug: string };
  readonly root: Pick<OutlineSection, "id"> | undefined;
}

function baseOf({ plan, root }: Place): string {
  const manuscript = `/staff/manuscripts/${plan.slug}`;
  return root ? `${manuscript}/sections/${root.id}` : manuscript;
}

/** Addresses of the pages through which a manuscript goes out as Word and comes back. */
export const wordAddressOf = {
  desk: (place: Place) => `${baseOf(place)}/word`,
  file: (place: Place) => `${baseOf(place)}/word.docx`,
  outline: ({ plan }: Pick<Place, "plan">) => `/staff/manuscripts/${plan.slug}/word-plan`,
  printingSet: ({ plan }: Pick<Place, "plan">) => `/staff/manuscripts/${plan.slug}/printing-set.zip`,
  import: ({ plan }: Pick<Place, "plan">, id: string) => `/staff/manuscripts/${plan.slug}/word-imports/${id}`,
} as const;

/** 「第1章 序論」, or 「原稿の全体」. */
export function scopeName({ root }: Pick<WordScope, "root">): string {
  return root ? sectionName(root) : "原稿の全体";
}

export function wordCrumbs(scope: WordScope, isBelowDesk = false): Crumb[] {
  return [
    ...manuscriptCrumbs(scope.plan, scope.root ? [scope.root] : []),
    ...(isBelowDesk ? [{ href: wordAddressOf.desk(scope), label: "Wordで直す" }] : []),
  ];
}
