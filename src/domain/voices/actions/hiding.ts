import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { keepingRefusals } from "../keeping-labels.ts";
import { mayHideVoices } from "../permissions.ts";
import { markHidden, markShown } from "../store/moderation.ts";
import { heldVoice } from "./held-voice.ts";

/** Hides a voice from the public with a reason that the public reads; it keeps its number. */
export async function hideVoice(
  ctx: Ctx,
  input: { readonly id: string; readonly version: number; readonly reason: string },
): Promise<Result<null>> {
  permit(mayHideVoices(ctx.actor), mayHideVoices.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(keepingRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const { id } = await heldVoice(tx, input.id);
    const hiding = { id, version: input.version, reason, by: personId(ctx.actor), at: ctx.clock.now() };
    if (!(await markHidden(tx, hiding))) return refuse(keepingRefusals.stale);
    await record(tx, ctx, "voices.hidden", { voiceId: id });
    return accept(null);
  });
}

/** Brings a hidden voice back. */
export async function bringBackVoice(
  ctx: Ctx,
  input: { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  permit(mayHideVoices(ctx.actor), mayHideVoices.sentence);
  return ctx.transaction(async (tx) => {
    const { id } = await heldVoice(tx, input.id);
    if (!(await markShown(tx, { id, version: input.version }))) return refuse(keepingRefusals.stale);
    await record(tx, ctx, "voices.shownAgain", { voiceId: id });
    return accept(null);
  });
}

/**
 * Hides a voice, or with no reason shows it again, inside the transaction of the act of an instrument that does so by its own rules
 * (提案を公開しない扱い). Permission is the caller's.
 */
export async function setHiddenIn(
  tx: Tx,
  ctx: Ctx,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Promise<void> {
  const { version } = await heldVoice(tx, id);
  if (reason === null) await markShown(tx, { id, version });
  else await markHidden(tx, { id, version, reason, by: personId(ctx.actor), at: ctx.clock.now() });
  await record(tx, ctx, reason === null ? "voices.shownAgain" : "voices.hidden", { voiceId: id });
}
