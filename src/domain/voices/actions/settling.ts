import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { isStillOpen } from "../occasion.ts";
import { occasionRefusals, responseRefusals, unsettled } from "../refusals.ts";
import { mayDecideResponses } from "../permissions.ts";
import { standingOf } from "../queries/standing.ts";
import { markReopened, markSettled } from "../store/occasions.ts";
import { occasionIn } from "./occasions.ts";

/**
 * Settles the results of an occasion (結果の確定): from then on nothing more comes in, and its results may be published. Refused while
 * people may still send, or anything that is owed is missing.
 */
export async function settleOccasion(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  return ctx.transaction(async (tx) => {
    const occasion = await occasionIn(tx, id);
    if (occasion.settledAt) return refuse(occasionRefusals.settled);
    if (isStillOpen(occasion, ctx.clock.today())) return refuse(occasionRefusals.stillOpen);
    if (!(await markSettled(tx, { id, version }, { at: ctx.clock.now(), by: personId(ctx.actor) })))
      return refuse(occasionRefusals.stale);
    const { openVoices, openTopics } = await standingOf({ ...ctx, db: tx }, id); // what is missing as this transaction sees it
    const lacks = openVoices.length + openTopics.length;
    if (lacks > 0) return refuse(unsettled(lacks));
    await record(tx, ctx, "voices.occasion.settled", { occasionId: id });
    return accept(null);
  });
}

/** Opens settled results again (確定の取消し), with the reason. What was published stays until it is published anew or withdrawn. */
export async function reopenOccasion(
  ctx: Ctx,
  input: { readonly id: string; readonly version: number; readonly reason: string },
): Promise<Result<null>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(responseRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const occasion = await occasionIn(tx, input.id);
    if (!occasion.settledAt) return refuse(occasionRefusals.notSettled);
    if (!(await markReopened(tx, { ...input, reason }))) return refuse(occasionRefusals.stale);
    await record(tx, ctx, "voices.occasion.reopened", { occasionId: input.id });
    return accept(null);
  });
}
