import { strategySnapshotSchema, type StrategySnapshot } from "#domain/strategy/published.ts";
import { presentReader, type Present } from "#web/public/present.ts";
import type { Site } from "#web/site.ts";

/** A strategy (総合戦略) as it stands in its publication. */
export type StrategyEdition = Present<StrategySnapshot>;

const read = presentReader("strategy", strategySnapshotSchema);

/** The present editions of all published strategies, the one that begins last first. */
export async function strategyEditions(site: Pick<Site, "publications">): Promise<readonly StrategyEdition[]> {
  return (await read(site)).sort((one, other) => other.snapshot.strategy.startYear - one.snapshot.strategy.startYear);
}
