import { z } from "zod";
import { openContext, roles, type PersonActor } from "#domain/audit/index.ts";
import { applyStatisticImport } from "#domain/statistics/index.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/index.ts";
import type { JobHandler } from "#platform/jobs/index.ts";

const payload = z.object({ importId: z.string(), fingerprint: z.string(), roles: z.array(z.enum(roles)) });

/** Applies an import of statistics (統計の取込み) for the person who asked, under the roles they had then. A refusal stays with the import. */
export function applyStatisticsJob(database: Database, clock: Clock): JobHandler {
  return async (job, progress) => {
    const { importId: id, fingerprint, roles: held } = payload.parse(job.payload);
    const actor: PersonActor = { kind: "person", id: job.requestedBy ?? "", name: "", roles: held, divisionIds: [] };
    const ctx = openContext({ database, municipality: job.municipality, actor, clock, requestId: job.id });
    const applied = await applyStatisticImport(ctx, { id, fingerprint }, progress);
    const path = `/staff/statistics/imports/${id}`;
    return applied.ok ? { path, ...applied.value } : { path, refused: applied.refusal.code };
  };
}
