import { formulationSnapshotSchema, type FormulationSnapshot } from "#domain/formulation/published.ts";
import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import type { Site } from "#web/site.ts";

/** Where the making of a plan stands, as it was published. */
export interface FormulationEdition {
  readonly head: PublicationHead;
  readonly snapshot: FormulationSnapshot;
}

type Published = Pick<Site, "publications">;

/** Those of all plans that can be read now, the plan that begins last first. */
export async function formulationEditions(site: Published): Promise<readonly FormulationEdition[]> {
  const heads = await site.publications.heads();
  const own = heads.filter(({ subject }) => subject === "formulation");
  const editions: FormulationEdition[] = [];
  for (const reference of new Set(own.map((head) => head.reference))) {
    const head = headFor(own, "formulation", reference);
    const payload = head && stateOf(head) === "current" ? await site.publications.payload(head.id) : undefined;
    const snapshot = formulationSnapshotSchema.safeParse(payload).data;
    if (head && snapshot) editions.push({ head, snapshot });
  }
  return editions.sort((one, other) => other.snapshot.plan.startYear - one.snapshot.plan.startYear);
}

/** The numbers of a plan's versions that citizens can read (`/documents/<plan>-<number>`). */
export async function readableVersions(site: Published, slug: string): Promise<ReadonlySet<number>> {
  const heads = await site.publications.heads();
  const references = new Set(heads.filter(({ subject }) => subject === "document").map(({ reference }) => reference));
  const readable = [...references].filter((reference) => {
    const head = headFor(heads, "document", reference);
    return reference.startsWith(`${slug}-`) && head !== undefined && stateOf(head) === "current";
  });
  return new Set(readable.map((reference) => Number(reference.slice(slug.length + 1))));
}
