import { z } from "zod";
import { openContext, roles, type PersonActor } from "#domain/audit/index.ts";
import { applyImport, importCase } from "#domain/plan/index.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/index.ts";
import type { JobHandler } from "#platform/jobs/index.ts";

const payload = z.object({ importId: z.string(), fingerprint: z.string(), roles: z.array(z.enum(roles)) });

/**
 * Applies an import of a plan (取込みの反映) for the person who asked, under the roles they had then. A refusal is no failure of
 * the job: it is kept with the import and shown there.
 */
export function applyImportJob(database: Database, clock: Clock): JobHandler {
  return async (job, progress) => {
    const asked = payload.parse(job.payload);
    const person: PersonActor = {
      kind: "person",
      id: job.requestedBy ?? "",
      name: "",
      roles: asked.roles,
      divisionIds: [],
    };
    const ctx = openContext({ database, municipality: job.municipality, actor: person, clock, requestId: job.id });
    const applied = await applyImport(ctx, { id: asked.importId, fingerprint: asked.fingerprint }, progress);
    const { plan } = await importCase(ctx, asked.importId);
    const path = `/staff/plans/${plan.slug}/imports/${asked.importId}`;
    return applied.ok ? { path, ...applied.value } : { path, refused: applied.refusal.code };
  };
}
