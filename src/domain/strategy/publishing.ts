import type { Ctx } from "#domain/audit/index.ts";
import { prepare, publish, type PayloadKind, type Published, type VersionWords } from "#domain/publication/index.ts";
import { refuse, type Result } from "#kernel/result.ts";
import { strategyRefusals } from "./labels.ts";
import { strategyView } from "./queries/strategies.ts";
import { strategySnapshotFormat, strategySnapshotSchema, type StrategySnapshot } from "./snapshot.ts";

/** A strategy as publications keep it, by its word in addresses. */
export const strategyPayload: PayloadKind<StrategySnapshot> = {
  subject: "strategy",
  format: strategySnapshotFormat,
  schema: strategySnapshotSchema,
};

/** Puts aside what is about to go public, for its preview. */
export async function prepareStrategy(ctx: Ctx, slug: string, words: VersionWords): Promise<Result<Published>> {
  const payload = await strategyView(ctx, slug);
  if (isEmpty(payload)) return refuse(strategyRefusals.nothingMarked);
  return prepare(ctx, { kind: strategyPayload, reference: slug, payload, ...words });
}

/** Publishes a strategy as it stands; with the hash of a candidate, only if it is still what was looked at. */
export async function publishStrategy(
  ctx: Ctx,
  slug: string,
  words: VersionWords & { readonly expectedHash?: string },
): Promise<Result<Published>> {
  const payload = await strategyView(ctx, slug);
  if (isEmpty(payload)) return refuse(strategyRefusals.nothingMarked);
  return publish(ctx, { kind: strategyPayload, reference: slug, payload, ...words });
}

/** A strategy says something as soon as it has a goal, a population or a history. */
function isEmpty({ goals, population, periodChanges }: StrategySnapshot): boolean {
  return goals.length + population.paths.length + population.aims.length + periodChanges.length === 0;
}
