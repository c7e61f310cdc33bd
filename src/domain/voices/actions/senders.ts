import { record, type Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { accept, NotFound, permit, type Result } from "#kernel/result.ts";
import { maySeeSenders } from "../permissions.ts";
import { senderIn, voiceWhere } from "../store/reading.ts";
import type { Sender } from "../voice.ts";
import { occasionIn } from "./occasions.ts";

/** Shows who sent a voice. An act, not a query: the look itself is recorded. */
export async function senderOf(ctx: Ctx, voiceId: string): Promise<Result<Sender>> {
  return ctx.transaction(async (tx) => {
    const voice = isId(voiceId) ? await voiceWhere(tx, { id: voiceId }) : undefined;
    if (!voice) throw new NotFound(`voice ${voiceId}`);
    permit(maySeeSenders(ctx.actor, await occasionIn(tx, voice.occasionId)), maySeeSenders.sentence);
    const sender = await senderIn(tx, voice.id);
    await record(tx, ctx, "voices.sender.seen", { voiceId: voice.id });
    return accept(sender);
  });
}
