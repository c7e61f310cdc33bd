import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { anchorOf, uncovered } from "../point.ts";
import { insertPoints, pointsOf } from "../store/points.ts";
import { keepCopy, keepSecondLook, redactionOf, type Copy } from "../store/redactions.ts";
import { voiceWhere } from "../store/reading.ts";
import type { TopicWords } from "../topic.ts";
import { savingOf } from "./desk-room.ts";
import { makeTopic } from "./new-topic.ts";

/**
 * Gives a voice a topic of its own, so that others can join it (市民提案): what of its text is in no point yet becomes points of the
 * topic. One that has a topic keeps it. Inside the transaction of the act that lets it through; permission is the caller's.
 */
export async function topicOfItsOwn(
  tx: Tx,
  ctx: Ctx,
  { voiceId, planId, words }: { readonly voiceId: string; readonly planId: string; readonly words: TopicWords },
): Promise<void> {
  const text = (await voiceWhere(tx, { id: voiceId }))?.text;
  const before = await pointsOf(tx, [voiceId]);
  if (!text || before.some(({ topicId }) => topicId !== null)) return;
  const isWhole = before.length === 0;
  const spans = isWhole ? [{ start: 0, end: text.length }] : uncovered(text, before);
  const topic = await makeTopic(tx, ctx, { planId, words });
  const points = spans.map((span) => ({
    ...anchorOf(text, span),
    id: newId(),
    voiceId,
    position: span.start,
    gist: "",
    topicId: topic.id,
    exclusion: "",
    nodeId: words.nodeId,
    version: 1,
  }));
  await insertPoints(tx, points, savingOf(ctx));
  await record(tx, ctx, "voices.topic.created", { planId, topicId: topic.id, points: points.length });
}

/** The topic under which a voice stands now, also after topics were merged; undefined while it has none. */
export async function topicOfVoice(tx: Tx, voiceId: string): Promise<string | undefined> {
  return (await pointsOf(tx, [voiceId])).find(({ topicId }) => topicId !== null)?.topicId ?? undefined;
}

/** Who looked at words before they went public, and when. */
export interface Look {
  readonly by: string | null;
  readonly at: Date;
}

/**
 * Keeps the words that an instrument let through as the copy for the public (公開用の写し), with those who looked at it: where it was
 * one person, another one still has to. Inside the transaction of the act that lets them through; permission is the caller's.
 */
export async function keepCopyLetThrough(
  tx: Tx,
  {
    voiceId,
    edition,
    content,
    looks,
  }: Pick<Copy, "voiceId" | "edition" | "content"> & { readonly looks: readonly Look[] },
): Promise<void> {
  const [first, second] = looks;
  if (!first) return;
  const seen = (await redactionOf(tx, voiceId))?.version ?? 0;
  await keepCopy(tx, { voiceId, edition, content, ...first, seen });
  if (second && second.by !== first.by) await keepSecondLook(tx, { voiceId, ...second, seen: seen + 1 });
}
