/** Addresses of the ledger of voices (意見の台帳), in one place. */
export const addressOf = {
  list: "/staff/voices",
  redactions: "/staff/voices/redactions",
  redaction: (number: number | string) => `/staff/voices/redactions/${number}`,
  keeping: "/staff/voices/keeping",
  disposal: (occasionId: string, kind: string) => `/staff/voices/keeping/${occasionId}/${kind}`,
  request: (id: string) => `/staff/voices/requests/${id}`,
  occasions: "/staff/voices/occasions",
  newOccasion: "/staff/voices/occasions/new",
  occasion: (id: string) => `/staff/voices/occasions/${id}`,
  districts: "/staff/voices/districts",
  voice: (number: number | string) => `/staff/voices/${number}`,
} as const;

export const ledgerCrumb = { href: addressOf.list, label: "意見の台帳" } as const;
export const occasionsCrumb = { href: addressOf.occasions, label: "聴取の機会" } as const;
