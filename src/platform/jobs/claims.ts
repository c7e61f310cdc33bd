import type pg from "pg";
import type { Json } from "#kernel/canonical-json.ts";
import { municipalityOf, type Database, type Municipality } from "#platform/database/index.ts";

/** A job that this worker holds. `attempt` is also the proof of holding: a worker that took the job over has a higher one. */
export interface Claim {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly requestedBy: string | undefined;
  readonly municipality: Municipality;
}

interface ClaimRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly requested_by: string | null;
  readonly code: string;
  readonly name: string;
  readonly schema_name: string;
  readonly is_unofficial: boolean;
  readonly notice: string;
  readonly contact: string;
}

const readyRow = `
  (state = 'waiting' and run_after <= now()) or (state = 'running' and heartbeat_at < now() - $2 * interval '1 millisecond')`;

/** Takes the longest-waiting job of the given kinds, or one whose worker has been silent for `staleMs`. */
export async function claimJob(
  database: Database,
  kinds: readonly string[],
  staleMs: number,
): Promise<Claim | undefined> {
  const { rows } = await database.pool.query<ClaimRow>(
    `update platform.job set state = 'running', heartbeat_at = now(), attempts = attempts + 1, progress = 0, progress_note = ''
     from platform.municipality
     where municipality.code = job.municipality_code and job.id = (
       select id from platform.job where kind = any($1) and (${readyRow}) order by run_after, id limit 1 for update skip locked)
     returning job.id, job.kind, job.payload, job.attempts, job.max_attempts, job.requested_by,
               municipality.code, municipality.name, municipality.schema_name, municipality.is_unofficial, municipality.notice,
               municipality.contact`,
    [kinds, staleMs],
  );
  return rows[0] && claimOf(rows[0]);
}

function claimOf(row: ClaimRow): Claim {
  return {
    id: row.id,
    kind: row.kind,
    payload: row.payload,
    attempt: row.attempts,
    maxAttempts: row.max_attempts,
    requestedBy: row.requested_by ?? undefined,
    municipality: municipalityOf(row),
  };
}

/** Keeps the job alive. @returns false when it was cancelled, or another worker has it. */
export async function keepAlive(
  database: Database,
  claim: Claim,
  step?: { percent: number; note: string },
): Promise<boolean> {
  const { rows } = await database.pool.query<{ cancel_requested: boolean }>(
    `update platform.job set heartbeat_at = now(), progress = coalesce($3, progress), progress_note = coalesce($4, progress_note)
     where id = $1 and attempts = $2 and state = 'running' returning cancel_requested`,
    [claim.id, claim.attempt, step ? Math.max(0, Math.min(100, Math.round(step.percent))) : null, step?.note ?? null],
  );
  return rows[0]?.cancel_requested === false;
}

export async function markDone(database: Database, claim: Claim, result: Json): Promise<void> {
  await settle(
    database,
    claim,
    "state = 'done', progress = 100, result = $3, failure = null, finished_at = now()",
    JSON.stringify(result),
  );
}

export async function markCancelled(database: Database, claim: Claim): Promise<void> {
  await settle(database, claim, "state = 'cancelled', finished_at = now()");
}

export async function markFailed(database: Database, claim: Claim, reason: string): Promise<void> {
  await settle(database, claim, "state = 'failed', failure = $3, finished_at = now()", reason);
}

/** Lets the job be tried again after a pause, with the reason of this failure kept. */
export async function postpone(database: Database, claim: Claim, reason: string, afterMs: number): Promise<void> {
  const later = `state = 'waiting', failure = $3, run_after = now() + ${Math.round(afterMs)} * interval '1 millisecond'`;
  await settle(database, claim, later, reason);
}

/** Puts the job back as if it had not been taken: the server stops, the job is not to blame. */
export async function giveBack(database: Database, claim: Claim): Promise<void> {
  await settle(database, claim, "state = 'waiting', attempts = attempts - 1, progress = 0");
}

function settle(database: Database, claim: Claim, assignments: string, value?: string): Promise<pg.QueryResult> {
  const text = `update platform.job set ${assignments} where id = $1 and attempts = $2 and state = 'running'`;
  return database.pool.query(text, value === undefined ? [claim.id, claim.attempt] : [claim.id, claim.attempt, value]);
}
