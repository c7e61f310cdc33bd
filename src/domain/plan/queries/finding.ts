import { wordsOf } from "#kernel/folding.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { indicatorsMatching, latestActs, type Change, type IndicatorMatch } from "../store/finding.ts";
import { nodesById } from "../store/nodes.ts";

/** One of the latest changes, with the node it touched as it is called now; without it when that was removed since. */
export interface LatestChange extends Change {
  readonly node: { readonly id: string; readonly code: string; readonly title: string } | undefined;
}

/** What was changed last in all plans, the newest first. */
export async function latestChanges(ctx: Ctx, limit: number): Promise<LatestChange[]> {
  const acts = await latestActs(ctx.db, limit);
  const nodes = new Map(
    (
      await nodesById(
        ctx.db,
        acts.map((act) => act.nodeId),
      )
    ).map((node) => [node.id, node]),
  );
  return acts.map((act) => ({ ...act, node: nodes.get(act.nodeId) }));
}

/** Indicators (成果指標) of all plans whose code, name or description holds all the words. */
export async function searchIndicators(
  ctx: Ctx,
  { words, limit = 50 }: { words: string; limit?: number },
): Promise<IndicatorMatch[]> {
  const parts = wordsOf(words);
  return parts.length === 0 ? [] : indicatorsMatching(ctx.db, { words: parts, limit });
}
