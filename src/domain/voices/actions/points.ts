import { type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { deskRefusals, exclusionFault } from "../desk-labels.ts";
import { occasionRefusals } from "../refusals.ts";
import { anchorOf, uncovered, type Anchor, type Point, type Span } from "../point.ts";
import { deskVoice, holdVoice, type DeskVoice } from "../store/desk-voices.ts";
import { deletePoints, insertPoints, pointsOf, rewritePoint } from "../store/points.ts";
import { markedSpan, type Stretch } from "../stretch.ts";
import type { TopicWords } from "../topic.ts";
import {
  keepStep,
  permitSorting,
  pointsToChange,
  recordPoints,
  savingOf,
  topicToFill,
  type Done,
  type SeenPoint,
} from "./desk-room.ts";
import { makeTopic, topicWordsFault } from "./new-topic.ts";

/** Where new points go: under a topic that is there, under a new one, out with a reason; or they wait. */
export interface Destination {
  readonly topicId?: string | undefined;
  readonly newTopic?: TopicWords | undefined;
  readonly exclusion?: string | undefined;
}

/** The voice as the person saw it. */
export interface SeenVoice {
  readonly voiceId: string;
  readonly edition: number;
}

export interface NewPoints extends SeenVoice, Destination {
  readonly stretches: readonly Stretch[];
  readonly gist?: string;
  /** Words that already are in another point may be marked again. */
  readonly mayOverlap?: boolean;
}

export interface Made extends Done {
  readonly ids: readonly string[];
  readonly topicId: string | null;
}

const longestGist = 500;

/** Marks stretches of a voice as points (論点に分ける). */
export async function addPoints(ctx: Ctx, input: NewPoints): Promise<Result<Made>> {
  return ctx.transaction(async (tx) => {
    const seen = await voiceToSplit(tx, ctx, input);
    if (!seen.ok) return seen;
    const { voice, text } = seen.value;
    if (input.stretches.length === 0) return refuse(deskRefusals.nothingMarked);
    if ((input.gist ?? "").length > longestGist) return refuse(deskRefusals.tooLong);
    const others = input.mayOverlap ? [] : await pointsOf(tx, [voice.id]);
    const spans = markedSpans(text, input.stretches, others);
    return spans.ok ? makePoints(tx, ctx, { voice, text, spans: spans.value, ...input }) : spans;
  });
}

/** Marks every stretch that is in no point yet as a point of its own (残りの文をすべて論点にする). */
export async function addRemainingPoints(ctx: Ctx, input: SeenVoice & Destination): Promise<Result<Made>> {
  return ctx.transaction(async (tx) => {
    const seen = await voiceToSplit(tx, ctx, input);
    if (!seen.ok) return seen;
    const { voice, text } = seen.value;
    const spans = uncovered(text, await pointsOf(tx, [voice.id]));
    if (spans.length === 0) return refuse(deskRefusals.nothingLeft);
    return makePoints(tx, ctx, { voice, text, spans, ...input });
  });
}

async function voiceToSplit(
  tx: Tx,
  ctx: Ctx,
  { voiceId, edition }: SeenVoice,
): Promise<Result<{ readonly voice: DeskVoice; readonly text: string }>> {
  await holdVoice(tx, voiceId);
  const voice = await deskVoice(tx, voiceId);
  if (!voice) throw new NotFound(`voice ${voiceId}`);
  permitSorting(ctx, [voice]);
  if (voice.settledAt) return refuse(occasionRefusals.settled);
  if (voice.text === null) return refuse(deskRefusals.disposed);
  return voice.edition === edition ? accept({ voice, text: voice.text }) : refuse(deskRefusals.corrected);
}

function markedSpans(text: string, stretches: readonly Stretch[], others: readonly Anchor[]): Result<Span[]> {
  const spans: Span[] = [];
  for (const stretch of stretches) {
    const taken = spans.map((span) => anchorOf(text, span));
    const marked = markedSpan(text, stretch, others.length > 0 || taken.length > 0 ? [...others, ...taken] : []);
    if (!marked.ok) return marked;
    spans.push(marked.value);
  }
  return accept(spans);
}

interface Making extends Destination {
  readonly voice: DeskVoice;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly gist?: string;
}

async function makePoints(tx: Tx, ctx: Ctx, making: Making): Promise<Result<Made>> {
  const { voice, text, spans, newTopic } = making;
  const refusal = await destinationRefusal(tx, making);
  if (refusal) return refuse(refusal);
  const madeTopic = newTopic && (await makeTopic(tx, ctx, { planId: voice.planId, words: newTopic }));
  const topicId = madeTopic?.id ?? making.topicId ?? null;
  const points = spans.map((span): Point => ({
    ...anchorOf(text, span),
    id: newId(),
    voiceId: voice.id,
    position: span.start, // it only puts points in order
    gist: making.gist?.trim() ?? "",
    topicId,
    exclusion: making.exclusion?.trim() ?? "",
    nodeId: voice.nodeId,
    version: 1,
  }));
  const ids = points.map(({ id }) => id);
  await insertPoints(tx, points, savingOf(ctx));
  const made = { addedPointIds: ids, addedTopicIds: madeTopic ? [madeTopic.id] : [] };
  const stepId = await keepStep(tx, ctx, { planId: voice.planId, act: "split", made });
  await recordPoints(tx, ctx, "voices.points.added", { ids, planId: voice.planId, ...(topicId && { topicId }) });
  return accept({ ids, topicId, stepId, points: ids.length });
}

async function destinationRefusal(
  tx: Tx,
  { voice, topicId, newTopic, exclusion }: Making,
): Promise<Refusal | undefined> {
  const fault = exclusion === undefined ? undefined : exclusionFault(exclusion);
  if (fault) return fault;
  if (newTopic) return topicWordsFault(newTopic);
  if (topicId === undefined) return undefined;
  const topic = await topicToFill(tx, topicId, voice.planId);
  return topic.ok ? undefined : topic.refusal;
}

export interface PointEdit extends SeenVoice {
  readonly id: string;
  readonly version: number;
  /** Other words of the same voice; without them the point keeps its own. */
  readonly stretch?: Stretch | undefined;
  readonly gist: string;
  readonly nodeId: string | null;
  readonly mayOverlap?: boolean;
}

/** Marks other words for a point, or says its gist or measure anew. A lost anchor is mended by it. */
export async function changePoint(ctx: Ctx, input: PointEdit): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const seen = await voiceToSplit(tx, ctx, input);
    if (!seen.ok) return seen;
    const { text } = seen.value;
    const held = await pointsToChange(tx, ctx, { seen: [input], isStaying: true });
    if (!held.ok) return held;
    const all = await pointsOf(tx, [input.voiceId]);
    const point = all.find(({ id }) => id === input.id);
    if (!point) throw new NotFound(`point ${input.id}`);
    if (input.gist.length > longestGist) return refuse(deskRefusals.tooLong);
    const others = input.mayOverlap ? [] : all.filter(({ id }) => id !== input.id);
    const span = input.stretch && markedSpan(text, input.stretch, others);
    if (span && !span.ok) return span;
    const words = span ? { ...anchorOf(text, span.value), position: span.value.start } : {};
    const { planId, ids } = held.value;
    const stepId = await keepStep(tx, ctx, { planId, act: "changed", changing: { ids, change: "rewritten" } });
    await rewritePoint(tx, { ...point, ...words, gist: input.gist.trim(), nodeId: input.nodeId }, savingOf(ctx));
    await recordPoints(tx, ctx, "voices.point.changed", { ids, planId });
    return accept({ stepId, points: 1 });
  });
}

/** Takes points away: their words are in no point again. */
export async function removePoints(
  ctx: Ctx,
  { points: seen }: { readonly points: readonly SeenPoint[] },
): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const held = await pointsToChange(tx, ctx, { seen });
    if (!held.ok) return held;
    const { ids, planId } = held.value;
    const stepId = await keepStep(tx, ctx, { planId, act: "removed", changing: { ids, change: "removed" } });
    await deletePoints(tx, ids);
    await recordPoints(tx, ctx, "voices.points.removed", { ids, planId });
    return accept({ stepId, points: ids.length });
  });
}
