import { keptWorker } from "#platform/files/kept-worker.ts";
import type { Paper } from "./paper/paper.ts";
import type { Workbook } from "./workbook/index.ts";

/** What is to be written: a paper as PDF or Word, or a workbook as Excel. */
export type Writing =
  | { readonly form: "pdf"; readonly paper: Paper }
  | { readonly form: "word"; readonly paper: Paper }
  | { readonly form: "excel"; readonly workbook: Workbook };

/** A written file; pages are known of a PDF. */
export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number | null;
  /** Signs that the PDF's font lacks; 「〓」 stands in their places. */
  readonly missingSigns: string;
}

/** Room for a plan of many hundred pages on a slow machine. */
export const writingLimits = { milliseconds: 180_000, megabytes: 1_024 };

/** Starting a worker and making its code quick takes longer than the writing itself, so it stays for the next paper. */
const inWorker = keptWorker("paper-writer", writingLimits);

/** Writes a file in a worker, so that no page waits for it. The same writing gives the same bytes. */
export async function write(writing: Writing): Promise<Written> {
  return (await inWorker(writing)) as Written; // what paper-writer.worker.ts answers
}
