import { write } from "../paper-writer.ts";
import { newsletterPaper, type NewsletterContent } from "./newsletter.ts";

/** The forms in which a newsletter is handed out, by the ending of the file's name. */
export const newsletterFileTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export type NewsletterEnding = keyof typeof newsletterFileTypes;

/** 「round-1.pdf」 as the name and the ending; undefined for another name. */
export function newsletterFileIn(
  file: string,
): { readonly name: string; readonly ending: NewsletterEnding } | undefined {
  const [name = "", ending = ""] = file.split(".");
  return ending === "pdf" || ending === "docx" ? { name, ending } : undefined;
}

/** An issue as a file. The same content gives the same bytes. */
export async function newsletterFile(ending: NewsletterEnding, content: NewsletterContent) {
  const paper = newsletterPaper(content);
  const { bytes } = await write({ form: ending === "pdf" ? "pdf" : "word", paper });
  const name = `${paper.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`;
  return { bytes, name, mediaType: newsletterFileTypes[ending] };
}
