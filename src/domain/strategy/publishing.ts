import type { Publishable } from "#domain/publication/index.ts";
import { accept, refuse } from "#kernel/result.ts";
import { strategyRefusals } from "./labels.ts";
import { strategyView } from "./queries/strategies.ts";
import { strategySnapshotFormat, strategySnapshotSchema, type StrategySnapshot } from "./snapshot.ts";

/** A strategy as it goes public, by its word in addresses. */
export const publishableStrategy: Publishable<StrategySnapshot> = {
  subject: "strategy",
  format: strategySnapshotFormat,
  schema: strategySnapshotSchema,
  compose: async (ctx, slug) => {
    const snapshot = await strategyView(ctx, slug);
    return isEmpty(snapshot) ? refuse(strategyRefusals.nothingMarked) : accept(snapshot);
  },
};

/** A strategy says something as soon as it has a goal, a population or a history. */
function isEmpty({ goals, population, periodChanges }: StrategySnapshot): boolean {
  return goals.length + population.paths.length + population.aims.length + periodChanges.length === 0;
}
