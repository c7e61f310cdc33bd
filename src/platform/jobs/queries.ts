import { sql } from "kysely";
import type { PlatformDb } from "#platform/database/index.ts";

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

/** Anything that reaches the shared tables: the database, or the context of a request. */
export interface JobsHome {
  readonly platform: Pick<PlatformDb, "selectFrom" | "updateTable">;
}

/** A job as staff see it. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** 0–100. */
  readonly progress: number;
  readonly progressNote: string;
  readonly result: unknown;
  /** Why it failed, in Japanese where the handler said so. */
  readonly failure: string | undefined;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly isCancelRequested: boolean;
  readonly requestedBy: string | undefined;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
}

const columns = [
  "id",
  "kind",
  "state",
  "progress",
  "progress_note",
  "result",
  "failure",
  "attempts",
  "max_attempts",
  "cancel_requested",
  "requested_by",
  "created_at",
  "finished_at",
] as const;

/** One job of the municipality, or undefined: another municipality's job is not found. */
export async function jobById(database: JobsHome, municipalityCode: string, id: string): Promise<JobView | undefined> {
  const row = await jobsTable(database, municipalityCode).where("id", "=", id).executeTakeFirst();
  return row && view(row);
}

/** The municipality's newest jobs, newest first. */
export async function jobsOf(database: JobsHome, municipalityCode: string, limit = 100): Promise<JobView[]> {
  const rows = await jobsTable(database, municipalityCode).orderBy("id", "desc").limit(limit).execute();
  return rows.map(view);
}

/** How many jobs of the deployment wait for a worker. */
export async function countWaiting(database: JobsHome): Promise<number> {
  const counted = await database.platform
    .selectFrom("job")
    .select((count) => count.fn.countAll<number>().as("waiting"))
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return counted.waiting;
}

/**
 * Asks a job to stop. One that waits is cancelled at once; one that runs stops at its next progress.
 * @returns whether there was such a job, unfinished
 */
export async function requestCancel(database: JobsHome, municipalityCode: string, id: string): Promise<boolean> {
  const waiting = sql<boolean>`state = 'waiting'`;
  const changed = await database.platform
    .updateTable("job")
    .set({
      cancel_requested: true,
      state: sql<string>`case when ${waiting} then 'cancelled' else state end`,
      finished_at: sql<Date | null>`case when ${waiting} then now() end`,
    })
    .where("id", "=", id)
    .where("municipality_code", "=", municipalityCode)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/**
 * Puts a failed or cancelled job back on the queue with its tries counted afresh.
 * @returns whether there was such a job
 */
export async function retryJob(database: JobsHome, municipalityCode: string, id: string): Promise<boolean> {
  const afresh = {
    state: "waiting",
    attempts: 0,
    progress: 0,
    progress_note: "",
    failure: null,
    cancel_requested: false,
  };
  const changed = await database.platform
    .updateTable("job")
    .set({ ...afresh, finished_at: null, run_after: sql<Date>`now()` })
    .where("id", "=", id)
    .where("municipality_code", "=", municipalityCode)
    .where("state", "in", ["failed", "cancelled"])
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function jobsTable(database: JobsHome, municipalityCode: string) {
  return database.platform.selectFrom("job").select(columns).where("municipality_code", "=", municipalityCode);
}

type Row = Awaited<ReturnType<ReturnType<typeof jobsTable>["execute"]>>[number];

function view(row: Row): JobView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as JobState, // the table's check constraint holds these five words
    progress: row.progress,
    progressNote: row.progress_note,
    result: row.result,
    failure: row.failure ?? undefined,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    isCancelRequested: row.cancel_requested,
    requestedBy: row.requested_by ?? undefined,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
  };
}
