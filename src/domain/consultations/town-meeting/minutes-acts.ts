import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { createTopic, emptyEntry, receiveVoice, voicePageById, writeResponse } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { mayManageConsultation } from "../permissions.ts";
import { venueRoom, type VenueRoom } from "./actions.ts";
import { meetingRefusals } from "./labels.ts";
import type { Exchange, ExchangeWords, Minutes, MinutesWords } from "./minutes.ts";
import { beginningOf } from "./registration.ts";
import {
  deleteExchange,
  exchangesOf,
  insertExchange,
  minutesIn,
  saveApproval,
  saveExchange,
  saveMinutes,
  tieToTopic,
  tieToVoice,
} from "./store/minutes.ts";
import { holdVenue } from "./store/venues.ts";

export interface MinutesInput extends MinutesWords {
  readonly venueId: string;
  readonly version: number;
  /** All questions and answers in their order; one without an id is new, one left out or empty is taken away. */
  readonly exchanges: readonly (ExchangeWords & { readonly id: string | null })[];
}

const longest = 20_000;

/** Writes the minutes of a venue (会場の記録), as long as they are not approved. */
export async function writeMinutes(ctx: Ctx, input: MinutesInput): Promise<Result<null>> {
  const texts = [input, ...input.exchanges].flatMap((each) => Object.values(each));
  if (texts.some((text) => typeof text === "string" && text.length > longest))
    return refuse(meetingRefusals.textTooLong);
  return ctx.transaction(async (tx) => {
    const { consultation, minutes } = await minutesToWrite(tx, ctx, input.venueId);
    const kept = input.exchanges.map(tidied).filter(({ question, answer }) => `${question}${answer}` !== "");
    const fault = minutes.approvedAt ? meetingRefusals.minutesApproved : questionFault(minutes.exchanges, kept);
    if (fault) return refuse(fault);
    if (!(await saveMinutes(tx, { ...input, ...tidiedWords(input) }))) return refuse(meetingRefusals.minutesStale);
    await keepExchanges(tx, input.venueId, { before: minutes.exchanges, kept });
    await record(tx, ctx, "consultation.minutes.written", { occasionId: consultation.id, venueId: input.venueId });
    return accept(null);
  });
}

type Kept = MinutesInput["exchanges"][number];

function tidied({ id, question, answer }: Kept): Kept {
  return { id, question: lines(question), answer: lines(answer) };
}

function tidiedWords({ opening, explanation, closing }: MinutesWords) {
  return { opening: lines(opening), explanation: lines(explanation), closing: lines(closing) };
}

/** Browsers send line ends of their own. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Questions that are voices stay word for word; an answer has a question. */
function questionFault(before: readonly Exchange[], kept: readonly Kept[]): Refusal | undefined {
  const isTouched = ({ id, question, voice }: Exchange) =>
    voice !== null && kept.find((each) => each.id === id)?.question !== question;
  if (before.some(isTouched)) return meetingRefusals.questionFixed;
  const index = kept.findIndex(({ question }) => question === "");
  if (index < 0) return undefined;
  return {
    code: "questionMissing",
    message: `${index + 1}番目の質疑に、質問がありません。`,
    remedy: "質問を書くか、答えも空にして、この質疑を取り除いてください。",
  };
}

async function keepExchanges(
  tx: Tx,
  venueId: string,
  { before, kept }: { readonly before: readonly Exchange[]; readonly kept: readonly Kept[] },
): Promise<void> {
  const ids = new Set(kept.map(({ id }) => id));
  for (const { id } of before) if (!ids.has(id)) await deleteExchange(tx, id);
  for (const [index, { id, question, answer }] of kept.entries()) {
    const words = { position: index + 1, question, answer };
    const isKnown = id !== null && before.some((each) => each.id === id);
    await (isKnown ? saveExchange(tx, { id, ...words }) : insertExchange(tx, { id: newId(), venueId, ...words }));
  }
}

/** Approves the minutes (承認): each question becomes a voice of the ledger, as a record of what was said. */
export async function approveMinutes(
  ctx: Ctx,
  { venueId, version }: { readonly venueId: string; readonly version: number },
): Promise<Result<{ readonly voices: number }>> {
  return ctx.transaction(async (tx) => {
    const room = await minutesToWrite(tx, ctx, venueId);
    const { minutes, consultation } = room;
    if (minutes.approvedAt) return refuse(meetingRefusals.minutesApproved);
    if (minutes.version !== version) return refuse(meetingRefusals.minutesStale);
    if (minutes.explanation === "" && minutes.exchanges.length === 0) return refuse(meetingRefusals.minutesEmpty);
    const fresh = minutes.exchanges.filter(({ voice }) => voice === null);
    for (const exchange of fresh) {
      const received = await receiveQuestion(tx, ctx, { room, exchange });
      if (!received.ok) return received;
    }
    await saveApproval(tx, { venueId, at: ctx.clock.now(), by: personId(ctx.actor) });
    await record(tx, ctx, "consultation.minutes.approved", {
      occasionId: consultation.id,
      venueId,
      voices: fresh.length,
    });
    return accept({ voices: fresh.length });
  });
}

