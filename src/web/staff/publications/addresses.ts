/** Addresses of the pages about publications, in one place. */
export const addressOf = {
  list: "/staff/publications",
  /** Where the next version of a thing is prepared. */
  preparation: (subject: string, reference: string) =>
    `/staff/publications/new?subject=${subject}&reference=${encodeURIComponent(reference)}`,
  candidates: "/staff/publications/candidates",
  candidate: (id: string) => `/staff/publications/candidates/${id}`,
  preview: (id: string, path: string) => `/staff/publications/previews/${id}${path}`,
  publication: (id: string) => `/staff/publications/${id}`,
  withdrawal: (id: string) => `/staff/publications/${id}/withdrawal`,
  purge: (id: string) => `/staff/publications/${id}/purge`,
  purgeTakingBack: (id: string) => `/staff/publications/${id}/purge/taking-back`,
  purgeConfirmation: (id: string) => `/staff/publications/${id}/purge/confirmation`,
} as const;

export const listCrumb = { href: addressOf.list, label: "公表" } as const;
