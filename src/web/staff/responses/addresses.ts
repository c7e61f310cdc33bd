/** Addresses of the pages on answers (市の考え方), in one place. */
export const addressOf = {
  list: "/staff/responses",
  answer: (topicId: string) => `/staff/responses/topics/${topicId}`,
  occasion: (id: string) => `/staff/responses/occasions/${id}`,
  table: (id: string, ending: string) => `/staff/responses/occasions/${id}/table/${ending}`,
  decisions: (occasionId: string) => `/staff/responses/occasions/${occasionId}/decisions`,
  decision: (id: string) => `/staff/responses/decisions/${id}`,
  settings: "/staff/responses/settings",
} as const;

export const responsesCrumb = { href: addressOf.list, label: "市の考え方" } as const;
