import type { Ctx } from "#domain/audit/index.ts";
import { answerTable, decisionPage, occasionById } from "#domain/voices/index.ts";
import { answerFile } from "#export/answer-paper/answer-file.ts";
import type { AnswerPaperContent } from "#export/answer-paper/answer-paper.ts";
import { answerRows } from "#export/answer-paper/answer-row.ts";
import { isOfficeFileEnding } from "#export/office-file.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";

/** The table of answers (意見と市の考え方) of an occasion as Word, PDF or Excel. */
export async function tableFile({ ctx, params }: Visit): Promise<Response> {
  const occasion = await occasionById(ctx, params["occasion"] ?? "");
  const lines = await answerTable(ctx, { occasionId: occasion.id });
  const content = {
    ...wordsOf(ctx),
    title: `${occasion.title}　意見と市の考え方`,
    statement: "",
    rows: answerRows(lines),
  };
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
    rows: answerRows(lines),
  });
}

function wordsOf({ municipality, clock }: Ctx) {
  return { city: municipality.name, day: clock.today(), marks: municipality.notice.includes("見本") ? ["見本"] : [] };
}

async function fileOf(ending: string, content: AnswerPaperContent): Promise<Response> {
  if (!isOfficeFileEnding(ending)) throw new NotFound();
  const { bytes, name, mediaType } = await answerFile(ending, content);
  return download(bytes, name, mediaType);
}
