import { pdfOf } from "./paper/pdf.ts";
import { wordOf } from "./paper/word/index.ts";
import type { Writing, Written } from "./paper-writer.ts";
import { workbookBytes } from "./workbook/index.ts";

/** Writes a file here and now; pages and jobs let `write` do it in a worker. */
export async function written(writing: Writing): Promise<Written> {
  if (writing.form === "pdf") return pdfOf(writing.paper);
  const bytes = "paper" in writing ? await wordOf(writing.paper) : await workbookBytes(writing.workbook);
  return { bytes, pages: null, missingSigns: "" };
}
