import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import type { Way } from "../channel.ts";
import { attachmentsFault, type GivenFile } from "../attachment.ts";
import { entryFault } from "../entry-fault.ts";
import { occasionRefusals } from "../refusals.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices } from "../permissions.ts";
import { anchorOf } from "../point.ts";
import { receiptHash, receiptOfSending } from "../receipt.ts";
import { holdNumbers, nextNumber } from "../store/numbers.ts";
import { insertPoints } from "../store/points.ts";
import { insertAttachments } from "../store/attachments.ts";
import { insertVoice, voiceSentUnder } from "../store/voices.ts";
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
  const { occasion, way, sendingKey, attachments = [] } = intake;
  const entry = { ...intake.entry, text: keptText(intake.entry.text) };
  const fault = occasion.settledAt ? occasionRefusals.settled : (entryFault(entry) ?? attachmentsFault(attachments));
  if (fault) return refuse(fault);
  const receipt = receiptOfSending(sendingKey);
  const keptKey = sha256(sendingKey);
  await holdNumbers(tx); // whoever sends the same form at the same moment waits here
  const before = await voiceSentUnder(tx, keptKey);
  if (before) return accept({ ...before, receipt, isRepeat: true });
  const number = await nextNumber(tx, "voice");
  const id = newId();
  const receivedAt = intake.receivedAt ?? ctx.clock.now();
  await insertVoice(tx, {
    ...entry,
    id,
    number,
    way,
    receivedAt,
    sendingKey: keptKey,
    occasionId: occasion.id,
    enteredBy: personId(ctx.actor),
    batch: intake.batch ?? null,
    receiptHash: receiptHash(receipt),
  });
  await insertAttachments(tx, id, attachments, { by: personId(ctx.actor), at: ctx.clock.now() });
  if (intake.wholePoint) await insertWholePoint(tx, ctx, { voiceId: id, entry, ...intake.wholePoint });
  if (!isQuiet) await record(tx, ctx, "voices.received", { voiceId: id, occasionId: occasion.id });
  return accept({ id, number, receipt, isRepeat: false });
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

async function insertWholePoint(
  tx: Tx,
  ctx: Ctx,
  {
    voiceId,
    entry,
    topicId,
  }: { readonly voiceId: string; readonly entry: VoiceEntry; readonly topicId: string | null },
): Promise<void> {
  const anchor = anchorOf(entry.text, { start: 0, end: entry.text.length });
  const point = {
    ...anchor,
    id: newId(),
    voiceId,
    position: 1,
    gist: "",
    topicId,
    exclusion: "",
    nodeId: entry.nodeId,
  };
  await insertPoints(tx, [{ ...point, version: 1 }], { by: personId(ctx.actor), at: ctx.clock.now() });
}
