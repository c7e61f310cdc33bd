import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { nodePage } from "#domain/plan/index.ts";
import { voiceIdOf } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { declarationRefusals } from "../labels.ts";
import { partnershipFault, type Partnership, type PartnershipWords } from "../partnership.ts";
import { mayKeepPartnerships } from "../permissions.ts";
import { insertPartnership, removePartnershipRow, savePartnership } from "../store/partnerships.ts";

interface Keeping {
  readonly nodeId: string;
  readonly words: PartnershipWords;
  /** The one that is corrected, as the person saw it; none for a new one. */
  readonly seen?: Pick<Partnership, "id" | "version"> | undefined;
}

/** Notes with whom a measure is carried out (協働の相手), or corrects it. */
export async function keepPartnership(ctx: Ctx, { nodeId, words, seen }: Keeping): Promise<Result<null>> {
  await permitFor(ctx, nodeId);
  const fault = partnershipFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const isKnown = words.voiceNumber === null || (await voiceIdOf(tx, words.voiceNumber)) !== undefined;
    if (words.proposedBy === "voice" && !isKnown) return refuse(declarationRefusals.unknownVoice);
    const saving = { by: personId(ctx.actor), at: ctx.clock.now() };
    const partnershipId = seen?.id ?? newId();
    if (!seen) await insertPartnership(tx, { ...words, id: partnershipId, nodeId }, saving);
    else if (!(await savePartnership(tx, { ...words, ...seen }, saving))) return refuse(declarationRefusals.stale);
    await record(tx, ctx, seen ? "partnership.edited" : "partnership.added", { nodeId, partnershipId });
    return accept(null);
  });
}

export async function removePartnership(
  ctx: Ctx,
  { nodeId, id, version }: { readonly nodeId: string } & Pick<Partnership, "id" | "version">,
): Promise<Result<null>> {
  await permitFor(ctx, nodeId);
  return ctx.transaction(async (tx) => {
    if (!(await removePartnershipRow(tx, { id, version, at: ctx.clock.now() })))
      return refuse(declarationRefusals.stale);
    await record(tx, ctx, "partnership.removed", { nodeId, partnershipId: id });
    return accept(null);
  });
}

async function permitFor(ctx: Ctx, nodeId: string): Promise<void> {
  const { node } = await nodePage(ctx, nodeId);
  permit(mayKeepPartnerships(ctx.actor, node), mayKeepPartnerships.sentence);
}
