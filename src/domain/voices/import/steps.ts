import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { isDay } from "#kernel/day.ts";
import { isId, newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";
import { keepSheets, sheetAt } from "#platform/files/kept-sheets.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { occasionIn } from "../actions/occasions.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices, mayManageOccasions } from "../permissions.ts";
import { occasionRefusals } from "../refusals.ts";
import { voiceImportPreview } from "./case.ts";
import { findHeadRow, guessRoles, headsOf } from "./columns.ts";
import { importRefusals } from "./labels.ts";
import { choicesOf } from "./questions.ts";
import { insertImport, lockImport, saveStep } from "./store.ts";
import type { ImportSettings, VoiceImport } from "./voice-import.ts";

export interface UploadedVoices {
  readonly occasionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

/** Starts an import (意見の取込み): keeps the original and what was read of it, and guesses what its columns hold. */
export async function startVoiceImport(ctx: Ctx, input: UploadedVoices): Promise<Result<{ readonly id: string }>> {
  return ctx.transaction(async (tx) => {
    const occasion = await occasionIn(tx, input.occasionId);
    permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
    if (occasion.settledAt) return refuse(occasionRefusals.settled);
    const settings = guessSettings(input.workbook, occasion, ctx.clock.today());
    if (!settings) return refuse(importRefusals.empty);
    const [startedAt, startedBy, id] = [ctx.clock.now(), personId(ctx.actor), newId()];
    const fileId = await storeFile(tx, { ...input, uploadedBy: startedBy, uploadedAt: startedAt });
    await keepSheets(tx, fileId, input.workbook);
    const encoding = input.workbook.encoding ?? null;
    await insertImport(tx, { id, occasionId: occasion.id, fileId, encoding, settings, startedBy, startedAt });
    await record(tx, ctx, "voices.import.started", { importId: id, occasionId: occasion.id, fileId });
    return accept({ id });
  });
}

function guessSettings({ sheets }: Workbook, occasion: Occasion, today: string): ImportSettings | undefined {
  const sheet = sheets.findIndex((each) => !each.isHidden && each.rows.length > 1);
  const content = sheets[sheet];
  if (!content) return undefined;
  const headRow = findHeadRow(content);
  return {
    sheet,
    headRow,
    roles: guessRoles(headsOf(content, headRow)),
    texts: occasion.duty === "classify" ? "each" : "joined",
    way: "file",
    receivedOn: occasion.closesOn !== null && occasion.closesOn < today ? occasion.closesOn : today,
    wishesPublication: true,
    makesPoints: occasion.duty === "classify",
    leavesFaults: false,
    answers: {},
  };
}

interface Held {
  readonly voiceImport: VoiceImport;
  readonly occasion: Occasion;
}

/** Takes one step of an import that is still open, with its row held. */
export function step<T>(ctx: Ctx, id: string, work: (tx: Tx, held: Held) => Promise<Result<T>>): Promise<Result<T>> {
  return ctx.transaction(async (tx) => {
    const voiceImport = isId(id) ? await lockImport(tx, id) : undefined;
    if (!voiceImport) throw new NotFound(`import ${id}`);
    const occasion = await occasionIn(tx, voiceImport.occasionId);
    permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
    return voiceImport.state === "open" ? work(tx, { voiceImport, occasion }) : refuse(importRefusals.notOpen);
  });
}

/** Chooses another sheet or row of heads: what the columns hold is guessed anew. */
export async function chooseVoiceTable(
  ctx: Ctx,
  { id, sheet, headRow }: { readonly id: string; readonly sheet: number; readonly headRow: number | undefined },
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { voiceImport: { settings, fileId } }) => {
    const content = await sheetAt(tx, fileId, sheet);
    if (!content) throw new NotFound(`sheet ${sheet}`);
    const row = headRow !== undefined && content.rows[headRow] ? headRow : findHeadRow(content);
    const roles = guessRoles(headsOf(content, row));
    await saveStep(tx, id, { settings: { ...settings, sheet, headRow: row, roles }, isConfirmed: false });
    await record(tx, ctx, "voices.import.tableChosen", { importId: id });
    return accept(null);
  });
}

