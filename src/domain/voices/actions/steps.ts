import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { changedSinceRefusal, deskRefusals } from "../desk-labels.ts";
import { occasionRefusals } from "../refusals.ts";
import { mayReadVoices } from "../permissions.ts";
import { spanOf, type Point } from "../point.ts";
import { standingAs, type StepAct, type TopicBefore } from "../step.ts";
import { deskVoice } from "../store/desk-voices.ts";
import { deletePoints, holdPoints, pointsOf, type HeldPoint } from "../store/points.ts";
import {
  lastSteps,
  markStepUndone,
  pointsBefore,
  restoredPoints,
  restoredTopics,
  restorePointsOf,
  type KeptStep,
  type PointBefore,
} from "../store/steps.ts";
import { endTopics, holdTopics, restoreTopics, type HeldTopic } from "../store/topics.ts";
import { voiceNumbersOf } from "../store/voices.ts";
import { markedSpan } from "../stretch.ts";
import { leavingRefusal, permitSorting, savingOf } from "./desk-room.ts";

/** Takes back the person's own last act on a plan's voices, as long as nobody touched the same points and topics since. */
export async function undoStep(
  ctx: Ctx,
  { planId, stepId }: { readonly planId: string; readonly stepId: string },
): Promise<Result<{ readonly act: StepAct }>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return ctx.transaction(async (tx) => {
    const [last] = await lastSteps(tx, { planId, doneBy: personId(ctx.actor) ?? "", limit: 1 });
    if (!last) return refuse(deskRefusals.nothingToUndo);
    if (last.id !== stepId) return refuse(deskRefusals.notTheLast);
    const scene = await sceneOf(tx, planId, last);
    permitSorting(ctx, [...scene.added, ...scene.present]);
    const refusal = await undoRefusal(tx, scene);
    if (refusal) return refuse(refusal);
    await takeBack(tx, ctx, scene);
    await record(tx, ctx, "voices.step.undone", { planId, step: last.id, act: last.act });
    return accept({ act: last.act });
  });
}

/** All that a step touched, as it stands. */
interface Scene {
  readonly planId: string;
  readonly kept: KeptStep;
  readonly before: readonly PointBefore[];
  readonly present: readonly HeldPoint[];
  readonly added: readonly HeldPoint[];
  readonly topics: readonly HeldTopic[];
}

async function sceneOf(tx: Tx, planId: string, kept: KeptStep): Promise<Scene> {
  const { addedPointIds, addedTopicIds, topics } = kept.step;
  const before = await pointsBefore(tx, kept.id);
  const present = await holdPoints(
    tx,
    before.map(({ pointId }) => pointId),
  );
  const added = await holdPoints(tx, addedPointIds);
  const goals = before.flatMap(({ topicId }) => topicId ?? []);
  const ids = [...new Set([...addedTopicIds, ...topics.map(({ id }) => id), ...goals])];
  return { planId, kept, before, present, added, topics: await holdTopics(tx, ids) };
}

async function undoRefusal(tx: Tx, scene: Scene): Promise<Refusal | undefined> {
  const { kept, before, present, added } = scene;
  if (before.length < kept.step.points) return deskRefusals.disposed;
  if ([...present, ...added].some(({ settledAt }) => settledAt !== null)) return occasionRefusals.settled;
  const voiceNumbers = [...(await changedPoints(tx, scene)), ...(await wordsTaken(tx, before))];
  const topicNumbers = await changedTopics(tx, scene);
  if (voiceNumbers.length > 0 || topicNumbers.length > 0)
    return changedSinceRefusal({ voiceNumbers: [...new Set(voiceNumbers)], topicNumbers });
  const leaving = before.filter(({ topicId, present: now }) => now !== null && now.topicId !== topicId);
  return leavingRefusal(tx, [...leaving.flatMap(({ present: now }) => now ?? []), ...added]);
}

/** Numbers of the voices whose points are not as the step left them. */
async function changedPoints(tx: Tx, { kept, before, added }: Scene): Promise<number[]> {
  const { addedPointIds } = kept.step;
  const restored = await restoredPoints(tx, [...before.map(({ pointId }) => pointId), ...addedPointIds]);
  const standing = (id: string, version: number) => standingAs(version, restored.get(id) ?? []);
  const changed = before.filter(({ pointId, versionAfter, present }) =>
    versionAfter === null ? present !== null : !present || standing(pointId, present.version) !== versionAfter,
  );
  const isAsMade =
    added.length === addedPointIds.length && added.every(({ id, version }) => standing(id, version) === 1);
  const voices = isAsMade ? [] : await numbersOf(tx, added);
  return [...changed.map(({ voiceNumber }) => voiceNumber), ...voices];
}

/** 0 where not even the points are left that would say their voice. */
async function numbersOf(tx: Tx, points: readonly HeldPoint[]): Promise<number[]> {
  const voices = await voiceNumbersOf(tx, [...new Set(points.map(({ voiceId }) => voiceId))]);
  const numbers = [...voices.values()];
  return numbers.length > 0 ? numbers : [0];
}

/** Numbers of the voices in which others marked the words of a removed point meanwhile. */
async function wordsTaken(tx: Tx, before: readonly PointBefore[]): Promise<number[]> {
  const removed = before.filter(({ versionAfter, quote }) => versionAfter === null && quote !== null);
  const taken: number[] = [];
  for (const [voiceId, points] of grouped(removed, (point) => point.voiceId)) {
    const text = (await deskVoice(tx, voiceId))?.text ?? "";
    const others = await pointsOf(tx, [voiceId]);
    taken.push(...points.filter((point) => isMarked(text, point, others)).map(({ voiceNumber }) => voiceNumber));
  }
  return taken;
}

function isMarked(text: string, { quote, prefix, suffix }: PointBefore, others: readonly Point[]): boolean {
  const span = spanOf(text, { quote: quote ?? "", prefix: prefix ?? "", suffix: suffix ?? "" });
  return span !== undefined && !markedSpan(text, { start: span.start, words: quote ?? "" }, others).ok;
}

/** Numbers of the topics that are not as the step left them, or to which points cannot go back. */
async function changedTopics(tx: Tx, { planId, kept, before, topics }: Scene): Promise<number[]> {
  const { step } = kept;
  const restored = await restoredTopics(tx, planId, kept.id);
  const touched = new Map(step.topics.map((topic) => [topic.id, topic]));
  const own = before.length + step.addedPointIds.length;
  const changed = topics.filter((topic) => {
    const was = touched.get(topic.id);
    const version = standingAs(topic.version, restored.get(topic.id) ?? []);
    if (was) return version !== was.versionAfter;
    if (!step.addedTopicIds.includes(topic.id)) return topic.isRemoved; // a goal of points that go back
    return version !== 1 || topic.state !== null || topic.changes > 0 || topic.points > own;
  });
  return changed.map(({ number }) => number);
}

async function takeBack(tx: Tx, ctx: Ctx, { kept, topics }: Scene): Promise<void> {
  const saving = savingOf(ctx);
  const { step, id } = kept;
  const versions = await restoreTopics(tx, step.topics, saving);
  await restorePointsOf(tx, id, saving);
  await deletePoints(tx, step.addedPointIds);
  const made = topics.filter((topic) => step.addedTopicIds.includes(topic.id));
  await endTopics(
    tx,
    made.map((topic) => topic.id),
    { mergedIntoId: null, saving },
  );
  const restored = step.topics.map((topic): TopicBefore => ({ ...topic, versionRestored: versions.get(topic.id) }));
  await markStepUndone(tx, { ...kept, topics: restored, at: saving.at });
}
