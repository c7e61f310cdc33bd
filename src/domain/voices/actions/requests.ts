import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { isDay } from "#kernel/day.ts";
import { isId, newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { keepingRefusals, suspendedReason } from "../keeping-labels.ts";
import { voiceRefusals } from "../refusals.ts";
import { mayKeepPersonalData } from "../permissions.ts";
import type { PersonalRequest, RequestKind, RequestOutcome } from "../personal-request.ts";
import { anchorOf, spanOf } from "../point.ts";
import { carryAnchor } from "../store/keeping.ts";
import { markHidden } from "../store/moderation.ts";
import { pointsInVoice } from "../store/reading.ts";
import { insertRequest, requestsIn, saveOutcome } from "../store/requests.ts";
import { insertTexts } from "../store/voices.ts";
import { keptText, longestVoice, type Voice } from "../voice.ts";
import { heldVoice } from "./held-voice.ts";

/** Takes in a person's request about the own voice. */
export async function receiveRequest(
  ctx: Ctx,
  input: { readonly voiceId: string; readonly kind: RequestKind; readonly receivedOn: string },
): Promise<Result<{ readonly id: string }>> {
  permit(mayKeepPersonalData(ctx.actor), mayKeepPersonalData.sentence);
  if (!isDay(input.receivedOn)) return refuse(keepingRefusals.dayMissing);
  return ctx.transaction(async (tx) => {
    const { id: voiceId } = await heldVoice(tx, input.voiceId);
    const request = { ...input, voiceId, id: newId() };
    await insertRequest(tx, request, { by: personId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "voices.request.received", { requestId: request.id, voiceId, kind: input.kind });
    return accept({ id: request.id });
  });
}

export interface RequestDecision {
  readonly id: string;
  readonly outcome: RequestOutcome;
  readonly reason: string;
  readonly decidedOn: string;
  /** The corrected words, for a 訂正 that is granted. */
  readonly text?: string;
}

/**
 * Decides a request. A granted 訂正 adds an edition of the words and carries the points' anchors over; what is lost is told. A granted
 * 利用停止 hides the voice, so that the next publication leaves it out.
 */
export async function decideRequest(
  ctx: Ctx,
  input: RequestDecision,
): Promise<Result<{ readonly lost: readonly string[] }>> {
  permit(mayKeepPersonalData(ctx.actor), mayKeepPersonalData.sentence);
  if (!isDay(input.decidedOn)) return refuse(keepingRefusals.dayMissing);
  if (input.reason.trim() === "") return refuse(keepingRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const request = await openRequest(tx, input.id);
    if (request.outcome !== null) return refuse(keepingRefusals.decided);
    const voice = await heldVoice(tx, request.voiceId);
    const done = input.outcome === "refused" ? accept({ lost: [] }) : await grant(tx, ctx, { request, voice, input });
    if (!done.ok) return done;
    await saveOutcome(tx, { ...input, reason: input.reason.trim() });
    const { id: requestId, kind } = request;
    await record(tx, ctx, "voices.request.decided", { requestId, voiceId: voice.id, kind, outcome: input.outcome });
    return done;
  });
}

async function openRequest(tx: Tx, id: string): Promise<PersonalRequest> {
  const [request] = isId(id) ? await requestsIn(tx, { id }) : [];
  if (!request) throw new NotFound(`request ${id}`);
  return request;
}

interface Granting {
  readonly request: PersonalRequest;
  readonly voice: Voice;
  readonly input: RequestDecision;
}

async function grant(tx: Tx, ctx: Ctx, { request, voice, input }: Granting) {
  if (request.kind === "correction") return correct(tx, ctx, { voice, input });
  const { id, version } = voice;
  const hiding = { id, version, reason: suspendedReason, by: personId(ctx.actor), at: ctx.clock.now() };
  return (await markHidden(tx, hiding)) ? accept({ lost: [] }) : refuse(keepingRefusals.stale);
}

async function correct(tx: Tx, ctx: Ctx, { voice, input }: Omit<Granting, "request">) {
  const text = keptText(input.text ?? "");
  if (voice.text === null) return refuse(keepingRefusals.disposed);
  if (text === "") return refuse(voiceRefusals.textMissing);
  if (text.length > longestVoice) return refuse(voiceRefusals.textTooLong);
  if (text === voice.text) return refuse(keepingRefusals.sameText);
  const edition = voice.edition + 1;
  await insertTexts(tx, [
    { voiceId: voice.id, edition, text, place: voice.place, reason: input.reason.trim(), at: ctx.clock.now() },
  ]);
  const lost: string[] = [];
  for (const point of await pointsInVoice(tx, voice.id)) {
    const span = spanOf(text, point);
    if (span) await carryAnchor(tx, { id: point.id, ...anchorOf(text, span) });
    else lost.push(point.quote);
  }
  return accept({ lost });
}
