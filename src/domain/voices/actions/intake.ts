import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Way } from "../channel.ts";
import { attachmentsFault, type GivenFile } from "../attachment.ts";
import { entryFault } from "../entry-fault.ts";
import { occasionRefusals } from "../refusals.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices } from "../permissions.ts";
import { anchorOf, type Point } from "../point.ts";
import { receiptHash, receiptOfSending } from "../receipt.ts";
import { holdNumbers, nextNumber, takeNumbers } from "../store/numbers.ts";
import { insertPoints } from "../store/points.ts";
import { attachmentHashes, insertAttachments } from "../store/attachments.ts";
import { insertVoices, voiceSentUnder, type NewVoice } from "../store/voices.ts";
import { keptText, type VoiceEntry } from "../voice.ts";
import { occasionIn } from "./occasions.ts";

/** A voice as it is handed to the ledger. */
export interface Intake {
  readonly occasion: Occasion;
  readonly entry: VoiceEntry;
  readonly way: Way;
  /** When it reached the city; now unless a paper came earlier. */
  readonly receivedAt?: Date;
  /**
   * The key of the form it was written in, known to its sender alone. The same key again is the same voice, and the receipt is made
   * of it, so that a form sent twice shows the same receipt twice.
   */
  readonly sendingKey: string;
  readonly batch?: { readonly id: string; readonly row: number };
  /** What came with it, looked at by content. */
  readonly attachments?: readonly GivenFile[];
  /** Its whole text is one point (付箋, 同じ意見です), put under this topic where one is given. */
  readonly wholePoint?: { readonly topicId: string | null };
}

export interface Received {
  readonly id: string;
  readonly number: number;
  readonly receipt: string;
  /** It had been received before. */
  readonly isRepeat: boolean;
}

/**
 * Receives a voice inside the transaction of the act by which it came (a form of citizens, an entry of staff, an import). Whether it
 * may come now is the caller's rule. `isQuiet` leaves the audit event to the caller, who records many at once.
 */
export async function receiveVoice(
  tx: Tx,
  ctx: Ctx,
  intake: Intake,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Promise<Result<Received>> {
  const { occasion, sendingKey, attachments = [] } = intake;
  const fault = intakeFault(intake);
  if (fault) return refuse(fault);
  const receipt = receiptOfSending(sendingKey);
  await holdNumbers(tx); // whoever sends the same form at the same moment waits here
  const before = await voiceSentUnder(tx, sha256(sendingKey));
  if (before) return accept({ ...before, receipt, isRepeat: true });
  const voice = asNew(ctx, intake, await nextNumber(tx, "voice"));
  const { id, number } = voice;
  await insertVoices(tx, [voice]);
  await insertAttachments(tx, id, attachments, { by: personId(ctx.actor), at: ctx.clock.now() });
  await keepWholePoints(tx, ctx, [{ voice, wholePoint: intake.wholePoint }]);
  if (!isQuiet) await record(tx, ctx, "voices.received", { voiceId: id, occasionId: occasion.id });
  return accept({ id, number, receipt, isRepeat: false });
}

/**
 * Receives many voices at once, in their order, inside the transaction of an import, which records them as one act. Their keys are
 * new and their files none. @returns their ids
 */
export async function receiveVoices(tx: Tx, ctx: Ctx, intakes: readonly Intake[]): Promise<Result<readonly string[]>> {
  for (const intake of intakes) {
    const fault = intakeFault(intake);
    if (fault) return refuse(fault);
  }
  const first = await takeNumbers(tx, "voice", intakes.length);
  const voices = intakes.map((intake, index) => asNew(ctx, intake, first + index));
  await insertVoices(tx, voices);
  await keepWholePoints(
    tx,
    ctx,
    voices.map((voice, index) => ({ voice, wholePoint: intakes[index]?.wholePoint })),
  );
  return accept(voices.map(({ id }) => id));
}

function intakeFault({ occasion, entry, attachments = [] }: Intake): Refusal | undefined {
  if (occasion.settledAt) return occasionRefusals.settled;
  return entryFault({ ...entry, text: keptText(entry.text) }) ?? attachmentsFault(attachments);
}

function asNew(ctx: Ctx, { occasion, entry, way, receivedAt, sendingKey, batch }: Intake, number: number): NewVoice {
  return {
    ...entry,
    text: keptText(entry.text),
    id: newId(),
    number,
    way,
    receivedAt: receivedAt ?? ctx.clock.now(),
    sendingKey: sha256(sendingKey),
    occasionId: occasion.id,
    enteredBy: personId(ctx.actor),
    batch: batch ?? null,
    receiptHash: receiptHash(receiptOfSending(sendingKey)),
  };
}

/** Whether a voice came with exactly these files. */
export async function cameWith(tx: Tx, voiceId: string, files: readonly GivenFile[]): Promise<boolean> {
  const kept = await attachmentHashes(tx, voiceId);
  const given = files.map(({ bytes }) => sha256(Buffer.from(bytes)));
  return kept.length === given.length && given.every((hash, index) => hash === kept[index]);
}

/** Enters a voice that came on paper, by mail or by mouth. */
export async function enterVoice(
  ctx: Ctx,
  input: Omit<Intake, "occasion" | "sendingKey" | "batch"> & { readonly occasionId: string },
): Promise<Result<Received>> {
  return ctx.transaction(async (tx) => {
    const { occasionId, ...intake } = input;
    const occasion = await occasionIn(tx, occasionId);
    permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
    return receiveVoice(tx, ctx, { ...intake, occasion, sendingKey: newId() });
  });
}

interface WithPoint {
  readonly voice: NewVoice;
  readonly wholePoint: Intake["wholePoint"];
}

async function keepWholePoints(tx: Tx, ctx: Ctx, voices: readonly WithPoint[]): Promise<void> {
  const points = voices.flatMap(({ voice, wholePoint }) =>
    wholePoint ? [wholePointOf(voice, wholePoint.topicId)] : [],
  );
  await insertPoints(tx, points, { by: personId(ctx.actor), at: ctx.clock.now() });
}

function wholePointOf({ id: voiceId, text, nodeId }: NewVoice, topicId: string | null): Point {
  const anchor = anchorOf(text, { start: 0, end: text.length });
  return { ...anchor, id: newId(), voiceId, position: 1, gist: "", topicId, exclusion: "", nodeId, version: 1 };
}
