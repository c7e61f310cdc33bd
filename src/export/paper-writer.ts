import { keptWorker } from "#platform/files/kept-worker.ts";
import type { Paper } from "./paper/paper.ts";
import type { TemplateToFill } from "./paper/word/index.ts";
import { warmingPaper } from "./warming-paper.ts";
import type { Workbook } from "./workbook/index.ts";

/** What is to be written: a paper as PDF or Word, or a workbook as Excel. */
export type Writing =
  | { readonly form: "pdf"; readonly paper: Paper }
  | { readonly form: "word"; readonly paper: Paper; readonly template?: TemplateToFill | undefined }
  | { readonly form: "excel"; readonly workbook: Workbook }
  /** The template (ひな形) from which a city may begin. */
  | { readonly form: "template" };

/** A written file; pages are known of a PDF. */
export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number | null;
  /** Signs that the PDF's font lacks; 「〓」 stands in their places. */
  readonly missingSigns: string;
}

/** Room for a plan of many hundred pages on a slow machine. */
export const writingLimits = { milliseconds: 180_000, megabytes: 1_024, youngMegabytes: 192 };

/** How far the writing of a paper is: so many of its parts are set out, its pages are being set, its file is being made, it is put into the city's template. */
export type WritingStep =
  | { readonly stage: "parts"; readonly done: number; readonly of: number }
  | { readonly stage: "pages" }
  | { readonly stage: "template" }
  | { readonly stage: "file" };

/** Starting a worker and making its code quick takes longer than the writing itself, so it stays for the next paper. */
const inWorker = keptWorker("paper-writer", writingLimits);

/** Writes a file in a worker, so that no page waits for it. The same writing gives the same bytes. */
export async function write(writing: Writing, told?: (step: WritingStep) => void): Promise<Written> {
  const heard = told && ((step: unknown) => told(step as WritingStep)); // written.ts tells nothing else
  return (await inWorker.answer(writing, heard)) as Written; // what paper-writer.worker.ts answers
}

/** For who looks at papers and may soon want one: loads in the meantime what Word needs, the slowest to load. */
export function warmWriter(): void {
  inWorker.warm({ form: "word", paper: warmingPaper() });
}
