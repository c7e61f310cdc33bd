import { refuse, type Result } from "#kernel/result.ts";
import { runInWorker, WorkStopped } from "#platform/files/worker.ts";
import { wordLimits } from "./limits.ts";
import { wordRefusals } from "./refusals.ts";

/**
 * Lets a worker with limits on size, time and memory look at an uploaded Word file. Whatever a file makes the worker do, it is refused
 * in words for the clerk; `runInWorker` logs that the worker itself failed.
 */
export async function lookedAtInWorker(name: string, bytes: Uint8Array): Promise<Result<unknown>> {
  if (bytes.length > wordLimits.bytes) return refuse(wordRefusals.tooLarge);
  try {
    return (await runInWorker(name, bytes, wordLimits)) as Result<unknown>; // what the workers for Word files post
  } catch (error) {
    if (error instanceof WorkStopped)
      return refuse(error.reason === "tooLong" ? wordRefusals.tooLong : wordRefusals.unpacksTooLarge);
    return refuse(wordRefusals.unreadable);
  }
}
