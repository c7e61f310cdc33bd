import { write, type Writing } from "../paper-writer.ts";
import { answerPaper, type AnswerPaperContent } from "./answer-paper.ts";
import { answerWorkbook } from "./answer-workbook.ts";

/** The forms in which a table of answers is handed out, by the ending of the file's name. */
export const answerFileTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type AnswerFileEnding = keyof typeof answerFileTypes;

export function isAnswerFileEnding(ending: string): ending is AnswerFileEnding {
  return ending in answerFileTypes;
}

/** A table of answers as a file. The same content gives the same bytes. */
export async function answerFile(ending: AnswerFileEnding, content: AnswerPaperContent) {
  const { bytes } = await write(writingOf(ending, content));
  const name = `${content.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`;
  return { bytes, name, mediaType: answerFileTypes[ending] };
}

function writingOf(ending: AnswerFileEnding, content: AnswerPaperContent): Writing {
  if (ending === "xlsx") return { form: "excel", workbook: answerWorkbook(content) };
  return { form: ending === "pdf" ? "pdf" : "word", paper: answerPaper(content) };
}
