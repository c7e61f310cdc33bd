import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { startOfTokyoDay } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { sheetAt } from "#platform/files/kept-sheets.ts";
import { enqueueJob, jobById } from "#platform/jobs/index.ts";
import { receiveVoices, type Intake } from "../actions/intake.ts";
import { occasionIn } from "../actions/occasions.ts";
import { insertBatch } from "../entry/store.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices, mayManageOccasions } from "../permissions.ts";
import { saveDistrict } from "../store/districts.ts";
import { voiceImportCase, voiceImportPreview, type VoiceImportPreview } from "./case.ts";
import { hasFaults, importRefusals } from "./labels.ts";
import type { ReadVoice } from "./reading.ts";
import { insertOrigins, lockImport, saveStep } from "./store.ts";
import { step } from "./steps.ts";
import type { ImportSettings, ImportSummary, VoiceImport } from "./voice-import.ts";

export const applyVoicesKind = "voices.import.apply";

/** A text up to this many letters is one whole point at once, where the import makes points. */
export const shortText = 200;

/** Why what was read cannot be taken in as it is. */
export function voiceImportFault(
  { remarks, questions, voices }: VoiceImportPreview,
  { leavesFaults }: ImportSettings,
): Refusal | undefined {
  if (questions.some(({ answer }) => answer === undefined)) return importRefusals.unanswered;
  const faults = remarks.filter(({ kind }) => kind === "fault").length;
  if (faults > 0 && !leavesFaults) return hasFaults(faults);
  return voices.length === 0 ? importRefusals.nothingToTake : undefined;
}

/** Hands the import to the queue, as it was looked at. */
export async function requestVoiceImport(
  ctx: Ctx,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
): Promise<Result<{ readonly jobId: string }>> {
  return step(ctx, id, async (tx, { voiceImport }) => {
    const preview = await voiceImportPreview({ ...ctx, db: tx }, await voiceImportCase({ ...ctx, db: tx }, id));
    const fault = voiceImportFault(preview, voiceImport.settings);
    if (fault) return refuse(fault);
    if (preview.fingerprint !== fingerprint) return refuse(importRefusals.changed);
    const { actor } = ctx;
    const held = actor.kind === "person" ? { roles: [...actor.roles], divisionIds: [...actor.divisionIds] } : {};
    const jobId = await enqueueJob(tx, {
      municipalityCode: ctx.municipality.code,
      kind: applyVoicesKind,
      payload: { importId: id, fingerprint, roles: [], divisionIds: [], ...held },
      requestedBy: personId(actor) ?? undefined,
    });
    await saveStep(tx, id, { state: "applying", jobId });
    await record(tx, ctx, "voices.import.requested", { importId: id, jobId });
    return accept({ jobId });
  });
}

type Advance = (percent: number, note: string) => Promise<void>;

interface Applying {
  readonly id: string;
  readonly fingerprint: string;
}

/**
 * Takes an import into the ledger as it was looked at: all of it in one transaction, or nothing. A refusal is kept with the import,
 * which is then open again. Run again after a crash, it finds its work done or undone.
 */
export async function applyVoiceImport(ctx: Ctx, asked: Applying, advance: Advance): Promise<Result<ImportSummary>> {
  const applied = await ctx.transaction((tx) => applyIn(tx, ctx, { ...asked, advance }));
  if (!applied.ok) await ctx.transaction((tx) => saveStep(tx, asked.id, { state: "open", refusal: applied.refusal }));
  return applied;
}

async function applyIn(
  tx: Tx,
  ctx: Ctx,
  { id, fingerprint, advance }: Applying & { readonly advance: Advance },
): Promise<Result<ImportSummary>> {
  const voiceImport = await lockImport(tx, id);
  const sheet = voiceImport && (await sheetAt(tx, voiceImport.fileId, voiceImport.settings.sheet));
  if (!voiceImport || !sheet) throw new NotFound(`import ${id}`);
  const occasion = await occasionIn(tx, voiceImport.occasionId);
  permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
  if (voiceImport.state === "applied" && voiceImport.summary) return accept(voiceImport.summary);
  if (voiceImport.state !== "applying") return refuse(importRefusals.notOpen);
  await advance(5, "表を読んでいます");
  const preview = await voiceImportPreview({ ...ctx, db: tx }, { voiceImport, sheet });
  const fault = voiceImportFault(preview, voiceImport.settings);
  if (fault) return refuse(fault);
  if (preview.fingerprint !== fingerprint) return refuse(importRefusals.changed);
  return write(tx, ctx, { voiceImport, occasion, preview, advance });
}

