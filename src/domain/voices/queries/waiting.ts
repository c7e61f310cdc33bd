import { belongsTo, personId, type Ctx } from "#domain/audit/index.ts";
import { permit } from "#kernel/result.ts";
import type { Occasion } from "../occasion.ts";
import { batchesInReading } from "../entry/store.ts";
import { importsUnderWay } from "../import/store.ts";
import { mayDraftResponses, mayEnterVoices, mayReadVoices, mayRedact, maySortPoints } from "../permissions.ts";
import { occasionsIn } from "../store/occasions.ts";
import { waitingCounts } from "../store/redactions.ts";
import { voiceCounts } from "../store/split-states.ts";
import { deskTopics } from "../store/topic-table.ts";

/** What of the listening waits for a person: theirs to sort, to answer, to look through before it goes public. */
export interface WaitingWork {
  /** Batches of papers in 読み合わせ and imports begun, of occasions whose voices the person enters. */
  readonly entering: readonly { readonly occasion: Occasion; readonly batches: number; readonly imports: number }[];
  readonly sorting: readonly { readonly occasion: Occasion; readonly voices: number }[];
  /** Answers that the person's own divisions have not handed in, and those of them that are late. */
  readonly answers: number;
  readonly overdue: number;
  readonly copies: number;
}

export async function waitingWork(ctx: Ctx): Promise<WaitingWork> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const unsettled = await unsettledOccasions(ctx);
  const own = unsettled.filter((occasion) => maySortPoints(ctx.actor, occasion));
  const open = await openVoices(ctx, own);
  const owed = await owedTopics(ctx, unsettled);
  const today = ctx.clock.today();
  return {
    entering: await enteringWork(ctx, unsettled),
    sorting: own
      .flatMap((occasion) => ({ occasion, voices: open.get(occasion.id) ?? 0 }))
      .filter(({ voices }) => voices > 0),
    answers: owed.length,
    overdue: owed.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    copies: mayRedact(ctx.actor) ? await copiesToCheck(ctx) : 0,
  };
}

async function enteringWork(ctx: Ctx, occasions: readonly Occasion[]) {
  const batches = await batchesInReading(ctx.db);
  const imports = await importsUnderWay(ctx.db);
  return occasions
    .filter((occasion) => mayEnterVoices(ctx.actor, occasion))
    .map((occasion) => ({ occasion, batches: batches.get(occasion.id) ?? 0, imports: imports.get(occasion.id) ?? 0 }))
    .filter((each) => each.batches + each.imports > 0);
}

/** Copies that wait for this person: one's own wait for others. */
async function copiesToCheck(ctx: Ctx): Promise<number> {
  const counts = await waitingCounts(ctx.db, { notBy: personId(ctx.actor) });
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** How many voices of each occasion are not done with; an occasion without any is not among them. */
export async function openVoices(ctx: Ctx, occasions: readonly Occasion[]): Promise<ReadonlyMap<string, number>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const ids = new Set(occasions.map(({ id }) => id));
  const open = new Map<string, number>();
  for (const planId of plansOf(occasions))
    for (const { occasionId, state, voices } of await voiceCounts(ctx.db, planId))
      if (state !== "done" && ids.has(occasionId)) open.set(occasionId, (open.get(occasionId) ?? 0) + voices);
  return open;
}

async function unsettledOccasions(ctx: Ctx): Promise<Occasion[]> {
  return (await occasionsIn(ctx.db)).filter(({ settledAt }) => settledAt === null);
}

async function owedTopics(ctx: Ctx, unsettled: readonly Occasion[]) {
  const topics = [];
  for (const planId of plansOf(unsettled)) topics.push(...(await deskTopics(ctx.db, { planId, occasionId: "" })));
  return topics.filter(
    (topic) =>
      belongsTo(ctx.actor, topic.divisionId) &&
      mayDraftResponses(ctx.actor, topic) &&
      topic.points > 0 &&
      (topic.state === null || topic.state === "draft"),
  );
}

function plansOf(occasions: readonly Occasion[]): ReadonlySet<string> {
  return new Set(occasions.map(({ planId }) => planId));
}
