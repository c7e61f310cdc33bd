import type { Result } from "#kernel/result.ts";
import { lookedAtInWorker } from "./word-reading/in-worker.ts";
import { wordLimits } from "./word-reading/limits.ts";
import type { WordReading } from "./word-reading/parse.ts";

export { wordLimits };
export type { TextMark } from "./word-reading/marks.ts";
export type { WordReading, WordSection } from "./word-reading/parse.ts";

/**
 * Reads an uploaded Word file in a worker with limits on size, unpacking, time and memory: as sections with rich text, and lines on
 * what was not understood. Refuses, in words for the clerk, whatever is no Word document.
 */
export async function readWordFile(bytes: Uint8Array): Promise<Result<WordReading>> {
  return (await lookedAtInWorker("word-reader", bytes)) as Result<WordReading>; // what word-reader.worker.ts posts
}
