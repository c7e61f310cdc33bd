import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { changeConsultation, consultationToManage, openConsultation, wasPublished } from "../actions/consultations.ts";
import type { AllWords, Consultation } from "../consultation.ts";
import { mayOpenConsultations } from "../permissions.ts";
import { roundRefusals } from "../public-comment/labels.ts";
import { callFault, type IdeaCall } from "./call.ts";
import { insertCall, saveCall } from "./store/calls.ts";

/** Makes an idea call (提案の募集). */
export async function createCall(
  ctx: Ctx,
  { planId, call, ...words }: AllWords & { readonly planId: string; readonly call: IdeaCall },
): Promise<Result<{ readonly id: string }>> {
  permit(mayOpenConsultations(ctx.actor), mayOpenConsultations.sentence);
  const fault = callFault(call);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const opened = await openConsultation(tx, ctx, { ...words, kind: "proposal", planId });
    if (!opened.ok) return opened;
    await insertCall(tx, opened.value.id, call);
    await record(tx, ctx, "consultation.call.created", { occasionId: opened.value.id, planId });
    return opened;
  });
}

/** Corrects what is said of a call. Its days, once announced, are changed by `changePeriod` with a reason. */
export async function editCall(
  ctx: Ctx,
  { call, ...words }: AllWords & Pick<Consultation, "id" | "version"> & { readonly call: IdeaCall },
): Promise<Result<null>> {
  const fault = callFault(call);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const { occasion, slug } = await consultationToManage(tx, ctx, { id: words.id, kinds: ["proposal"] });
    const isMoved = occasion.opensOn !== words.opensOn || occasion.closesOn !== words.closesOn;
    if (isMoved && (await wasPublished(ctx, slug))) return refuse(roundRefusals.periodFixed);
    const changed = await changeConsultation(tx, ctx, words);
    if (!changed.ok) return changed;
    await saveCall(tx, words.id, call);
    await record(tx, ctx, "consultation.call.edited", { occasionId: words.id });
    return accept(null);
  });
}
