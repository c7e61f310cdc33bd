import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, NotFound, permit, type Result } from "#kernel/result.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import { maySeeSenders } from "../permissions.ts";
import { attachmentsOf, senderIn } from "../store/reading.ts";
import type { Sender } from "../voice.ts";
import { heldVoice } from "./held-voice.ts";
import { occasionIn } from "./occasions.ts";

/** Shows who sent a voice. An act, not a query: the look itself is recorded. */
export async function senderOf(ctx: Ctx, voiceId: string): Promise<Result<Sender>> {
  return ctx.transaction(async (tx) => {
    const voice = await heldVoice(tx, voiceId);
    permit(maySeeSenders(ctx.actor, await occasionIn(tx, voice.occasionId)), maySeeSenders.sentence);
    const sender = await senderIn(tx, voice.id);
    await record(tx, ctx, "voices.sender.seen", { voiceId: voice.id });
    return accept(sender);
  });
}

/** Hands out a file that came with a voice: senders write of themselves in it, so the look is recorded, too. */
export async function attachmentOf(
  ctx: Ctx,
  { voiceId, fileId }: { readonly voiceId: string; readonly fileId: string },
): Promise<Result<StoredFile>> {
  return ctx.transaction(async (tx) => {
    const voice = await heldVoice(tx, voiceId);
    permit(maySeeSenders(ctx.actor, await occasionIn(tx, voice.occasionId)), maySeeSenders.sentence);
    const isOwn = (await attachmentsOf(tx, voice.id)).some((each) => each.fileId === fileId);
    const file = isOwn ? await storedFile(tx, fileId) : undefined;
    if (!file) throw new NotFound(`attachment ${fileId}`);
    await record(tx, ctx, "voices.attachment.seen", { voiceId: voice.id, fileId });
    return accept(file);
  });
}
