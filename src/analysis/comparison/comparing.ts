import { keptWorker } from "#platform/files/kept-worker.ts";
import type { Block } from "./block.ts";
import type { ComparisonRow } from "./comparison.ts";

/** Two documents as they are compared. */
export interface Documents {
  readonly old: readonly Block[];
  readonly fresh: readonly Block[];
}

const inWorker = keptWorker("comparison", { milliseconds: 60_000, megabytes: 512 });
const kept = new Map<string, Promise<readonly ComparisonRow[]>>();
const mostKept = 8;

/**
 * Compares two documents that never change, in a worker, so that no page waits for it; what was compared last is kept, since a reader
 * who narrows a table or takes it home asks for the same rows again.
 * @param name what no other two documents share: their hashes
 */
export async function comparedRows(name: string, documents: () => Documents): Promise<readonly ComparisonRow[]> {
  const known = kept.get(name);
  const rows = known ?? (inWorker.answer(documents()) as Promise<readonly ComparisonRow[]>); // what comparison.worker.ts answers
  kept.delete(name);
  kept.set(name, rows); // now the last
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  rows.catch(() => kept.delete(name));
  return rows;
}
