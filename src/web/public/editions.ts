import { planSnapshotSchema, type PlanSnapshot } from "#domain/plan/published.ts";
import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { publishedConsultations } from "#web/public/consultations/edition.ts";
import { documentEditions, planSlugOf } from "#web/public/documents/edition.ts";
import { strategyEditions } from "#web/public/strategy/edition.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import type { Site } from "#web/site.ts";

/** What editions are read from. */
type Published = Pick<Site, "publications">;

/** An edition (版) of a plan that may be read: one publication and the plan as it stands in it. */
export interface Edition {
  readonly head: PublicationHead;
  readonly snapshot: PlanSnapshot;
  /** The edition that a reader of this plan should look at instead, when this one is an old one or a draft. */
  readonly successor: PublicationHead | undefined;
}

/** All publications of plans, the newest first, withdrawn and purged ones among them: the history as lists tell it. */
export async function planHeads(site: Published): Promise<readonly PublicationHead[]> {
  const heads = await site.publications.heads();
  return heads.filter((head) => head.subject === "plan");
}

/** What each plan shows at present: its newest decided edition or, before there is one, its newest draft. */
export async function presentHeads(site: Published): Promise<readonly PublicationHead[]> {
  const heads = await planHeads(site);
  const slugs = new Set(heads.map((head) => head.reference));
  return [...slugs].map((slug) => presentOf(heads, slug)).filter((head) => head !== undefined);
}

/** The present editions of all plans, the plan that begins last first. */
export async function presentEditions(site: Published): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  for (const head of await presentHeads(site)) {
    const snapshot = await snapshotOf(site, head);
    if (snapshot) editions.push({ head, snapshot, successor: undefined });
  }
  return editions.sort((a, b) => b.snapshot.plan.startYear - a.snapshot.plan.startYear);
}

/**
 * The plan that the city goes by: of those with pages to read, the decided one that begins last. A decided plan is what
 * people look for even in the weeks before it comes into force; a draft stands in only while nothing is decided.
 */
export function currentOf(editions: readonly Edition[]): Edition | undefined {
  const withPages = editions.filter(({ snapshot }) => snapshot.levels.some((level) => level.hasPage));
  const candidates = withPages.length > 0 ? withPages : editions;
  return candidates.find(({ head }) => head.openness === "decided") ?? candidates[0];
}

export async function currentEdition(site: Published): Promise<Edition | undefined> {
  return currentOf(await presentEditions(site));
}

/** One plan's present edition or, when its publication is named, that one; undefined when there is none to read. */
export async function editionOf(
  site: Published,
  slug: string,
  publicationId: string | null,
): Promise<Edition | undefined> {
  const heads = (await planHeads(site)).filter((head) => head.reference === slug);
  const present = presentOf(heads, slug);
  const head = publicationId === null ? present : heads.find(({ id }) => id === publicationId);
  const snapshot = head && (await snapshotOf(site, head));
  return head && snapshot && { head, snapshot, successor: head === present ? undefined : present };
}

/** What each publication is of, by its word in addresses: a plan or strategy as its newest edition that can be read calls it, 統計. */
export async function planNames(site: Published): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const head of await planHeads(site)) {
    const snapshot = names.has(head.reference) ? undefined : await snapshotOf(site, head);
    if (snapshot) names.set(head.reference, snapshot.plan.name);
  }
  const others = (await site.publications.heads()).filter(({ subject }) => subject === "statistics");
  for (const { reference } of others) names.set(reference, "統計");
  for (const { head, snapshot } of await documentEditions(site)) {
    const slug = planSlugOf(head.reference);
    if (!names.has(slug)) names.set(slug, snapshot.content.plan.plan.name);
  }
  for (const { subject, reference } of await site.publications.heads())
    if (subject === "document") names.set(reference, names.get(planSlugOf(reference)) ?? "");
  for (const { head, snapshot } of await strategyEditions(site))
    if (!names.has(head.reference)) names.set(head.reference, snapshot.strategy.name);
  for (const { head, snapshot } of await publishedConsultations(site))
    if (!names.has(head.reference)) names.set(head.reference, snapshot.title);
  for (const { head, snapshot } of await voicesEditions(site)) names.set(head.reference, snapshot.occasion.title);
  return names;
}

/** A withdrawn edition does not bring the one before it back: then the plan has no present edition. */
function presentOf(heads: readonly PublicationHead[], slug: string): PublicationHead | undefined {
  const head = headFor(heads, "plan", slug);
  return head && stateOf(head) === "current" ? head : undefined;
}

const parsed = new WeakMap<object, PlanSnapshot>();

/** The plan in a publication's payload. Parsed once for each payload object; a purged one is no longer handed out. */
async function snapshotOf(site: Published, head: PublicationHead): Promise<PlanSnapshot | undefined> {
  const payload = await site.publications.payload(head.id);
  if (typeof payload !== "object" || payload === null) return undefined;
  const known = parsed.get(payload) ?? planSnapshotSchema.parse(payload);
  parsed.set(payload, known);
  return known;
}
