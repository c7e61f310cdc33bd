import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "#platform/database/index.ts";
import type { Log } from "#platform/http/log.ts";
import { claimJob, giveBack, keepAlive, markCancelled, markDone, markFailed, postpone, type Claim } from "./claims.ts";
import { Cancelled, PermanentFailure, type JobHandler, type Progress } from "./handler.ts";

export interface JobWorkerOptions {
  readonly database: Database;
  /** One handler for each kind; kinds without a handler are left to other processes. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly log: Log;
  /** Jobs run side by side; 2 when not said. */
  readonly lanes?: number;
  readonly timing?: Partial<JobTiming>;
}

/** Milliseconds. */
export interface JobTiming {
  /** Between two looks at an empty queue. */
  readonly poll: number;
  readonly heartbeat: number;
  /** Silence after which a running job counts as abandoned. */
  readonly stale: number;
  /** Pause before the second try; four times as long before each later one, at most an hour. */
  readonly firstRetry: number;
  /** How long `stop` waits for handlers to reach their next progress. */
  readonly stop: number;
}

const usualTiming: JobTiming = { poll: 500, heartbeat: 5_000, stale: 15_000, firstRetry: 5_000, stop: 10_000 };

export interface JobWorker {
  /** Takes no more jobs, stops running ones at their next progress and puts them back on the queue. */
  stop(): Promise<void>;
}

/** Thrown out of `progress` when the server stops. */
class Stopping extends Error {}

interface Desk {
  readonly options: JobWorkerOptions;
  readonly timing: JobTiming;
  readonly stopping: AbortController;
}

/** Works off the queue in this process until stopped. A job whose process dies is taken again by any worker. */
export function startJobWorker(options: JobWorkerOptions): JobWorker {
  const desk = { options, timing: { ...usualTiming, ...options.timing }, stopping: new AbortController() };
  const lanes = Array.from({ length: options.lanes ?? 2 }, () => lane(desk));
  return {
    async stop() {
      desk.stopping.abort();
      await Promise.race([Promise.all(lanes), pause(desk.timing.stop, undefined, { ref: false })]);
    },
  };
}

async function lane(desk: Desk): Promise<void> {
  const { signal } = desk.stopping;
  while (!signal.aborted) {
    const worked = await workOnce(desk).catch((error: unknown) => {
      if (!signal.aborted) desk.options.log("error", "job queue cannot be reached", { error: String(error) });
      return false;
    });
    if (!worked) await pause(desk.timing.poll, undefined, { signal }).catch(() => {});
  }
}

async function workOnce(desk: Desk): Promise<boolean> {
  const { database, handlers } = desk.options;
  const claim = await claimJob(database, Object.keys(handlers), desk.timing.stale);
  const handler = claim && handlers[claim.kind];
  if (!claim || !handler) return false;
  if (claim.attempt > claim.maxAttempts) {
    await markFailed(database, claim, "処理の途中でサーバーが止まることが続いたため、中止しました。");
    return true;
  }
  await runClaim(desk, claim, handler);
  return true;
}

async function runClaim(desk: Desk, claim: Claim, handler: JobHandler): Promise<void> {
  const { database } = desk.options;
  const heart = setInterval(() => void keepAlive(database, claim).catch(() => {}), desk.timing.heartbeat);
  try {
    const progress = progressOf(desk, claim);
    await progress(0);
    await markDone(database, claim, await handler(claim, progress));
  } catch (error) {
    await settleFailure(desk, claim, error);
  } finally {
    clearInterval(heart);
  }
}

function progressOf(desk: Desk, claim: Claim): Progress {
  return async (percent, note = "") => {
    if (desk.stopping.signal.aborted) throw new Stopping();
    if (!(await keepAlive(desk.options.database, claim, { percent, note }))) throw new Cancelled();
  };
}

async function settleFailure(desk: Desk, claim: Claim, error: unknown): Promise<void> {
  const { database, log } = desk.options;
  if (error instanceof Stopping) return giveBack(database, claim);
  if (error instanceof Cancelled) return markCancelled(database, claim);
  const reason = error instanceof Error ? error.message : String(error);
  const isLast = error instanceof PermanentFailure || claim.attempt >= claim.maxAttempts;
  log("warn", "job failed", { job: claim.id, kind: claim.kind, attempt: claim.attempt, isLast, error: reason });
  if (isLast) return markFailed(database, claim, reason);
  await postpone(database, claim, reason, Math.min(desk.timing.firstRetry * 4 ** (claim.attempt - 1), 3_600_000));
}
