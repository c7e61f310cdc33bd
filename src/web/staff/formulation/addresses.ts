const home = "/staff/formulation";

/** Addresses of the pages of formulations; `plan` is the plan's word in addresses. */
export const addressOf = {
  home,
  start: (plan: string) => `${home}/${plan}/start`,
  overview: (plan: string) => `${home}/${plan}`,
  policy: (plan: string) => `${home}/${plan}/policy`,
  part: (plan: string, part: string) => `${home}/${plan}/policy/parts/${part}`,
  versions: (plan: string) => `${home}/${plan}/policy/versions`,
  comparison: (plan: string) => `${home}/${plan}/policy/compare`,
  version: (plan: string, number: number | string) => `${home}/${plan}/policy/versions/${number}`,
  /** 「draft.docx」, 「2.pdf」. */
  file: (plan: string, file: string) => `${home}/${plan}/policy/files/${file}`,
  stages: (plan: string) => `${home}/${plan}/stages`,
  stageEdit: (plan: string, stage: string) => `${home}/${plan}/stages/${stage}/edit`,
  stage: (plan: string, stage: string) => `${home}/${plan}/stages/${stage}`,
} as const;

export const homeCrumb = { href: home, label: "策定" } as const;

export function crumbsOf({ slug, name }: { readonly slug: string; readonly name: string }) {
  return [homeCrumb, { href: addressOf.overview(slug), label: name }];
}

export function policyCrumbs(plan: { readonly slug: string; readonly name: string }) {
  return [...crumbsOf(plan), { href: addressOf.policy(plan.slug), label: "策定方針" }];
}
