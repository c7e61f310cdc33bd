import type { Writing, Written, WritingStep } from "./paper-writer.ts";

/**
 * Writes a file here and now; pages and jobs let `write` do it in a worker. Each form loads its own writer alone: to load them all
 * takes a second.
 */
export async function written(writing: Writing, tell: (step: WritingStep) => void = () => {}): Promise<Written> {
  if (writing.form === "pdf") {
    const { pdfOf } = await import("./paper/pdf.ts");
    tell({ stage: "pages" });
    return pdfOf(writing.paper);
  }
  return { bytes: await officeBytes(writing, tell), pages: null, missingSigns: "" };
}

async function officeBytes(
  writing: Exclude<Writing, { form: "pdf" }>,
  tell: (step: WritingStep) => void,
): Promise<Written["bytes"]> {
  if (writing.form === "word") {
    const { wordOf } = await import("./paper/word/index.ts");
    return wordOf(writing.paper, { tell, template: writing.template });
  }
  if (writing.form === "template") {
    const { sampleTemplate } = await import("./word-template/sample.ts");
    return sampleTemplate();
  }
  const { workbookBytes } = await import("./workbook/index.ts");
  return workbookBytes(writing.workbook);
}
