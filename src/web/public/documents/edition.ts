import { documentSnapshotSchema, type DocumentSnapshot } from "#domain/documents/published.ts";
import { headFor, type PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { presentReader, type Present } from "#web/public/present.ts";
import type { Site } from "#web/site.ts";

/** A version of a plan's document (版) as it stands in its publication. */
export type DocumentEdition = Present<DocumentSnapshot>;

const read = presentReader("document", documentSnapshotSchema);

/** Every version that may be read now, the one frozen last first; each stays beside those that came after. */
export async function documentEditions(site: Pick<Site, "publications">): Promise<readonly DocumentEdition[]> {
  return (await read(site)).sort(
    ({ snapshot: one }, { snapshot: other }) =>
      other.version.frozenOn.localeCompare(one.version.frozenOn) || other.version.number - one.version.number,
  );
}

export async function documentEdition(
  site: Pick<Site, "publications">,
  reference: string,
): Promise<DocumentEdition | undefined> {
  return (await read(site)).find(({ head }) => head.reference === reference);
}

/** A version among those of its plan that may be read. */
export interface Neighbouring {
  readonly before: DocumentEdition | undefined;
  readonly next: DocumentEdition | undefined;
}

/** The versions of the same plan that were frozen last before this one and next after it. */
export async function neighboursOf(
  site: Pick<Site, "publications">,
  { snapshot }: DocumentEdition,
): Promise<Neighbouring> {
  const own = versionsInOrder(await read(site), snapshot.content.plan.plan.id);
  const { number } = snapshot.version;
  return {
    before: own.findLast((each) => each.snapshot.version.number < number),
    next: own.find((each) => each.snapshot.version.number > number),
  };
}

/** Those of one plan, the first first. */
export function versionsInOrder(editions: readonly DocumentEdition[], planId: string): DocumentEdition[] {
  return editions
    .filter(({ snapshot }) => snapshot.content.plan.plan.id === planId)
    .toSorted((one, other) => one.snapshot.version.number - other.snapshot.version.number);
}

/** A version that was published and may no longer be read (取り下げ, 削除). */
export interface EndedDocument {
  readonly head: PublicationHead;
  readonly planSlug: string;
  /** What became of it, on which day, and why. */
  readonly act: string;
  readonly day: string;
  readonly reason: string;
}

/** Versions that were published and taken back, the last first: the list does not forget them. */
export async function endedDocuments({ publications }: Pick<Site, "publications">): Promise<EndedDocument[]> {
  const heads = (await publications.heads()).filter(({ subject }) => subject === "document");
  return [...new Set(heads.map(({ reference }) => reference))].flatMap((reference) => {
    const head = headFor(heads, "document", reference);
    const end = head && (head.purge ?? head.withdrawal);
    if (!head || !end) return [];
    const act = head.purge ? "削除しました" : "取り下げました";
    return [{ head, planSlug: planSlugOf(reference), act, day: tokyoDay(end.at), reason: end.reason }];
  });
}

/** The plan's word in a version's reference: `<plan>-<number>`. */
export function planSlugOf(reference: string): string {
  return reference.replace(/-\d+$/, "");
}
