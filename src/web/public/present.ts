import type { ZodType } from "zod";
import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import type { Site } from "#web/site.ts";

/** A publication as it stands, with what it holds. */
export interface Present<T> {
  readonly head: PublicationHead;
  readonly snapshot: T;
}

/** Whether something of this subject may be read now; asks no payload. */
export async function isPresent(site: Pick<Site, "publications">, subject: string): Promise<boolean> {
  return (await presentHeadsOf(site, subject)).length > 0;
}

/**
 * A reader of all publications of one subject that stand, one for each reference. A payload is parsed once for each object; a purged
 * one is no longer handed out.
 */
export function presentReader<T>(subject: string, schema: ZodType<T>) {
  const parsed = new WeakMap<object, T>();
  return async (site: Pick<Site, "publications">): Promise<Present<T>[]> => {
    const found: Present<T>[] = [];
    for (const head of await presentHeadsOf(site, subject)) {
      const payload = await site.publications.payload(head.id);
      if (typeof payload !== "object" || payload === null) continue;
      const snapshot = parsed.get(payload) ?? schema.parse(payload);
      parsed.set(payload, snapshot);
      found.push({ head, snapshot });
    }
    return found;
  };
}

async function presentHeadsOf(site: Pick<Site, "publications">, subject: string): Promise<PublicationHead[]> {
  const heads = await site.publications.heads();
  const references = new Set(heads.filter((head) => head.subject === subject).map(({ reference }) => reference));
  return [...references]
    .map((reference) => headFor(heads, subject, reference))
    .filter((head) => head !== undefined && stateOf(head) === "current")
    .filter((head) => head !== undefined);
}
