import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId, isId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { occasionIn } from "../actions/occasions.ts";
import { occasionRefusals } from "../refusals.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices } from "../permissions.ts";
import { receiptOfSending } from "../receipt.ts";
import { districtsIn } from "../store/districts.ts";
import { keptText } from "../voice.ts";
import { changedFields, mostSheets, sheetFault, type PaperSheet, type SheetWords, type VoiceBatch } from "./batch.ts";
import { entryRefusals } from "./labels.ts";
import {
  correctSheetRow,
  deleteSheets,
  insertBatch,
  insertSheet,
  lockBatch,
  saveBatchState,
  sheetIn,
} from "./store.ts";

/** Opens a batch of papers (まとめ入力) of one occasion. */
export async function openBatch(
  ctx: Ctx,
  { occasionId, title }: { readonly occasionId: string; readonly title: string },
): Promise<Result<{ readonly id: string }>> {
  return ctx.transaction(async (tx) => {
    const occasion = await occasionIn(tx, occasionId);
    permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
    if (occasion.settledAt) return refuse(occasionRefusals.settled);
    if (title.trim() === "") return refuse(entryRefusals.titleMissing);
    const id = newId();
    const made = { enteredBy: personId(ctx.actor), enteredAt: ctx.clock.now() };
    await insertBatch(tx, { id, occasionId, kind: "paper", title: title.trim(), state: "entering", ...made });
    await record(tx, ctx, "voices.batch.opened", { batchId: id, occasionId });
    return accept({ id });
  });
}

interface Held {
  readonly batch: VoiceBatch;
  readonly occasion: Occasion;
}

/** Takes one step of a batch of papers, with its row held. @throws NotFound when there is none */
export function onBatch<T>(ctx: Ctx, id: string, work: (tx: Tx, held: Held) => Promise<Result<T>>): Promise<Result<T>> {
  return ctx.transaction(async (tx) => {
    const batch = isId(id) ? await lockBatch(tx, id) : undefined;
    if (batch?.kind !== "paper") throw new NotFound(`batch ${id}`);
    const occasion = await occasionIn(tx, batch.occasionId);
    permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
    return work(tx, { batch, occasion });
  });
}

export interface EnteredSheet {
  readonly id: string;
  readonly position: number;
  readonly receipt: string;
}

/** Enters one paper into a batch; its receipt exists from now on. */
export async function enterSheet(
  ctx: Ctx,
  { batchId, ...words }: SheetWords & { readonly batchId: string },
): Promise<Result<EnteredSheet>> {
  return onBatch(ctx, batchId, async (tx, { batch }) => {
    const enteredBy = personId(ctx.actor);
    if (batch.state !== "entering" || enteredBy === null) return refuse(entryRefusals.notEntering);
    if (batch.sheets >= mostSheets) return refuse(entryRefusals.tooManySheets);
    const sheet = keptWords(words);
    const fault = await wordsFault(tx, ctx, sheet);
    if (fault) return refuse(fault);
    const [id, sendingKey] = [newId(), newId()];
    const position = await insertSheet(tx, {
      ...sheet,
      id,
      batchId,
      sendingKey,
      enteredBy,
      enteredAt: ctx.clock.now(),
    });
    await record(tx, ctx, "voices.batch.sheetEntered", { batchId, sheetId: id });
    return accept({ id, position, receipt: receiptOfSending(sendingKey) });
  });
}

function keptWords({ entry, way, receivedOn }: SheetWords): SheetWords {
  return { entry: { ...entry, text: keptText(entry.text) }, way, receivedOn };
}

async function wordsFault(tx: Tx, ctx: Ctx, words: SheetWords): Promise<Refusal | undefined> {
  const { districtId } = words.entry;
  const isKnown = districtId === null || (await districtsIn(tx)).some(({ id }) => id === districtId);
  return isKnown ? sheetFault(words, ctx.clock.today()) : entryRefusals.unknownChoice;
}

