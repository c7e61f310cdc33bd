import type { TemplateReport } from "#domain/plan/index.ts";
import type { Result } from "#kernel/result.ts";
import { lookedAtInWorker } from "./word-reading/in-worker.ts";

/**
 * Checks an uploaded template (ひな形) in a worker with limits on size, unpacking, time and memory: what was found in it. Refuses, in
 * words for the clerk, whatever can't be one.
 */
export async function checkTemplateFile(bytes: Uint8Array): Promise<Result<TemplateReport>> {
  return (await lookedAtInWorker("template-checker", bytes)) as Result<TemplateReport>; // what template-checker.worker.ts posts
}
