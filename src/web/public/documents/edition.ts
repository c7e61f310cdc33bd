import { documentSnapshotSchema, type DocumentSnapshot } from "#domain/documents/published.ts";
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

/** The version of the same plan that was frozen next after this one and may be read. */
export async function nextEdition(
  site: Pick<Site, "publications">,
  { snapshot }: DocumentEdition,
): Promise<DocumentEdition | undefined> {
  const later = (await read(site)).filter(
    (each) =>
      each.snapshot.content.plan.plan.id === snapshot.content.plan.plan.id &&
      each.snapshot.version.number > snapshot.version.number,
  );
  return later.toSorted((one, other) => one.snapshot.version.number - other.snapshot.version.number)[0];
}
