import type { Openness, PublicationHead } from "./source.ts";

/** What has become of a publication: it stands, a newer one took its place, it was withdrawn, or purged for good. */
export type PublicationState = "current" | "superseded" | "withdrawn" | "purged";

export function stateOf(head: PublicationHead): PublicationState {
  if (head.purge) return "purged";
  if (head.withdrawal) return "withdrawn";
  return head.supersededById === null ? "current" : "superseded";
}

interface Placed {
  readonly id: string;
  readonly subject: string;
  readonly reference: string;
  readonly openness: Openness;
}

/**
 * The publication that took the place of each (by id), given all from the newest to the oldest: the next 公表 of the same
 * reference, or for a 検討中 the next of any openness. A 検討中 never takes the place of a 公表.
 */
export function successors(newestFirst: readonly Placed[]): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  const found = new Map<string, string>();
  for (const each of newestFirst) {
    const key = (openness: Openness) => JSON.stringify([each.subject, each.reference, openness]);
    const successor = found.get(key(each.openness));
    if (successor !== undefined) next.set(each.id, successor);
    found.set(key("discussion"), each.id);
    if (each.openness === "decided") found.set(key("decided"), each.id);
  }
  return next;
}

/**
 * The publication that answers for a reference: the 公表 that stands, else the 検討中 that stands, else the newest one whatever
 * became of it (its page says so). Undefined when nothing was ever published.
 */
export function headFor(
  heads: readonly PublicationHead[],
  subject: string,
  reference: string,
): PublicationHead | undefined {
  const own = heads.filter((head) => head.subject === subject && head.reference === reference);
  const current = own.filter((head) => stateOf(head) === "current");
  return current.find((head) => head.openness === "decided") ?? current[0] ?? own[0];
}
