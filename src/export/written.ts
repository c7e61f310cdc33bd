import type { Writing, Written } from "./paper-writer.ts";

/**
 * Writes a file here and now; pages and jobs let `write` do it in a worker. Each form loads its own writer alone: to load them all
 * takes a second.
 */
export async function written(writing: Writing): Promise<Written> {
  if (writing.form === "pdf") {
    const { pdfOf } = await import("./paper/pdf.ts");
    return pdfOf(writing.paper);
  }
  return { bytes: await officeBytes(writing), pages: null, missingSigns: "" };
}

async function officeBytes(writing: Exclude<Writing, { form: "pdf" }>): Promise<Written["bytes"]> {
  if (writing.form === "word") {
    const { wordOf } = await import("./paper/word/index.ts");
    return wordOf(writing.paper);
  }
  const { workbookBytes } = await import("./workbook/index.ts");
  return workbookBytes(writing.workbook);
}
