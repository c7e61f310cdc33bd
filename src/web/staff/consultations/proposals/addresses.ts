const home = "/staff/consultations";

/** Addresses of the pages of idea calls and their proposals. */
export const proposalAddress = {
  newCall: `${home}/new/proposal`,
  call: (slug: string) => `${home}/${slug}/proposal`,
  queue: (slug: string) => `${home}/${slug}/proposals`,
  one: (slug: string, number: number | string) => `${home}/${slug}/proposals/${number}`,
  role: (slug: string, number: number | string) => `${home}/${slug}/proposals/${number}/role`,
} as const;
