import {
  consultationSnapshotSchema,
  publicPhase,
  type ConsultationDetail,
  type ConsultationSnapshot,
  type Phase,
} from "#domain/consultations/published.ts";
import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import type { Site } from "#web/site.ts";

/** A consultation (意見募集・懇談会 …) as it stands in its publication, with where it stands today. */
export interface ConsultationEdition {
  readonly head: PublicationHead;
  readonly snapshot: ConsultationSnapshot;
  readonly phase: Phase;
  /** The publication of its results, once there is one. */
  readonly results: PublicationHead | undefined;
}

/** The edition of one kind: its detail is that kind's. */
export type EditionOf<K extends ConsultationDetail["kind"]> = ConsultationEdition & {
  readonly snapshot: ConsultationSnapshot & { readonly detail: Extract<ConsultationDetail, { readonly kind: K }> };
};

type Published = Pick<Site, "publications" | "clock">;

const parsed = new WeakMap<object, ConsultationSnapshot>();

/** All consultations that can be read now, the one that begins last first. */
export async function consultationEditions(site: Published): Promise<readonly ConsultationEdition[]> {
  const heads = await site.publications.heads();
  const today = site.clock.today();
  return (await publishedConsultations(site)).map((each) => ({ ...each, ...standing(heads, each.snapshot, today) }));
}

/** The same without where they stand. */
export async function publishedConsultations(
  site: Pick<Site, "publications">,
): Promise<readonly Pick<ConsultationEdition, "head" | "snapshot">[]> {
  const heads = await site.publications.heads();
  const slugs = new Set(heads.filter(({ subject }) => subject === "consultation").map(({ reference }) => reference));
  const found: Pick<ConsultationEdition, "head" | "snapshot">[] = [];
  for (const slug of slugs) {
    const head = headFor(heads, "consultation", slug);
    const snapshot = head && stateOf(head) === "current" ? await snapshotOf(site, head) : undefined;
    if (head && snapshot) found.push({ head, snapshot });
  }
  return found.sort((one, other) => other.snapshot.opensOn.localeCompare(one.snapshot.opensOn));
}

/** The one under this word, or undefined. */
export async function consultationEdition(site: Published, slug: string): Promise<ConsultationEdition | undefined> {
  return (await consultationEditions(site)).find(({ head }) => head.reference === slug);
}

function standing(heads: readonly PublicationHead[], snapshot: ConsultationSnapshot, today: string) {
  const results = headFor(heads, "voices", snapshot.occasionId);
  const isThere = results !== undefined && stateOf(results) === "current";
  return { phase: publicPhase(snapshot, today, isThere), results: isThere ? results : undefined };
}

async function snapshotOf(
  site: Pick<Site, "publications">,
  head: PublicationHead,
): Promise<ConsultationSnapshot | undefined> {
  const payload = await site.publications.payload(head.id);
  if (typeof payload !== "object" || payload === null) return undefined;
  const snapshot = parsed.get(payload) ?? consultationSnapshotSchema.parse(payload);
  parsed.set(payload, snapshot);
  return snapshot;
}
