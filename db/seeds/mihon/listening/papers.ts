import type { Ctx } from "#domain/audit/index.ts";
import {
  answerVoiceQuestions,
  confirmVoiceColumns,
  emptyEntry,
  endEntry,
  enterSheet,
  openBatch,
  readSheet,
  receiveRequest,
  startVoiceImport,
  voiceImportCase,
  voiceImportPreview,
  voicePage,
} from "#domain/voices/index.ts";
import { parseSheetFile } from "#export/sheet/parse.ts";
import { addDays } from "#kernel/day.ts";
import { expectAccepted } from "../../outcome.ts";

const papers = [
  "通学路の点検に、地域の人も加えてください。",
  "放課後児童クラブの定員を早くふやしてください。",
  "図書館の夜間開館を楽しみにしています。",
] as const;

const table = `整理番号,受付日,区分,年代,意見
1,R8.11.20,市内に住む人,40代,避難所の空調は、体育館だけでなく公民館にもつけてください。
2,令和8年13月40日,市内に住む人,30代,この行の受付日は読めません。
3,R8.11.21,市内で働く人,,特になし
`;

/** Work in hand at the open round: papers of which a second person has read one, a file before its last step, and a request. */
export async function seedPapers(
  ctx: Ctx,
  {
    occasionId,
    planners,
  }: { readonly occasionId: string; readonly planners: readonly [(at: Ctx) => Ctx, (at: Ctx) => Ctx] },
): Promise<void> {
  const [first, second] = planners.map((planner) => planner(ctx)) as [Ctx, Ctx]; // of two planners there are two
  await typePapers({ occasionId, first, second });
  await openFile(first, occasionId);
  const { voice } = await voicePage(first, 1);
  const request = { voiceId: voice.id, kind: "correction", receivedOn: addDays(ctx.clock.today(), -3) } as const;
  expectAccepted(await receiveRequest(first, request), "a request");
}

interface Typing {
  readonly occasionId: string;
  readonly first: Ctx;
  readonly second: Ctx;
}

async function typePapers({ occasionId, first, second }: Typing): Promise<void> {
  const { id: batchId } = expectAccepted(await openBatch(first, { occasionId, title: "郵送と窓口" }), "a batch");
  const ids: string[] = [];
  for (const text of papers) {
    const words = { entry: { ...emptyEntry, text }, way: "post", receivedOn: first.clock.today() } as const;
    ids.push(expectAccepted(await enterSheet(first, { batchId, ...words }), text).id);
  }
  expectAccepted(await endEntry(first, batchId), "the end of the entry");
  expectAccepted(await readSheet(second, { batchId, sheetId: ids[0] ?? "", version: 1 }), "a second look");
}

async function openFile(ctx: Ctx, occasionId: string): Promise<void> {
  const bytes = new TextEncoder().encode(table);
  const file = { name: "窓口で受けた意見.csv", bytes };
  const workbook = expectAccepted(parseSheetFile({ ...file, isLenient: true }), file.name);
  const input = { ...file, occasionId, mediaType: "text/csv", workbook };
  const { id } = expectAccepted(await startVoiceImport(ctx, input), file.name);
  const { settings } = (await voiceImportCase(ctx, id)).voiceImport;
  expectAccepted(await confirmVoiceColumns(ctx, { ...settings, id }), "its columns");
  const { questions } = await voiceImportPreview(ctx, await voiceImportCase(ctx, id));
  const answers = Object.fromEntries(questions.map(({ key }) => [key, "leaveOut"]));
  expectAccepted(await answerVoiceQuestions(ctx, { id, answers }), "what says nothing");
}
