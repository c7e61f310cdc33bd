import type { Ctx } from "#domain/audit/index.ts";
import { canonicalPayload, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { publishableStrategy } from "../publishing.ts";
import { strategySnapshotSchema, type StrategySnapshot } from "../snapshot.ts";
import { listStrategies, strategyView } from "./strategies.ts";

/** A strategy as a paper of its plan carries it (総合戦略編). */
export interface StrategyAnnex {
  /** The publication it was read from; null for the draft and within a frozen version. */
  readonly publicationId: string | null;
  readonly hash: string;
  /** 「令和9年3月策定版」「案（令和8年11月22日現在）」. */
  readonly version: string;
  readonly isUndecided: boolean;
  readonly snapshot: StrategySnapshot;
}

interface PlanOfPaper {
  readonly id: string;
  readonly slug: string;
  /** The plan's publication that the paper is made of; null for the draft. */
  readonly publicationId: string | null;
  /** The day (YYYY-MM-DD) of the paper. */
  readonly day: string;
}

/**
 * The strategies that belong into a paper of a plan. With the draft they stand as they are now. With a publication they are what
 * public beside it: a decided paper holds decided strategies only, and none whose newest version was withdrawn.
 */
export async function strategyAnnexes(ctx: Ctx, plan: PlanOfPaper): Promise<StrategyAnnex[]> {
  return plan.publicationId === null ? draftAnnexes(ctx, plan) : publishedAnnexes(ctx, plan.slug, plan.publicationId);
}

async function draftAnnexes(ctx: Ctx, plan: PlanOfPaper): Promise<StrategyAnnex[]> {
  const words = { version: `案（${warekiDate(plan.day)}現在）`, isUndecided: true };
  return frozenAnnexes(await strategiesOfPlan(ctx, plan.id), words);
}

/** The strategies that a plan is or carries, as they stand now; those without a goal say nothing yet. */
export async function strategiesOfPlan(ctx: Ctx, planId: string): Promise<StrategySnapshot[]> {
  const snapshots: StrategySnapshot[] = [];
  for (const { slug } of (await listStrategies(ctx)).filter((each) => each.planId === planId))
    snapshots.push(await strategyView(ctx, slug));
  return snapshots.filter(({ goals }) => goals.length > 0);
}

/** Strategies that stand within a whole, as the annexes of its paper. */
export function frozenAnnexes(
  snapshots: readonly StrategySnapshot[],
  words: Pick<StrategyAnnex, "version" | "isUndecided">,
): StrategyAnnex[] {
  return snapshots.flatMap((snapshot) => {
    const canonical = canonicalPayload(publishableStrategy, snapshot);
    return canonical.ok ? [{ ...words, publicationId: null, hash: canonical.value.hash, snapshot }] : [];
  });
}

async function publishedAnnexes(ctx: Ctx, planSlug: string, publicationId: string): Promise<StrategyAnnex[]> {
  const publications = storedPublications(ctx);
  const heads = await publications.heads();
  const beside = besideOf(heads, publicationId);
  const references = [...new Set(beside.map(({ reference }) => reference))].toSorted();
  const annexes: StrategyAnnex[] = [];
  for (const reference of references) {
    const newest = beside.find((head) => head.reference === reference);
    const payload = newest && (await publications.payload(newest.id));
    if (!newest || payload === undefined) continue;
    const snapshot = strategySnapshotSchema.parse(payload);
    if (snapshot.plan.slug === planSlug && snapshot.goals.length > 0) annexes.push(annexOf(newest, snapshot));
  }
  return annexes;
}

/** The strategies' publications from before the plan's version was replaced, the newest first. */
function besideOf(heads: readonly PublicationHead[], publicationId: string): PublicationHead[] {
  const own = heads.find(({ id }) => id === publicationId);
  const next = heads.find(({ id }) => id === own?.supersededById);
  return heads.filter(
    ({ subject, openness, publishedAt }) =>
      subject === "strategy" &&
      (openness === "decided" || own?.openness === "discussion") &&
      (next === undefined || publishedAt < next.publishedAt),
  );
}

function annexOf(
  { id, hash, label, openness, publishedAt }: PublicationHead,
  snapshot: StrategySnapshot,
): StrategyAnnex {
  return {
    publicationId: id,
    hash,
    version: `${label}（${warekiDate(tokyoDay(publishedAt))}）`,
    isUndecided: openness === "discussion",
    snapshot,
  };
}
