type Slug = { readonly slug: string };

/** Addresses of the steps in which a plan is made anew from another one. */
export const rebasingPath = {
  start: ({ slug }: Slug) => `/staff/plans/${slug}/rebasing`,
  branches: ({ slug }: Slug) => `/staff/plans/${slug}/rebasing/branches`,
  preview: ({ slug }: Slug) => `/staff/plans/${slug}/rebasing/preview`,
  application: ({ slug }: Slug) => `/staff/plans/${slug}/rebasing/application`,
  undo: ({ slug }: Slug) => `/staff/plans/${slug}/rebasing/undo`,
} as const;
