const home = "/staff/consultations";

/** Addresses of the pages of consultations, in one place. */
export const addressOf = {
  home,
  settings: `${home}/settings`,
  newRound: `${home}/new/public-comment`,
  consultation: (slug: string) => `${home}/${slug}`,
  round: (slug: string) => `${home}/${slug}/public-comment`,
  documents: (slug: string) => `${home}/${slug}/documents`,
  documentRemoval: (slug: string, id: string) => `${home}/${slug}/documents/${id}/removal`,
  period: (slug: string) => `${home}/${slug}/period`,
  paper: (slug: string, file: string) => `${home}/${slug}/papers/${file}`,
} as const;

export const homeCrumb = { href: home, label: "意見募集など" } as const;

export function consultationCrumbs({ slug, title }: { readonly slug: string; readonly title: string }) {
  return [homeCrumb, { href: addressOf.consultation(slug), label: title }];
}
