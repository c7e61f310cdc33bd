import type { TemplateReport } from "#domain/plan/index.ts";
import { refuse, type Result } from "#kernel/result.ts";
import { runInWorker, WorkStopped } from "#platform/files/worker.ts";
import { wordLimits } from "./word-reading/limits.ts";
import { wordRefusals } from "./word-reading/refusals.ts";

/**
 * Checks an uploaded template (ひな形) in a worker with limits on size, unpacking, time and memory: what was found in it. Refuses, in
 * words for the clerk, whatever can't be one.
 */
export async function checkTemplateFile(bytes: Uint8Array): Promise<Result<TemplateReport>> {
  if (bytes.length > wordLimits.bytes) return refuse(wordRefusals.tooLarge);
  try {
    return (await runInWorker("template-checker", bytes, wordLimits)) as Result<TemplateReport>; // what template-checker.worker.ts posts
  } catch (error) {
    if (error instanceof WorkStopped)
      return refuse(error.reason === "tooLong" ? wordRefusals.tooLong : wordRefusals.unpacksTooLarge);
    throw error;
  }
}
