import { sql, type QueryExecutorProvider } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import type { PlatformDb } from "#platform/database/index.ts";

export interface JobRequest {
  readonly municipalityCode: string;
  readonly kind: string;
  readonly payload: Json;
  /** The person who asked, where there is one. */
  readonly requestedBy?: string | undefined;
  /** How often it may be tried in all; 3 when not said. */
  readonly maxAttempts?: number;
}

/**
 * Puts a job on the queue inside the caller's transaction: it exists exactly when the act that asked for it was committed.
 * @param trx the act's transaction, of a city or of the platform
 * @returns the job's id
 */
export async function enqueueJob(trx: QueryExecutorProvider, request: JobRequest): Promise<string> {
  const id = newId();
  await sql`
    insert into platform.job (id, municipality_code, kind, payload, requested_by, max_attempts)
    values (${id}, ${request.municipalityCode}, ${request.kind}, ${JSON.stringify(request.payload)},
            ${request.requestedBy ?? null}, ${request.maxAttempts ?? 3})`.execute(trx);
  return id;
}

/** Forgets what a job was to work on, where that must not stay in the queue; the job itself stays. */
export async function emptyPayload(platform: PlatformDb, id: string): Promise<void> {
  await platform
    .updateTable("job")
    .set({ payload: sql<string>`'{}'::jsonb` })
    .where("id", "=", id)
    .execute();
}
