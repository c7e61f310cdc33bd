import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, NotFound, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { answeredTopicRefusal, decidedTopicRefusal, deskRefusals, notEmptyRefusal } from "../desk-labels.ts";
import { occasionRefusals } from "../refusals.ts";
import type { TopicBefore } from "../step.ts";
import { movePoints } from "../store/points.ts";
import { endTopics, holdTopics, occasionsOfTopics, saveTopicWords, type HeldTopic } from "../store/topics.ts";
import { pointIdsOfTopics } from "../store/topic-points.ts";
import type { TopicWords } from "../topic.ts";
import { keepStep, permitSorting, pointsToChange, savingOf, type Done, type SeenPoint } from "./desk-room.ts";
import { makeTopic, topicWordsFault } from "./new-topic.ts";

export interface NewTopic extends TopicWords {
  readonly planId: string;
  /** Points that it gets, out of wherever they are: a part of another topic is split off so. */
  readonly points?: readonly SeenPoint[];
}

/** Makes a topic (同趣旨の意見), of points that wait or out of other topics; an empty one is the planning office's. */
export async function createTopic(
  ctx: Ctx,
  { planId, points: seen = [], ...words }: NewTopic,
): Promise<Result<Done & { readonly id: string; readonly number: number }>> {
  return ctx.transaction(async (tx) => {
    if (seen.length === 0) permitSorting(ctx, [nobodys]);
    const held = seen.length > 0 ? await pointsToChange(tx, ctx, { seen }) : undefined;
    if (held && !held.ok) return held;
    const ids = held?.value.ids ?? [];
    const fault = topicWordsFault(words) ?? (held && held.value.planId !== planId ? deskRefusals.otherPlan : undefined);
    if (fault) return refuse(fault);
    const topic = await makeTopic(tx, ctx, { planId, words });
    const made = { addedTopicIds: [topic.id] };
    const stepId = await keepStep(tx, ctx, { planId, act: "topicMade", made, changing: { ids, change: "moved" } });
    await movePoints(tx, ids, { move: { topicId: topic.id, exclusion: "" }, saving: savingOf(ctx) });
    await record(tx, ctx, "voices.topic.created", { topicId: topic.id, planId, points: ids.length });
    return accept({ ...topic, stepId, points: ids.length });
  });
}

/** What has no division of its own is the planning office's. */
const nobodys = { divisionId: null };

/** Says a topic in other words, or where it belongs. Not once its answer is decided: the decision holds the words. */
export async function editTopic(
  ctx: Ctx,
  { id, version, ...words }: TopicWords & { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const held = await topicsToChange(tx, ctx, [id]);
    if (!held.ok) return held;
    const [topic] = held.value;
    if (topic?.version !== version) return refuse(deskRefusals.staleTopic);
    const fault = topicWordsFault(words) ?? (await fixedRefusal(tx, held.value));
    if (fault) return refuse(fault);
    await saveTopicWords(
      tx,
      { id, title: words.title.trim(), place: words.place.trim(), nodeId: words.nodeId },
      savingOf(ctx),
    );
    await record(tx, ctx, "voices.topic.edited", { topicId: id, planId: topic.planId });
    return accept(null);
  });
}

/** Merges topics into one: their points go there, and their pages lead there. An answer that is decided or on its way stays. */
export async function mergeTopics(
  ctx: Ctx,
  { intoId, ids }: { readonly intoId: string; readonly ids: readonly string[] },
): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const merged = [...new Set(ids)].filter((id) => id !== intoId);
    if (merged.length === 0) return refuse(deskRefusals.oneTopic);
    const held = await topicsToChange(tx, ctx, [intoId, ...merged]);
    if (!held.ok) return held;
    const leaving = held.value.filter(({ id }) => id !== intoId);
    const refusal = (await fixedRefusal(tx, leaving)) ?? answeredRefusal(leaving);
    if (refusal) return refuse(refusal);
    const points = await pointIdsOfTopics(tx, merged);
    const planId = leaving[0]?.planId ?? "";
    const made = { topics: leaving.map(topicBefore) };
    const changing = { ids: points, change: "moved" } as const;
    const stepId = await keepStep(tx, ctx, { planId, act: "topicsMerged", made, changing });
    await movePoints(tx, points, { move: { topicId: intoId }, saving: savingOf(ctx) });
    await endTopics(tx, merged, { mergedIntoId: intoId, saving: savingOf(ctx) });
    await record(tx, ctx, "voices.topics.merged", { topicId: intoId, topicIds: merged, planId, points: points.length });
    return accept({ stepId, points: points.length });
  });
}

/** Removes topics that have neither points nor an answer. */
export async function removeTopics(ctx: Ctx, { ids }: { readonly ids: readonly string[] }): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const held = await topicsToChange(tx, ctx, ids);
    if (!held.ok) return held;
    const full = held.value.filter((topic) => topic.points > 0 || topic.state !== null || topic.changes > 0);
    if (full.length > 0) return refuse(notEmptyRefusal(full.map(({ number }) => number)));
    const planId = held.value[0]?.planId ?? "";
    const made = { topics: held.value.map(topicBefore) };
    const stepId = await keepStep(tx, ctx, { planId, act: "topicsRemoved", made });
    await endTopics(tx, ids, { mergedIntoId: null, saving: savingOf(ctx) });
    await record(tx, ctx, "voices.topics.removed", { topicIds: [...ids], planId });
    return accept({ stepId, points: 0 });
  });
}

/** Topics of one plan, held for a change by somebody who may sort all that is in them. */
export async function topicsToChange(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<Result<HeldTopic[]>> {
  const wanted = new Set(ids);
  const topics = await holdTopics(tx, [...wanted]);
  if (topics.length < wanted.size) throw new NotFound("topic");
  const inCharge = await occasionsOfTopics(tx, [...wanted]);
  permitSorting(ctx, inCharge.length > 0 ? inCharge : [nobodys]);
  if (topics.length === 0) return refuse(deskRefusals.noTopics);
  if (topics.some(({ isRemoved }) => isRemoved)) return refuse(deskRefusals.topicGone);
  return new Set(topics.map(({ planId }) => planId)).size > 1 ? refuse(deskRefusals.otherPlan) : accept(topics);
}

/** A topic as a step keeps it, before the act changes it once. */
export function topicBefore({ askedAt, version, ...topic }: HeldTopic): TopicBefore {
  const { id, divisionId, dueOn, mergedIntoId, isRemoved } = topic;
  const asked = askedAt?.toISOString() ?? null;
  return { id, divisionId, dueOn, mergedIntoId, isRemoved, askedAt: asked, version, versionAfter: version + 1 };
}

/** Topics whose answer is decided, or whose voices are settled, stay as they are. */
async function fixedRefusal(tx: Tx, topics: readonly HeldTopic[]): Promise<Refusal | undefined> {
  const decided = topics.filter(({ state }) => state === "decided");
  if (decided.length > 0) return decidedTopicRefusal(decided.map(({ number }) => number));
  const occasions = await occasionsOfTopics(
    tx,
    topics.map(({ id }) => id),
  );
  return occasions.some(({ settledAt }) => settledAt !== null) ? occasionRefusals.settled : undefined;
}

function answeredRefusal(topics: readonly HeldTopic[]): Refusal | undefined {
  const answered = topics.filter(({ state, changes }) => state === "submitted" || changes > 0);
  return answered.length > 0 ? answeredTopicRefusal(answered.map(({ number }) => number)) : undefined;
}
