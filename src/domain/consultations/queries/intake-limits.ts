import type { Ctx } from "#domain/audit/index.ts";
import type { IntakeLimits } from "../intake-limit.ts";
import { limitsIn } from "../store/intake-limits.ts";

/** The limits that hold for what citizens send. */
export async function intakeLimits(ctx: Pick<Ctx, "db">): Promise<IntakeLimits & { readonly version: number }> {
  return limitsIn(ctx.db);
}
