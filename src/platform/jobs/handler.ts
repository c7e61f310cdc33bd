import type { Json } from "#kernel/canonical-json.ts";
import type { Municipality } from "#platform/database/index.ts";

/** A job as its handler sees it. The payload is what was enqueued; the handler parses it with its own schema. */
export interface JobInHand {
  readonly id: string;
  readonly payload: unknown;
  readonly municipality: Municipality;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly requestedBy: string | undefined;
}

/**
 * Notes how far the job is (percent 0–100, with a Japanese note shown to staff) and keeps it alive. Throws `Cancelled` when a
 * person asked to stop: the handler lets it pass and whatever its transaction held is rolled back.
 */
export type Progress = (percent: number, note?: string) => Promise<void>;

/** Does the work of one kind of job. What it returns is kept as the job's result. It may be run again after a crash. */
export type JobHandler = (job: JobInHand, progress: Progress) => Promise<Json>;

/** Thrown by `progress` when the job was cancelled, or is not this worker's any more. */
export class Cancelled extends Error {
  constructor() {
    super("処理が取り消されました。");
  }
}

/** Thrown by a handler when trying again cannot help. The message (Japanese) is shown to staff as the reason. */
export class PermanentFailure extends Error {}
