import type { Ctx } from "#domain/audit/index.ts";
import { answerTable, decisionPage, occasionById } from "#domain/voices/index.ts";
import { answerPaper } from "#export/answer-paper/answer-paper.ts";
import { answerWorkbook } from "#export/answer-paper/answer-workbook.ts";
import { write, type Writing } from "#export/paper-writer.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The table of answers (意見と市の考え方) of an occasion as Word, PDF or Excel. */
export async function tableFile({ ctx, params }: Visit): Promise<Response> {
  const occasion = await occasionById(ctx, params["occasion"] ?? "");
  const lines = await answerTable(ctx, { occasionId: occasion.id });
  const content = { ...wordsOf(ctx), title: `${occasion.title}　意見と市の考え方`, statement: "", lines };
  return fileOf(params["ending"] ?? "", content);
}

/** A decision's draft (起案文と別紙) as Word or PDF. */
export async function decisionFile({ ctx, params }: Visit): Promise<Response> {
  const { decision } = await decisionPage(ctx, params["decision"] ?? "");
  const lines = decision.occasionId ? await answerTable(ctx, { occasionId: decision.occasionId }) : [];
  return fileOf(params["ending"] ?? "", {
    ...wordsOf(ctx),
    title: decision.title,
    statement: decision.statement,
    lines,
  });
}

function wordsOf({ municipality, clock }: Ctx) {
  return { city: municipality.name, day: clock.today(), marks: municipality.notice.includes("見本") ? ["見本"] : [] };
}

async function fileOf(ending: string, content: Parameters<typeof answerPaper>[0]): Promise<Response> {
  const mediaType = mediaTypes[ending];
  if (!mediaType) throw new NotFound();
  const { bytes } = await write(writingOf(ending, content));
  return download(bytes, `${content.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`, mediaType);
}

function writingOf(ending: string, content: Parameters<typeof answerPaper>[0]): Writing {
  if (ending === "xlsx") return { form: "excel", workbook: answerWorkbook(content) };
  return { form: ending === "pdf" ? "pdf" : "word", paper: answerPaper(content) };
}
