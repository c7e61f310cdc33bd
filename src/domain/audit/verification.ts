import { permit } from "#kernel/result.ts";
import type { Ctx } from "./context.ts";
import { mayReadEvents } from "./permissions.ts";
import { record, verifyChain, type ChainReport } from "./trail.ts";

/** Verifies the chain (連鎖の検証) and puts on record that it was done and what came of it. */
export async function verifyAndRecord(ctx: Ctx): Promise<ChainReport> {
  permit(mayReadEvents(ctx.actor), mayReadEvents.sentence);
  const report = await verifyChain(ctx.db);
  await ctx.transaction((tx) =>
    record(tx, ctx, "audit.verified", { events: report.events, brokenAt: report.broken?.sequence ?? null }),
  );
  return report;
}