type ChosenSettings = Omit<ImportSettings, "sheet" | "headRow" | "answers" | "leavesFaults">;

/** Confirms what the columns hold. Where every value can be read, there is nothing to ask. */
export async function confirmVoiceColumns(
  ctx: Ctx,
  { id, ...chosen }: { readonly id: string } & ChosenSettings,
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { voiceImport }) => {
    const settings = { ...voiceImport.settings, ...chosen };
    const fault = settingsFault(settings, ctx.clock.today());
    if (fault) return refuse(fault);
    const isAnswered = await nothingIsOpen(tx, ctx, { ...voiceImport, settings });
    await saveStep(tx, id, { settings, isConfirmed: true, isAnswered, refusal: null });
    await record(tx, ctx, "voices.import.confirmed", { importId: id });
    return accept(null);
  });
}

function settingsFault({ roles, receivedOn }: ImportSettings, today: string): Refusal | undefined {
  if (!roles.includes("text")) return importRefusals.noText;
  const once = roles.filter((role) => role !== "text" && role !== "ignore");
  if (new Set(once).size < once.length) return importRefusals.twice;
  return isDay(receivedOn) && receivedOn <= today ? undefined : importRefusals.receivedOnWrong;
}

async function nothingIsOpen(tx: Tx, ctx: Ctx, voiceImport: VoiceImport): Promise<boolean> {
  const sheet = await sheetAt(tx, voiceImport.fileId, voiceImport.settings.sheet);
  if (!sheet) throw new NotFound(`sheet of import ${voiceImport.id}`);
  const { questions } = await voiceImportPreview({ ...ctx, db: tx }, { voiceImport, sheet });
  return questions.every(({ answer }) => answer !== undefined);
}

/** Answers what could not be read. Only what was offered is taken; answers to other questions stay. */
export async function answerVoiceQuestions(
  ctx: Ctx,
  { id, answers }: { readonly id: string; readonly answers: Readonly<Record<string, string>> },
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { voiceImport }) => {
    const sheet = await sheetAt(tx, voiceImport.fileId, voiceImport.settings.sheet);
    if (!sheet) throw new NotFound(`sheet of import ${id}`);
    const { questions, districts } = await voiceImportPreview({ ...ctx, db: tx }, { voiceImport, sheet });
    const answering = { districts, mayMakeDistricts: mayManageOccasions(ctx.actor) };
    const offered = questions.flatMap(({ key, kind }) => {
      const answer = answers[key];
      return choicesOf(kind, answering).some(({ value }) => value === answer) && answer !== undefined
        ? [[key, answer] as const]
        : [];
    });
    const settings = {
      ...voiceImport.settings,
      answers: { ...voiceImport.settings.answers, ...Object.fromEntries(offered) },
    };
    const isAnswered = await nothingIsOpen(tx, ctx, { ...voiceImport, settings });
    await saveStep(tx, id, { settings, isAnswered });
    await record(tx, ctx, "voices.import.answered", { importId: id });
    return isAnswered ? accept(null) : refuse(importRefusals.unanswered);
  });
}

/** Decides whether rows that cannot be taken stay out. */
export async function leaveFaultsOut(
  ctx: Ctx,
  { id, leaves }: { readonly id: string; readonly leaves: boolean },
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { voiceImport: { settings } }) => {
    await saveStep(tx, id, { settings: { ...settings, leavesFaults: leaves } });
    await record(tx, ctx, "voices.import.confirmed", { importId: id });
    return accept(null);
  });
}

/** Gives up an import that is open; its file stays in the list. */
export async function abandonVoiceImport(ctx: Ctx, id: string): Promise<Result<null>> {
  return step(ctx, id, async (tx) => {
    await saveStep(tx, id, { state: "abandoned" });
    await record(tx, ctx, "voices.import.abandoned", { importId: id });
    return accept(null);
  });
}
