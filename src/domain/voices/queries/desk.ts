import { personId, type Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Occasion } from "../occasion.ts";
import { mayReadVoices } from "../permissions.ts";
import { spanOf, uncovered, type Point, type Span } from "../point.ts";
import type { Tag } from "../tag.ts";
import type { Topic } from "../topic.ts";
import { occasionById } from "./occasions.ts";
import { deskVoice, type DeskVoice } from "../store/desk-voices.ts";
import { pointsOf } from "../store/points.ts";
import { lastSteps, type KeptStep } from "../store/steps.ts";
import { tagsIn } from "../store/tags.ts";
import { topicsIn } from "../store/topics.ts";
import { inboxRows, neighbours, type InboxChoice, type InboxRow } from "../store/split-states.ts";

/** A page of an occasion's voices to split (仕分けの受信箱). */
export async function deskInbox(
  ctx: Ctx,
  choice: InboxChoice & { readonly after: number; readonly limit: number },
): Promise<InboxRow[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return inboxRows(ctx.db, choice);
}

/** A voice on the desk: its words, its points where they stand, and what is in none of them. */
export interface DeskPage {
  readonly voice: DeskVoice;
  readonly occasion: Occasion;
  readonly points: readonly (Point & { readonly span: Span | undefined })[];
  readonly topics: readonly Topic[];
  readonly left: readonly Span[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** @throws NotFound */
export async function deskPage(
  ctx: Ctx,
  { voiceId, state }: { readonly voiceId: string; readonly state: InboxChoice["state"] },
): Promise<DeskPage> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const voice = isId(voiceId) ? await deskVoice(ctx.db, voiceId) : undefined;
  if (!voice) throw new NotFound(`voice ${voiceId}`);
  const points = await pointsOf(ctx.db, [voice.id]);
  const text = voice.text ?? "";
  return {
    voice,
    occasion: await occasionById(ctx, voice.occasionId),
    points: points.map((point) => ({ ...point, span: spanOf(text, point) })),
    topics: await topicsIn(ctx.db, [...new Set(points.flatMap(({ topicId }) => topicId ?? []))]),
    left: uncovered(text, points),
    ...(await neighbours(ctx.db, { occasionId: voice.occasionId, state }, voice.number)),
  };
}

/** The person's own last acts on a plan's voices that can be taken back, the newest first. */
export async function lastDeskSteps(ctx: Ctx, planId: string, limit = 5): Promise<KeptStep[]> {
  const doneBy = personId(ctx.actor);
  return doneBy === null ? [] : lastSteps(ctx.db, { planId, doneBy, limit });
}

/** The city's tags (印), with how many points bear each. */
export async function listTags(ctx: Ctx): Promise<(Tag & { readonly points: number })[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return tagsIn(ctx.db);
}
