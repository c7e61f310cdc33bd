import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { limitsFault, type IntakeLimits } from "../intake-limit.ts";
import { consultationRefusals } from "../labels.ts";
import { mayOpenConsultations } from "../permissions.ts";
import { saveLimits } from "../store/intake-limits.ts";

/** Changes the limits of what citizens may send. */
export async function keepIntakeLimits(
  ctx: Ctx,
  limits: IntakeLimits & { readonly version: number },
): Promise<Result<null>> {
  permit(mayOpenConsultations(ctx.actor), mayOpenConsultations.sentence);
  const fault = limitsFault(limits);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    if (!(await saveLimits(tx, limits))) return refuse(consultationRefusals.stale);
    await record(tx, ctx, "consultation.limitsChanged", {});
    return accept(null);
  });
}
