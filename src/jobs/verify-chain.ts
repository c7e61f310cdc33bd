import { chainFaultLabel, openContext, systemActor, verifyAndRecord } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/index.ts";
import { PermanentFailure, type JobHandler } from "#platform/jobs/index.ts";

/** Verifies the audit chain of a municipality (操作の記録の検証); a broken chain is shown as the reason of a failed job. */
export function verifyChainJob(database: Database): JobHandler {
  return async ({ municipality }) => {
    const actor = systemActor("audit.verify");
    const report = await verifyAndRecord(openContext({ database, municipality, actor, clock: systemClock }));
    if (!report.broken) return { events: report.events, path: "/staff/events?act=audit.verified" };
    throw new PermanentFailure(
      `${report.broken.sequence}番の記録が正しくありません。${chainFaultLabel(report.broken.reason)}`,
    );
  };
}
