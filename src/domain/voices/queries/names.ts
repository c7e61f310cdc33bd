import type { Ctx } from "#domain/audit/index.ts";
import { permit } from "#kernel/result.ts";
import { mayReadVoices } from "../permissions.ts";
import { topicsIn } from "../store/topics.ts";
import { voiceNumbersOf } from "../store/voices.ts";

/** The public numbers of some voices, by id. */
export async function voiceNumbers(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return voiceNumbersOf(ctx.db, ids);
}

/** Topics as lists name them: their number and 意見の概要, by id. */
export async function topicNames(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return new Map((await topicsIn(ctx.db, ids)).map(({ id, number, title }) => [id, `${number} ${title}`]));
}
