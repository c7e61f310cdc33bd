import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planById, planOutline } from "#domain/plan/index.ts";
import type { Publishable } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, refuse } from "#kernel/result.ts";
import { notCompleteAnyMore, notSettledYet } from "./refusals.ts";
import type { Occasion } from "./occasion.ts";
import { wordsInCopy } from "./redaction/index.ts";
import { answerTable, type AnswerLine } from "./queries/answer-table.ts";
import { occasionById } from "./queries/occasions.ts";
import { standingIn } from "./queries/standing.ts";
import {
  voicesSnapshotFormat,
  voicesSnapshotSchema,
  type TopicSnapshot,
  type VoicesSnapshot,
  type VoiceSnapshot,
} from "./snapshot.ts";
import { sortedVoices, type SortedVoice } from "./store/answer-table.ts";
import { categoriesIn } from "./store/categories.ts";
import { topicsOwedAnAnswer, voicesForPublic, type VoiceForPublic } from "./store/publishing.ts";
import { talliesOf } from "./tallies.ts";

/** The results of one occasion as they go public, under its id; only when they are settled. */
export const publishableVoices: Publishable<VoicesSnapshot> = {
  subject: "voices",
  format: voicesSnapshotFormat,
  schema: voicesSnapshotSchema,
  compose: async (ctx, id) => {
    const occasion = await occasionById(ctx, id);
    if (!occasion.settledAt) return refuse(notSettledYet);
    const read = { voices: await sortedVoices(ctx.db, id), lines: await answerTable(ctx, { occasionId: id }) };
    const { openTopics, openVoices } = standingIn(occasion, read); // an answer may have been opened again since
    return openTopics.length + openVoices.length > 0
      ? refuse(notCompleteAnyMore)
      : accept(await voicesSnapshot(ctx, occasion, read));
  },
};

interface ReadLedger {
  readonly voices: readonly SortedVoice[];
  readonly lines: readonly AnswerLine[];
}

async function voicesSnapshot(
  ctx: Ctx,
  occasion: Occasion,
  { voices: inPoints, lines }: ReadLedger,
): Promise<VoicesSnapshot> {
  const { id, channel, title, duty, opensOn, closesOn, planId } = occasion;
  const plan = await planById(ctx, planId);
  const sorted = new Map(inPoints.map((voice) => [voice.id, voice]));
  const voices = await voicesForPublic(ctx.db, id);
  const numbers = new Map(lines.map(({ topic }) => [topic.id, topic.number]));
  const shown = voices.map((voice) => shownVoice(voice, sorted.get(voice.id), numbers));
  const used = new Set(lines.flatMap(({ category }) => category?.id ?? []));
  return {
    occasion: { id, channel, title, duty, opensOn, closesOn, planSlug: plan.slug, planName: plan.name },
    tallies: {
      voices: voices.length,
      points: shown.reduce((sum, { points }) => sum + points.length, 0),
      ...talliesOf(voices, []),
    },
    categories: (await categoriesIn(ctx.db))
      .filter((category) => !category.isRetired || used.has(category.id))
      .map(({ symbol, name, isReflected }) => ({ symbol, name, isReflected })),
    topics: await shownTopics(ctx, occasion, lines),
    voices: shown,
  };
}

async function shownTopics(
  ctx: Ctx,
  { planId, duty }: Occasion,
  lines: readonly AnswerLine[],
): Promise<TopicSnapshot[]> {
  const nodes = new Map((await planOutline(ctx, planId)).map(({ id, code, title }) => [id, { id, code, title }]));
  const owed = await topicsOwedAnAnswer(ctx.db, planId);
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map(({ id, name }) => [id, name]));
  return lines
    .map((line) => withoutDraft(line, duty === "classify" && !owed.has(line.topic.id)))
    .map(({ topic, response, category, decision, changes }) => ({
      id: topic.id,
      number: topic.number,
      title: topic.title,
      place: topic.place,
      node: nodes.get(topic.nodeId ?? "") ?? null,
      points: topic.points,
      category: category ? { symbol: category.symbol, name: category.name, isReflected: category.isReflected } : null,
      response: response?.content ?? "",
      division: divisions.get(topic.divisionId ?? "") ?? "",
      decision: decision?.decidedOn
        ? { body: decision.body, decidedOn: decision.decidedOn, documentNumber: decision.documentNumber }
        : null,
      changes: changes.map(({ nodeId, code, title, field, fieldLabel, before, after }) => ({
        nodeId,
        code,
        title,
        field,
        fieldLabel,
        before,
        after,
      })),
    }));
}

/** An answer is public once it is decided; where nobody is owed one (分類して生かす), once it is out of its division's hands. */
function withoutDraft(line: AnswerLine, mayBeUndecided: boolean): AnswerLine {
  const state = line.response?.state;
  const isPublic = state === "decided" || (mayBeUndecided && state === "submitted");
  return isPublic ? line : { ...line, response: undefined, category: undefined, decision: undefined, changes: [] };
}

/** What everybody may read of a voice: the copy that two people looked at, where its sender wishes it and it is not hidden. */
function copyForPublic({ wishesPublication, isHidden, copy }: VoiceForPublic): string | null {
  return wishesPublication && !isHidden ? copy : null;
}

/** A point with its words as everybody may read them; "" where they may not. */
export interface PublicPoint {
  readonly voiceId: string;
  readonly voiceNumber: number;
  readonly topicId: string | null;
  readonly exclusion: string;
  readonly words: string;
}

/** The points of an occasion by the rules of its results, for an instrument that shows them before all is answered. */
export async function publicPoints(ctx: Pick<Ctx, "db">, occasionId: string): Promise<PublicPoint[]> {
  const voices = await voicesForPublic(ctx.db, occasionId);
  const copies = new Map(voices.map((voice) => [voice.id, copyForPublic(voice)]));
  return (await sortedVoices(ctx.db, occasionId)).flatMap(({ id, number, text, points }) =>
    points.map((point) => ({
      voiceId: id,
      voiceNumber: number,
      topicId: point.topicId,
      exclusion: point.exclusion,
      words: wordsInCopy(copies.get(id) ?? null, text, point),
    })),
  );
}

function shownVoice(
  voice: VoiceForPublic,
  sorted: SortedVoice | undefined,
  numbers: ReadonlyMap<string, number>,
): VoiceSnapshot {
  const copy = copyForPublic(voice);
  return {
    number: voice.number,
    receivedOn: tokyoDay(voice.receivedAt),
    way: voice.way,
    text: copy,
    wishesPublication: voice.wishesPublication,
    hiddenReason: voice.hiddenReason,
    joinsTopicNumber: voice.joinsTopicNumber,
    points: (sorted?.points ?? []).map((point) => ({
      words: wordsInCopy(copy, sorted?.text ?? null, point),
      topicNumber: numbers.get(point.topicId ?? "") ?? null,
      exclusion: point.exclusion,
    })),
  };
}