interface Writing {
  readonly voiceImport: VoiceImport;
  readonly occasion: Occasion;
  readonly preview: VoiceImportPreview;
  readonly advance: Advance;
}

const chunk = 500;

async function write(tx: Tx, ctx: Ctx, writing: Writing): Promise<Result<ImportSummary>> {
  const { voiceImport, occasion, preview, advance } = writing;
  const { voices, remarks } = preview;
  const districts = await makeDistricts(tx, ctx, preview);
  const batchId = newId();
  const { fileId, fileName: title, startedBy: enteredBy, startedAt: enteredAt } = voiceImport;
  const batch = { id: batchId, occasionId: occasion.id, kind: "file", state: "taken", title, fileId } as const;
  await insertBatch(tx, { ...batch, enteredBy, enteredAt });
  const intakes = voices.map((voice, index) =>
    intakeOf(voice, { writing, districts, batch: { id: batchId, row: index + 1 } }),
  );
  for (let from = 0; from < intakes.length; from += chunk) {
    const ids = await receiveVoices(tx, ctx, intakes.slice(from, from + chunk));
    if (!ids.ok) return ids;
    const kept = ids.value.flatMap((voiceId, index) => {
      const voice = voices[from + index];
      return voice ? [{ ...voice, voiceId }] : [];
    });
    await insertOrigins(tx, kept);
    await advance(
      10 + Math.floor((85 * (from + kept.length)) / voices.length),
      `${from + kept.length}件まで入れました`,
    );
  }
  const points = intakes.filter(({ wholePoint }) => wholePoint).length;
  const leftOut = remarks.filter(({ kind }) => kind !== "repeated").length;
  const summary = { voices: voices.length, points, leftOut, districts: districts.size };
  const { id } = voiceImport;
  await saveStep(tx, id, { state: "applied", summary, batchId, appliedAt: ctx.clock.now(), refusal: null });
  await record(tx, ctx, "voices.import.applied", { importId: id, occasionId: occasion.id, batchId, ...summary });
  return accept(summary);
}

/** Makes the districts that the clerk said are to be made. @returns their ids by name */
async function makeDistricts(tx: Tx, ctx: Ctx, preview: VoiceImportPreview): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(preview.voices.flatMap(({ newDistrict }) => newDistrict ?? []))];
  if (names.length > 0) permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  const last = Math.max(0, ...preview.districts.map(({ position }) => position));
  const made = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const id = newId();
    await saveDistrict(tx, { id, name, position: last + index + 1 });
    await record(tx, ctx, "voices.district.kept", { districtId: id });
    made.set(name, id);
  }
  return made;
}

interface Taking {
  readonly writing: Writing;
  readonly districts: ReadonlyMap<string, string>;
  readonly batch: { readonly id: string; readonly row: number };
}

function intakeOf(voice: ReadVoice, { writing: { occasion, voiceImport }, districts, batch }: Taking): Intake {
  const { entry, way, receivedOn, newDistrict } = voice;
  const districtId = newDistrict === null ? entry.districtId : (districts.get(newDistrict) ?? null);
  const isPoint = voiceImport.settings.makesPoints && entry.text.length <= shortText;
  return {
    occasion,
    entry: { ...entry, districtId },
    way,
    batch,
    receivedAt: startOfTokyoDay(receivedOn),
    sendingKey: newId(),
    ...(isPoint && { wholePoint: { topicId: null } }),
  };
}

/** Opens an import again whose job failed or was cancelled: nothing of it had been saved. */
export async function reopenVoiceImport(ctx: Ctx, id: string): Promise<Result<null>> {
  const { voiceImport } = await voiceImportCase(ctx, id);
  return ctx.transaction(async (tx) => {
    const found = await lockImport(tx, voiceImport.id);
    const jobId = found?.jobId ?? null;
    const job = jobId === null ? undefined : await jobById(ctx, ctx.municipality.code, jobId);
    const isUnderWay = job?.state === "waiting" || job?.state === "running";
    if (found?.state !== "applying" || isUnderWay) return refuse(importRefusals.notOpen);
    await saveStep(tx, id, { state: "open", jobId: null });
    await record(tx, ctx, "voices.import.reopened", { importId: id });
    return accept(null);
  });
}
