import { officeFile, type OfficeFile, type OfficeFileEnding } from "../office-file.ts";
import { answerPaper, type AnswerPaperContent } from "./answer-paper.ts";
import { answerWorkbook } from "./answer-workbook.ts";

/** A table of answers as a file. */
export async function answerFile(ending: OfficeFileEnding, content: AnswerPaperContent): Promise<OfficeFile> {
  return officeFile(ending, {
    title: content.title,
    paper: () => answerPaper(content),
    workbook: () => answerWorkbook(content),
  });
}
