import type { FindingPlace } from "#domain/strategy/index.ts";

const home = "/staff/strategy";

/** Addresses of the pages of strategies, population and grants, in one place. */
export const addressOf = {
  home,
  newStrategy: `${home}/new`,
  strategy: (slug: string) => `${home}/${slug}`,
  settings: (slug: string) => `${home}/${slug}/settings`,
  goals: (slug: string) => `${home}/${slug}/goals`,
  goal: (slug: string, id: string) => `${home}/${slug}/goals/${id}`,
  marks: (slug: string) => `${home}/${slug}/marks`,
  correspondence: (slug: string) => `${home}/${slug}/correspondence`,
  population: `${home}/population`,
  path: (code: string) => `${home}/population/paths/${code}`,
  aims: `${home}/population/aims`,
  planFrames: `${home}/population/plan-frames`,
  frames: `${home}/frames`,
  frame: (code: string) => `${home}/frames/${code}`,
  programmes: `${home}/programmes`,
  programme: (code: string) => `${home}/programmes/${code}`,
  grants: `${home}/grants`,
  grant: (id: string) => `${home}/grants/${id}`,
  checks: `${home}/checks`,
} as const;

export const homeCrumb = { href: home, label: "総合戦略と交付金" } as const;
export const populationCrumb = { href: addressOf.population, label: "人口ビジョン" } as const;
export const grantsCrumb = { href: addressOf.grants, label: "交付金事業" } as const;

export function strategyCrumbs({ slug, name }: { readonly slug: string; readonly name: string }) {
  return [homeCrumb, { href: addressOf.strategy(slug), label: name }];
}

/** Where a finding is put right. */
export function placeHref(place: FindingPlace): string {
  switch (place.kind) {
    case "indicator":
      return `/staff/plans/${place.planSlug}/indicators/${place.id}`;
    case "targetSet":
      return `/staff/plans/${place.planSlug}/target-sets/${place.setId}/indicators/${place.indicatorId}`;
    case "marks":
      return addressOf.marks(place.slug);
    case "strategy":
      return addressOf.settings(place.slug);
    case "grant":
      return addressOf.grant(place.id);
  }
}
