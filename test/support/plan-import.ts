import type { Ctx } from "#domain/audit/index.ts";
import { answerQuestions, chooseSheet, mapColumns, startImport } from "#domain/plan/import/actions/steps.ts";
import { applyImport, requestApplication, type Application } from "#domain/plan/import/actions/application.ts";
import { noGrounds } from "#domain/plan/indicators/grounds.ts";
import { facetLabel } from "#domain/plan/import/difference/facets.ts";
import type { FacetChange } from "#domain/plan/import/difference/difference.ts";
import type { Answer, ImportPlan, Question } from "#domain/plan/import/model.ts";
import { compareImport, importCase, likelyTab, readImport, sheetView } from "#domain/plan/import/queries.ts";
import { parseSheetFile } from "#export/sheet/parse.ts";

export interface Choices {
  readonly remove: readonly string[];
  readonly keep: readonly string[];
}

/** Opens an import and confirms every guess: sheet, header and columns. @returns its id */
export async function openImport(ctx: Ctx, planId: string, file: { name: string; bytes: Uint8Array }): Promise<string> {
  const workbook = parseSheetFile(file);
  if (!workbook.ok) throw new Error(workbook.refusal.message);
  const upload = { planId, ...file, mediaType: "application/octet-stream", workbook: workbook.value };
  const started = await startImport(ctx, upload);
  if (!started.ok) throw new Error(started.refusal.message);
  const { id } = started.value;
  const theCase = await importCase(ctx, id);
  const sheet = await likelyTab(ctx, theCase);
  const { header } = await sheetView(ctx, theCase, sheet);
  if (!header) throw new Error("no header was found");
  await chooseSheet(ctx, { id, sheet, header, includesHidden: false });
  const columns = (await importCase(ctx, id)).planImport.mapping?.columns ?? [];
  const mapped = await mapColumns(ctx, { id, columns: columns.map(({ role, year }) => ({ role, year })) });
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.refusal));
  return id;
}

/** A CSV of one's own, lines as a test writes them. */
export function csvFile(...lines: readonly string[]): { name: string; bytes: Uint8Array } {
  return { name: "計画.csv", bytes: new Uint8Array(Buffer.from(lines.join("\n"), "utf8")) };
}

export async function readNow(ctx: Ctx, id: string): Promise<ImportPlan> {
  return readImport(ctx, await importCase(ctx, id));
}

/** Takes the first option of a question, as a clerk in a hurry would. */
export function firstOption(question: Question): Answer {
  return { choice: question.options[0]?.key ?? "" };
}

/** Answers until nothing is open: an answer may raise another question. @returns how many were asked */
export async function answerAll(
  ctx: Ctx,
  id: string,
  answerOf: (question: Question) => Answer = firstOption,
): Promise<number> {
  for (let asked = 0; ;) {
    const { openQuestions } = await readNow(ctx, id);
    if (openQuestions.length === 0) return asked;
    asked += openQuestions.length;
    const answers = Object.fromEntries(openQuestions.map((question) => [question.id, answerOf(question)]));
    await answerQuestions(ctx, { id, answers });
  }
}

export async function compareNow(ctx: Ctx, id: string) {
  const theCase = await importCase(ctx, id);
  return compareImport(ctx, theCase, await readImport(ctx, theCase));
}

/** Asks for the application and does what the job does. */
export async function applyNow(
  ctx: Ctx,
  id: string,
  choices: Choices = { remove: [], keep: [] },
  said: Partial<Pick<Application, "actualState" | "grounds">> = {},
) {
  const { fingerprint } = await compareNow(ctx, id);
  const asked = { id, choices, actualState: "draft" as const, grounds: noGrounds, ...said, fingerprint };
  const requested = await requestApplication(ctx, asked);
  return requested.ok ? applyImport(ctx, { id, fingerprint }, async () => {}) : requested;
}

/** What a comparison says, a line each: ＋ added, 〜 changed, ！ conflict, － missing. */
export async function differenceLines(ctx: Ctx, id: string): Promise<string[]> {
  const { difference } = await compareNow(ctx, id);
  return [
    ...difference.addedNodes.map(({ title }) => `＋ ${title}`),
    ...difference.addedIndicators.map(({ name }) => `＋ ${name}`),
    ...difference.changedNodes.flatMap(({ present, facets }) => facetLines(present.content.title, facets)),
    ...difference.changedIndicators.flatMap(({ present, facets }) => facetLines(present.content.name, facets)),
    ...difference.missingNodes.map(({ content }) => `－ ${content.title}`),
    ...difference.missingIndicators.map(({ content }) => `－ ${content.name}`),
  ];
}

function facetLines(name: string, facets: readonly FacetChange[]): string[] {
  return facets.map(
    ({ facet, from, to, isConflict }) => `${isConflict ? "！" : "〜"} ${name}：${facetLabel(facet)} ${from}→${to}`,
  );
}
