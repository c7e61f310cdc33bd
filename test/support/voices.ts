import type { Ctx } from "#domain/audit/index.ts";
import {
  anchorOf,
  emptyEntry,
  occasionIn,
  openOccasion,
  receiveVoice,
  type Channel,
  type Duty,
  type Occasion,
  type Point,
  type VoiceEntry,
  type Way,
} from "#domain/voices/index.ts";
import { insertPoints } from "#domain/voices/store/points.ts";
import { newId } from "#kernel/id.ts";
import { accepted } from "./results.ts";

interface OccasionSketch {
  readonly planId: string;
  readonly channel?: Channel;
  readonly duty?: Duty;
  readonly title?: string;
  readonly divisionId?: string | null;
  readonly opensOn?: string;
  readonly closesOn?: string | null;
  readonly voiceYears?: number;
  readonly senderYears?: number;
}

/** A procedure that gathers voices in November 2026. */
export async function occasionOf(ctx: Ctx, sketch: OccasionSketch): Promise<Occasion> {
  return ctx.transaction(async (tx) => {
    const usual = { channel: "publicComment", duty: "answer", title: "素案への意見募集", divisionId: null } as const;
    const days = { opensOn: "2026-11-01", closesOn: "2026-11-30", voiceYears: 5, senderYears: 1 };
    const { id } = accepted(await openOccasion(tx, ctx, { ...usual, ...days, ...sketch }));
    return occasionIn(tx, id);
  });
}

/** A voice with these words, as a form of citizens sends it. */
export async function voiceOf(ctx: Ctx, occasion: Occasion, entry: Partial<VoiceEntry>, way: Way = "web") {
  const sending = { occasion, entry: { ...emptyEntry, ...entry }, way, sendingKey: newId() };
  return ctx.transaction(async (tx) => accepted(await receiveVoice(tx, ctx, sending)));
}

/** A topic with points by their words in voices, written straight into the ledger. */
export async function topicOf(
  ctx: Ctx,
  sketch: {
    readonly planId: string;
    readonly number: number;
    readonly title: string;
    readonly divisionId?: string;
    readonly place?: string;
    readonly of: readonly { readonly voiceId: string; readonly text: string; readonly words: string }[];
  },
): Promise<string> {
  const id = newId();
  const { planId, number, title, divisionId = null, place = "", of } = sketch;
  await ctx.transaction(async (tx) => {
    await tx
      .insertInto("topic")
      .values({ id, plan_id: planId, number, title, place, division_id: divisionId, saved_at: ctx.clock.now() })
      .execute();
    const points = of.map(({ voiceId, text, words }, index): Point => {
      const start = text.indexOf(words);
      const anchor = anchorOf(text, { start, end: start + words.length });
      const rest = { gist: "", exclusion: "", nodeId: null, version: 1 };
      return { ...anchor, ...rest, id: newId(), voiceId, position: number * 10 + index, topicId: id };
    });
    await insertPoints(tx, points, { by: null, at: ctx.clock.now() });
  });
  return id;
}
