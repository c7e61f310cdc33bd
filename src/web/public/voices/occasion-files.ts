import { answerFile, isAnswerFileEnding, type AnswerFileEnding } from "#export/answer-paper/answer-file.ts";
import type { AnswerPaperContent } from "#export/answer-paper/answer-paper.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { download } from "#web/answer.tsx";
import type { Site } from "#web/site.ts";
import type { VoicesEdition } from "./edition.ts";

const labels: Readonly<Record<AnswerFileEnding, string>> = { pdf: "PDF", docx: "Word", xlsx: "Excel" };
const stem = "answers";

/** The files of a result table, by their names in addresses. */
export const answerFileNames = Object.entries(labels).map(([ending, label]) => ({ file: `${stem}.${ending}`, label }));

/** The table of one occasion as a file, made of its publication alone: the same bytes each time. Undefined for another name. */
export async function answersOf(site: Site, edition: VoicesEdition, file: string): Promise<Response | undefined> {
  const [name, ending = ""] = file.split(".");
  if (name !== stem || !isAnswerFileEnding(ending)) return undefined;
  const made = await answerFile(ending, contentOf(site, edition));
  return download(made.bytes, made.name, made.mediaType);
}

function contentOf(site: Site, { head, snapshot }: VoicesEdition): AnswerPaperContent {
  const isSample = site.notice.includes("見本");
  return {
    city: site.name,
    day: tokyoDay(head.publishedAt),
    marks: [isSample ? "見本" : "", head.openness === "discussion" ? undecidedStamp : ""].filter(Boolean),
    title: `${snapshot.occasion.title}　意見と市の考え方`,
    statement: "",
    rows: snapshot.topics,
  };
}
