import type { Ctx } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { addMinutes } from "#kernel/day.ts";

/** The same context some days ago, so that a sample's history has its days. */
export function daysBefore(ctx: Ctx, days: number): Ctx {
  return { ...ctx, clock: stoppedClock(addMinutes(ctx.clock.now(), -days * 24 * 60).toISOString()) };
}
