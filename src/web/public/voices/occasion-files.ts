import { answerFile } from "#export/answer-paper/answer-file.ts";
import type { AnswerPaperContent } from "#export/answer-paper/answer-paper.ts";
import { isOfficeFileEnding, type OfficeFileEnding } from "#export/office-file.ts";
import { undecidedStamp } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { download } from "#web/answer.tsx";
import type { Site } from "#web/site.ts";
import type { VoicesEdition } from "./edition.ts";

const labels: Readonly<Record<OfficeFileEnding, string>> = { pdf: "PDF", docx: "Word", xlsx: "Excel" };
const stem = "answers";

/** The files of a result table, by their names in addresses. */
export const answerFileNames = Object.entries(labels).map(([ending, label]) => ({ file: `${stem}.${ending}`, label }));

/** The table of one occasion as a file, made of its publication alone: the same bytes each time. Undefined for another name. */
export async function answersOf(site: Site, edition: VoicesEdition, file: string): Promise<Response | undefined> {
  const [name, ending = ""] = file.split(".");
  if (name !== stem || !isOfficeFileEnding(ending)) return undefined;
  const made = await madeOnce(site, edition, ending);
  return download(made.bytes, made.name, made.mediaType);
}

type Made = ReturnType<typeof answerFile>;
const madeOf = new WeakMap<VoicesEdition["snapshot"], Map<string, Made>>();

/** A long table takes many seconds to write, so that all who ask for it wait for the same writing. */
function madeOnce(site: Site, edition: VoicesEdition, ending: OfficeFileEnding): Made {
  const files = madeOf.get(edition.snapshot) ?? new Map<string, Made>();
  madeOf.set(edition.snapshot, files);
  const key = `${edition.head.id}.${ending}`;
  const known = files.get(key);
  if (known) return known;
  const making = answerFile(ending, contentOf(site, edition));
  files.set(key, making);
  making.catch(() => files.delete(key));
  return making;
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
