import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { divisionName } from "#domain/identity/index.ts";
import { planById } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { isEntered, type Channel } from "../channel.ts";
import { occasionRefusals } from "../refusals.ts";
import { occasionFault, type Occasion, type OccasionWords } from "../occasion.ts";
import { mayManageOccasions } from "../permissions.ts";
import { insertOccasion, occasionsIn, saveOccasion } from "../store/occasions.ts";

export interface NewOccasion extends OccasionWords {
  readonly channel: Channel;
  readonly planId: string;
}

/**
 * Opens an occasion inside the transaction of the act that makes its instrument (意見募集, 懇談会 …). Its permission is the caller's.
 * @throws NotFound for a plan that is not there
 */
export async function openOccasion(tx: Tx, ctx: Ctx, input: NewOccasion): Promise<Result<{ readonly id: string }>> {
  const fault = occasionFault(input) ?? (await divisionFault(tx, ctx, input.divisionId));
  if (fault) return refuse(fault);
  await planById({ ...ctx, db: tx }, input.planId);
  const id = newId();
  const occasion: Occasion = { ...input, id, settledAt: null, reopenedReason: "", version: 1 };
  await insertOccasion(tx, occasion, { by: personId(ctx.actor), at: ctx.clock.now() });
  return accept({ id });
}

/** Corrects an occasion inside the transaction of the act that changes its instrument. Its permission is the caller's. */
export async function changeOccasion(
  tx: Tx,
  ctx: Ctx,
  { id, version, ...words }: OccasionWords & Pick<Occasion, "id" | "version">,
): Promise<Result<null>> {
  const fault = occasionFault(words);
  if (fault) return refuse(fault);
  const occasion = await occasionIn(tx, id);
  if (occasion.settledAt) return refuse(occasionRefusals.settled);
  const gone = occasion.divisionId === words.divisionId ? undefined : await divisionFault(tx, ctx, words.divisionId);
  if (gone) return refuse(gone);
  return (await saveOccasion(tx, { ...occasion, ...words, version })) ? accept(null) : refuse(occasionRefusals.stale);
}

/** Opens an occasion whose voices staff enter (アンケートの自由記述, 審議会の発言 …). */
export async function startOccasion(ctx: Ctx, input: NewOccasion): Promise<Result<{ readonly id: string }>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  if (!isEntered(input.channel)) return refuse(occasionRefusals.hasInstrument);
  return ctx.transaction(async (tx) => {
    const opened = await openOccasion(tx, ctx, input);
    if (opened.ok)
      await record(tx, ctx, "voices.occasion.opened", { occasionId: opened.value.id, planId: input.planId });
    return opened;
  });
}

/** A division that was abolished stays where it was, and is given to nothing new. */
async function divisionFault(tx: Tx, ctx: Ctx, id: string | null): Promise<Refusal | undefined> {
  if (id === null) return undefined;
  const name = await divisionName({ ...ctx, db: tx }, id, ctx.clock.today());
  return name === undefined ? occasionRefusals.divisionUnknown : undefined;
}

/** Corrects what is said of an occasion that has no instrument of its own. */
export async function editOccasion(
  ctx: Ctx,
  input: OccasionWords & Pick<Occasion, "id" | "version">,
): Promise<Result<null>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    const { channel } = await occasionIn(tx, input.id);
    if (!isEntered(channel)) return refuse(occasionRefusals.hasInstrument);
    const changed = await changeOccasion(tx, ctx, input);
    if (changed.ok) await record(tx, ctx, "voices.occasion.edited", { occasionId: input.id });
    return changed;
  });
}

/** @throws NotFound when there is none with this id */
export async function occasionIn(tx: Tx, id: string): Promise<Occasion> {
  const [occasion] = await occasionsIn(tx, [id]);
  if (!occasion) throw new NotFound(`occasion ${id}`);
  return occasion;
}