interface SheetVersion {
  readonly batchId: string;
  readonly sheetId: string;
  readonly version: number;
}

/** Takes one step with a sheet of a batch that is not taken yet. */
export function onSheet<T>(
  ctx: Ctx,
  { batchId, sheetId, version }: SheetVersion,
  work: (tx: Tx, held: Held & { readonly sheet: PaperSheet }) => Promise<Result<T>>,
): Promise<Result<T>> {
  return onBatch(ctx, batchId, async (tx, held) => {
    const sheet = isId(sheetId) ? await sheetIn(tx, sheetId) : undefined;
    if (sheet?.batchId !== batchId) throw new NotFound(`sheet ${sheetId}`);
    if (!isOpen(held.batch)) return refuse(entryRefusals.closed);
    return sheet.version === version ? work(tx, { ...held, sheet }) : refuse(entryRefusals.stale);
  });
}

function isOpen({ state }: VoiceBatch): boolean {
  return state === "entering" || state === "reading";
}

/** Corrects what was typed wrongly. Which fields, by whom and when is recorded; the sheet is then read again. */
export async function correctSheet(ctx: Ctx, { batchId, sheetId, version, ...words }: SheetVersion & SheetWords) {
  return onSheet(ctx, { batchId, sheetId, version }, async (tx, { sheet }) => {
    const corrected = keptWords(words);
    const fault = await wordsFault(tx, ctx, corrected);
    if (fault) return refuse(fault);
    const fields = changedFields(keptWords(sheet), corrected);
    if (fields.length === 0) return accept(null);
    await correctSheetRow(tx, { ...corrected, id: sheetId }, { by: personId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "voices.batch.sheetCorrected", { batchId, sheetId, fields });
    return accept(null);
  });
}

/** Takes a sheet out: a paper that was typed twice. Its number is not given again while later ones stand. */
export async function removeSheet(ctx: Ctx, asked: SheetVersion): Promise<Result<null>> {
  return onSheet(ctx, asked, async (tx, { batch, sheet }) => {
    await deleteSheets(tx, batch.id, sheet.id);
    await record(tx, ctx, "voices.batch.sheetRemoved", { batchId: batch.id, sheetId: sheet.id });
    return accept(null);
  });
}

/** Ends the entry: from now on another person compares the sheets with the papers. */
export async function endEntry(ctx: Ctx, batchId: string): Promise<Result<null>> {
  return onBatch(ctx, batchId, async (tx, { batch }) => {
    if (batch.state !== "entering") return refuse(entryRefusals.notEntering);
    if (batch.sheets === 0) return refuse(entryRefusals.noSheets);
    await saveBatchState(tx, { id: batchId, state: "reading" });
    await record(tx, ctx, "voices.batch.entryEnded", { batchId });
    return accept(null);
  });
}

/** Goes back to the entry, when a paper was forgotten. What was read stays read. */
export async function resumeEntry(ctx: Ctx, batchId: string): Promise<Result<null>> {
  return onBatch(ctx, batchId, async (tx, { batch }) => {
    if (batch.state !== "reading") return refuse(entryRefusals.notReading);
    await saveBatchState(tx, { id: batchId, state: "entering" });
    await record(tx, ctx, "voices.batch.entryResumed", { batchId });
    return accept(null);
  });
}

/** Gives a batch up: nothing of it reaches the ledger, and what was typed is gone. */
export async function dropBatch(ctx: Ctx, batchId: string): Promise<Result<null>> {
  return onBatch(ctx, batchId, async (tx, { batch }) => {
    if (!isOpen(batch)) return refuse(entryRefusals.closed);
    await deleteSheets(tx, batchId);
    await saveBatchState(tx, { id: batchId, state: "dropped" });
    await record(tx, ctx, "voices.batch.dropped", { batchId, sheets: batch.sheets });
    return accept(null);
  });
}
