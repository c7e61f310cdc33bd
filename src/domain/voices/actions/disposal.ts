import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { dueOn, type DisposalKind } from "../keeping.ts";
import { keepingRefusals } from "../keeping-labels.ts";
import { mayKeepPersonalData } from "../permissions.ts";
import { disposeSendersOf, disposeVoicesOf, insertDisposal } from "../store/keeping.ts";
import { occasionIn } from "./occasions.ts";

/**
 * Disposes of the senders, or of the words, of an occasion whose 保存年限 passed. Senders never outlive the words: disposing of the
 * words takes them, too.
 */
export async function dispose(
  ctx: Ctx,
  input: { readonly occasionId: string; readonly kind: DisposalKind; readonly reason: string },
): Promise<Result<{ readonly disposed: number }>> {
  permit(mayKeepPersonalData(ctx.actor), mayKeepPersonalData.sentence);
  const { kind } = input;
  const reason = input.reason.trim();
  if (reason === "") return refuse(keepingRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const occasion = await occasionIn(tx, input.occasionId);
    const due = dueOn(occasion, kind);
    if (due === undefined || due > ctx.clock.today()) return refuse(keepingRefusals.notDue);
    const now = ctx.clock.now();
    const senders = await disposeSendersOf(tx, occasion.id, now);
    const disposed = kind === "senders" ? senders : await disposeVoicesOf(tx, occasion.id, now);
    if (disposed === 0) return refuse(keepingRefusals.nothingToDispose);
    const act = {
      id: newId(),
      occasionId: occasion.id,
      kind,
      disposed,
      reason,
      doneBy: personId(ctx.actor),
      doneAt: now,
    };
    await insertDisposal(tx, act);
    await record(tx, ctx, "voices.disposed", { occasionId: occasion.id, kind, items: disposed });
    return accept({ disposed });
  });
}
