import { headFor, stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { strategySnapshotSchema, type StrategySnapshot } from "#domain/strategy/published.ts";
import type { Site } from "#web/site.ts";

/** A strategy (総合戦略) as it stands in its publication. */
export interface StrategyEdition {
  readonly head: PublicationHead;
  readonly snapshot: StrategySnapshot;
}

const parsed = new WeakMap<object, StrategySnapshot>();

/** The present editions of all published strategies, the one that begins last first. */
export async function strategyEditions(site: Pick<Site, "publications">): Promise<readonly StrategyEdition[]> {
  const heads = await site.publications.heads();
  const slugs = new Set(heads.filter(({ subject }) => subject === "strategy").map(({ reference }) => reference));
  const editions: StrategyEdition[] = [];
  for (const slug of slugs) {
    const head = headFor(heads, "strategy", slug);
    const snapshot = head && stateOf(head) === "current" ? await snapshotOf(site, head) : undefined;
    if (head && snapshot) editions.push({ head, snapshot });
  }
  return editions.sort((one, other) => other.snapshot.strategy.startYear - one.snapshot.strategy.startYear);
}

async function snapshotOf(
  site: Pick<Site, "publications">,
  head: PublicationHead,
): Promise<StrategySnapshot | undefined> {
  const payload = await site.publications.payload(head.id);
  if (typeof payload !== "object" || payload === null) return undefined;
  const snapshot = parsed.get(payload) ?? strategySnapshotSchema.parse(payload);
  parsed.set(payload, snapshot);
  return snapshot;
}