async function receiveQuestion(
  tx: Tx,
  ctx: Ctx,
  { room, exchange }: { readonly room: VenueRoom; readonly exchange: Exchange },
): Promise<Result<null>> {
  const { venue, consultation } = room;
  const entry = { ...emptyEntry, text: exchange.question, districtId: venue.districtId };
  const received = await receiveVoice(
    tx,
    ctx,
    {
      occasion: consultation.occasion,
      entry,
      way: "record",
      receivedAt: beginningOf(venue),
      sendingKey: `exchange:${exchange.id}`,
      wholePoint: { topicId: null },
    },
    { isQuiet: true },
  );
  if (!received.ok) return received;
  const { id: voiceId, number } = received.value;
  await tieToVoice(tx, { id: exchange.id, voiceId, number });
  return accept(null);
}

/** Opens approved minutes again. Questions that are voices by then stay as they are. */
export async function reopenMinutes(ctx: Ctx, venueId: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { consultation } = await minutesToWrite(tx, ctx, venueId);
    await saveApproval(tx, { venueId, at: null, by: null });
    await record(tx, ctx, "consultation.minutes.reopened", { occasionId: consultation.id, venueId });
    return accept(null);
  });
}

/**
 * Offers the answer given at the venue as a draft of the city's view (市の考え方): the question goes under a topic of its own, whose
 * answer is drafted with the words of the minutes. Both acts are the ledger's, so its permissions and its undo hold.
 */
export async function offerAnswer(
  ctx: Ctx,
  { venueId, exchangeId }: { readonly venueId: string; readonly exchangeId: string },
): Promise<Result<{ readonly topicId: string }>> {
  const { planId, exchange } = await ctx.transaction(async (tx) => exchangeToOffer(tx, ctx, { venueId, exchangeId }));
  if (exchange.voice === null) return refuse(meetingRefusals.notYetVoice);
  if (exchange.answer === "") return refuse(meetingRefusals.answerMissing);
  const { points } = await voicePageById(ctx, exchange.voice.id);
  const waiting = points.filter(({ topicId, exclusion }) => topicId === null && exclusion === "");
  if (waiting.length === 0) return refuse(meetingRefusals.alreadyOffered);
  const words = { title: titleOf(exchange.question), place: "", nodeId: null };
  const topic = await createTopic(ctx, { planId, ...words, points: waiting.map(({ id }) => ({ id })) });
  if (!topic.ok) return topic;
  const topicId = topic.value.id;
  const drafted = await writeResponse(ctx, {
    topicId,
    version: 0,
    categoryId: null,
    content: exchange.answer,
    isSubmitted: false,
  });
  if (!drafted.ok) return drafted;
  await ctx.transaction((tx) => tieToTopic(tx, { id: exchangeId, topicId }));
  return accept({ topicId });
}

const longestTitle = 60;

/** The question's first sentence, as 意見の概要 to begin with. */
function titleOf(question: string): string {
  const [sentence = question] = question.split(/(?<=[。？?\n])/u);
  const title = sentence.trim();
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}

async function exchangeToOffer(
  tx: Tx,
  ctx: Ctx,
  { venueId, exchangeId }: { readonly venueId: string; readonly exchangeId: string },
): Promise<{ readonly planId: string; readonly exchange: Exchange }> {
  const { consultation } = await minutesToWrite(tx, ctx, venueId);
  const exchange = (await exchangesOf(tx, venueId)).find(({ id }) => id === exchangeId);
  if (!exchange) throw new NotFound(`exchange ${exchangeId}`);
  return { planId: consultation.occasion.planId, exchange };
}

async function minutesToWrite(tx: Tx, ctx: Ctx, venueId: string): Promise<VenueRoom & { readonly minutes: Minutes }> {
  await holdVenue(tx, venueId);
  const room = await venueRoom(tx, venueId);
  permit(mayManageConsultation(ctx.actor, room.consultation.occasion), mayManageConsultation.sentence);
  return { ...room, minutes: await minutesIn(tx, venueId) };
}
