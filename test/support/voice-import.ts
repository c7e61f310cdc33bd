import type { Ctx } from "#domain/audit/index.ts";
import {
  answerVoiceQuestions,
  applyVoiceImport,
  confirmVoiceColumns,
  requestVoiceImport,
  startVoiceImport,
  voiceImportCase,
  voiceImportPreview,
  type Occasion,
  type VoiceImportPreview,
} from "#domain/voices/index.ts";
import type { ImportSettings, ImportSummary } from "#domain/voices/import/voice-import.ts";
import { parseSheetFile } from "#export/sheet/parse.ts";
import type { Result } from "#kernel/result.ts";
import { accepted } from "./results.ts";

export interface VoiceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens an import and confirms every guess, changed where a test says so. @returns its id */
export async function openVoices(
  ctx: Ctx,
  occasion: Occasion,
  file: VoiceFile,
  change: Partial<ImportSettings> = {},
): Promise<string> {
  const workbook = accepted(parseSheetFile({ ...file, isLenient: true }));
  const input = { ...file, occasionId: occasion.id, mediaType: "text/csv", workbook };
  const { id } = accepted(await startVoiceImport(ctx, input));
  const { settings } = (await voiceImportCase(ctx, id)).voiceImport;
  accepted(await confirmVoiceColumns(ctx, { ...settings, ...change, id }));
  return id;
}

export async function voicesPreview(ctx: Ctx, id: string): Promise<VoiceImportPreview> {
  return voiceImportPreview(ctx, await voiceImportCase(ctx, id));
}

/** Answers each question by its kind. */
export async function answerKinds(ctx: Ctx, id: string, answers: Readonly<Record<string, string>>): Promise<void> {
  const { questions } = await voicesPreview(ctx, id);
  const byKey = Object.fromEntries(questions.map(({ key, kind }) => [key, answers[kind] ?? ""]));
  accepted(await answerVoiceQuestions(ctx, { id, answers: byKey }));
}

/** Asks for the import as it stands and does the job's work. */
export async function applyVoices(ctx: Ctx, id: string): Promise<Result<ImportSummary>> {
  const { fingerprint } = await voicesPreview(ctx, id);
  const asked = await requestVoiceImport(ctx, { id, fingerprint });
  return asked.ok ? applyVoiceImport(ctx, { id, fingerprint }, async () => {}) : asked;
}
