import type { Ctx } from "#domain/audit/index.ts";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Sheet } from "#kernel/sheet.ts";
import { sheetAt, sheetTabs, type SheetTab } from "#platform/files/kept-sheets.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import type { District } from "../district.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices } from "../permissions.ts";
import { occasionById } from "../queries/occasions.ts";
import { districtsIn } from "../store/districts.ts";
import type { Question } from "./questions.ts";
import { readVoices, type Reading } from "./reading.ts";
import { importIn, importsOf, originsOf, wasTakenBefore } from "./store.ts";
import type { VoiceImport } from "./voice-import.ts";

export async function listVoiceImports(ctx: Ctx, occasion: Occasion): Promise<VoiceImport[]> {
  permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
  return importsOf(ctx.db, occasion.id);
}

/** An import with what a page shows of it. */
export interface VoiceImportCase {
  readonly voiceImport: VoiceImport;
  readonly occasion: Occasion;
  readonly tabs: readonly SheetTab[];
  readonly sheet: Sheet;
}

/** @throws NotFound */
export async function voiceImportCase(ctx: Ctx, id: string): Promise<VoiceImportCase> {
  const voiceImport = isId(id) ? await importIn(ctx.db, id) : undefined;
  if (!voiceImport) throw new NotFound(`import ${id}`);
  const occasion = await occasionById(ctx, voiceImport.occasionId);
  permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
  const { fileId, settings } = voiceImport;
  const sheet = await sheetAt(ctx.db, fileId, settings.sheet);
  if (!sheet) throw new NotFound(`sheet of import ${id}`);
  return { voiceImport, occasion, sheet, tabs: await sheetTabs(ctx.db, fileId) };
}

export async function voiceImportFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const { voiceImport } = await voiceImportCase(ctx, id);
  const file = await storedFile(ctx.db, voiceImport.fileId);
  if (!file) throw new NotFound(`file of import ${id}`);
  return file;
}

/** What the file says, what is asked about it, and the mark by which what is applied is what was looked at. */
export interface VoiceImportPreview extends Reading {
  readonly districts: readonly District[];
  readonly fingerprint: string;
}

export async function voiceImportPreview(
  ctx: Pick<Ctx, "db" | "clock">,
  { voiceImport, sheet }: Pick<VoiceImportCase, "voiceImport" | "sheet">,
): Promise<VoiceImportPreview> {
  const { settings } = voiceImport;
  const districts = await districtsIn(ctx.db);
  const reading = readVoices({ sheet, settings, districts, today: ctx.clock.today() });
  const same = (await wasTakenBefore(ctx.db, voiceImport)) ? [sameFile(voiceImport)] : [];
  return { ...reading, questions: [...same, ...reading.questions], districts, fingerprint: fingerprintOf(reading) };
}

function sameFile({ settings }: VoiceImport): Question {
  return { key: "sameFile:", kind: "sameFile", value: "", rows: [], answer: settings.answers["sameFile:"] };
}

function fingerprintOf({ voices, remarks }: Reading): string {
  const said = voices.map(({ entry: { sender, ...entry }, ...voice }) => ({ ...voice, ...entry, ...sender }));
  return sha256(canonicalJson([said, remarks.length]));
}

/** Which number each row of the file has in the ledger. */
export async function voiceImportOrigins(ctx: Ctx, id: string) {
  const { voiceImport } = await voiceImportCase(ctx, id);
  return originsOf(ctx.db, voiceImport.id);
}
