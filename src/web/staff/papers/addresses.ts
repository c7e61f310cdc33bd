type Slug = { readonly slug: string };

export function papersPath({ slug }: Slug): string {
  return `/staff/plans/${slug}/papers`;
}

/** The page on which papers are made, with a version chosen. */
export function papersOfVersion(plan: Slug, version: { readonly id: string }): string {
  return `${papersPath(plan)}?source=${versionSource(version)}`;
}

/** How a version is named in the form and in addresses. */
export function versionSource({ id }: { readonly id: string }): string {
  return `version:${id}`;
}
