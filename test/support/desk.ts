import type { Ctx } from "#domain/audit/index.ts";
import {
  addPoints,
  emptyEntry,
  enterVoice,
  openOccasion,
  type Channel,
  type Destination,
  type Duty,
  type Made,
} from "#domain/voices/index.ts";
import { accepted } from "./results.ts";

/** An occasion of a plan, from November 2026. */
export async function occasionOf(
  ctx: Ctx,
  planId: string,
  more: {
    readonly title?: string;
    readonly divisionId?: string;
    readonly duty?: Duty;
    readonly channel?: Channel;
  } = {},
): Promise<string> {
  const { title = "素案への意見募集", divisionId = null, duty = "answer", channel = "publicComment" } = more;
  const days = { opensOn: "2026-11-01", closesOn: "2026-11-30" };
  const opened = await ctx.transaction((tx) =>
    openOccasion(tx, ctx, { channel, title, planId, divisionId, duty, ...days, voiceYears: 5, senderYears: 1 }),
  );
  return accepted(opened).id;
}

/** A voice that came by fax. */
export async function voiceIn(ctx: Ctx, occasionId: string, text: string): Promise<string> {
  return accepted(await enterVoice(ctx, { occasionId, entry: { ...emptyEntry, text }, way: "fax" })).id;
}

/** Points of a voice, each by words that stand in it once. */
export async function split(
  ctx: Ctx,
  { voiceId, text }: { readonly voiceId: string; readonly text: string },
  words: readonly string[],
  destination: Destination = {},
): Promise<Made> {
  const stretches = words.map((each) => ({ start: text.indexOf(each), words: each }));
  return accepted(await addPoints(ctx, { voiceId, edition: 1, stretches, ...destination }));
}
