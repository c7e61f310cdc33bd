import type { Crumb } from "#web/ui/parts.tsx";

/** Addresses of the desk's pages (仕分け), in one place. */
export const addressOf = {
  inbox: "/staff/desk",
  voice: (id: string) => `/staff/desk/voices/${id}`,
  voiceActs: (id: string) => `/staff/desk/voices/${id}/acts`,
  pointWords: (id: string) => `/staff/desk/voices/${id}/points`,
  points: "/staff/desk/points",
  pointActs: "/staff/desk/points/acts",
  pointsFile: (ending: string) => `/staff/desk/points/file.${ending}`,
  topics: "/staff/desk/topics",
  topicActs: "/staff/desk/topics/acts",
  topic: (id: string) => `/staff/desk/topics/${id}`,
  suggestions: "/staff/desk/suggestions",
  progress: "/staff/desk/progress",
  tags: "/staff/desk/tags",
  undoing: "/staff/desk/undoing",
} as const;

export const deskCrumb: Crumb = { href: addressOf.inbox, label: "意見の仕分け" };

/** An address with those of the values that say something. */
export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
