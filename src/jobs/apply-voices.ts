import { z } from "zod";
import { openContext, roles, type PersonActor } from "#domain/audit/index.ts";
import { applyVoiceImport } from "#domain/voices/index.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/index.ts";
import type { JobHandler } from "#platform/jobs/index.ts";

const payload = z.object({
  importId: z.string(),
  fingerprint: z.string(),
  roles: z.array(z.enum(roles)),
  divisionIds: z.array(z.string()),
});

/** Takes a table of voices (意見の取込み) into the ledger for the person who asked, under the roles they had then. A refusal stays with the import. */
export function applyVoicesJob(database: Database, clock: Clock): JobHandler {
  return async (job, progress) => {
    const { importId: id, fingerprint, ...held } = payload.parse(job.payload);
    const actor: PersonActor = { kind: "person", id: job.requestedBy ?? "", name: "", ...held };
    const ctx = openContext({ database, municipality: job.municipality, actor, clock, requestId: job.id });
    const applied = await applyVoiceImport(ctx, { id, fingerprint }, progress);
    const path = `/staff/entry/imports/${id}`;
    return applied.ok ? { path, ...applied.value } : { path, refused: applied.refusal.code };
  };
}
