import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { changeOccasion } from "#domain/voices/index.ts";
import { isDay } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { periodRefusals } from "../labels.ts";
import type { PeriodChangeKind } from "../period-change.ts";
import { mayManageConsultation } from "../permissions.ts";
import { insertPeriodChange } from "../store/consultations.ts";
import { consultationIn } from "./consultations.ts";

export interface PeriodOrder {
  readonly id: string;
  readonly kind: PeriodChangeKind;
  readonly closesOn: string;
  /** Published with the change. */
  readonly reason: string;
}

/** Extends a consultation, or closes it early. It holds for citizens once it is published. What is over is not opened again. */
export async function changePeriod(ctx: Ctx, { id, kind, closesOn, ...order }: PeriodOrder): Promise<Result<null>> {
  const reason = order.reason.trim();
  return ctx.transaction(async (tx) => {
    const { occasion } = await consultationIn(tx, id);
    permit(mayManageConsultation(ctx.actor, occasion), mayManageConsultation.sentence);
    const before = occasion.closesOn;
    const fault = periodChangeFault({
      kind,
      before,
      after: closesOn,
      opensOn: occasion.opensOn,
      today: ctx.clock.today(),
      reason,
    });
    if (fault || before === null) return refuse(fault ?? periodRefusals.noEnd);
    const changed = await changeOccasion(tx, ctx, { ...occasion, closesOn });
    if (!changed.ok) return changed;
    await insertPeriodChange(tx, {
      id: newId(),
      consultationId: id,
      kind,
      closesOnBefore: before,
      closesOnAfter: closesOn,
      reason,
      savedAt: ctx.clock.now(),
      savedBy: personId(ctx.actor),
    });
    await record(tx, ctx, `consultation.${kind}`, { occasionId: id });
    return accept(null);
  });
}

interface Asked {
  readonly kind: PeriodChangeKind;
  readonly before: string | null;
  readonly after: string;
  readonly opensOn: string;
  readonly today: string;
  readonly reason: string;
}

/** The rule of a changed period: later for an extension, earlier and not past for a closing; nothing once the last day is over. */
export function periodChangeFault({ kind, before, after, opensOn, today, reason }: Asked): Refusal | undefined {
  if (before === null) return periodRefusals.noEnd;
  if (before < today) return periodRefusals.isOver;
  if (!isDay(after)) return periodRefusals.dayMissing;
  if (kind === "extension" && after <= before) return periodRefusals.notLater;
  if (kind === "earlyClosing" && after >= before) return periodRefusals.notEarlier;
  if (kind === "earlyClosing" && (after < today || after < opensOn)) return periodRefusals.inThePast;
  return reason === "" ? periodRefusals.reasonMissing : undefined;
}
