import type { Ctx } from "#domain/audit/index.ts";
import { permit } from "#kernel/result.ts";
import { mayReadVoices } from "../permissions.ts";
import { sortedVoices, type SortedVoice } from "../store/answer-table.ts";

/** The voices of an occasion with their points and where these lie, for the page of an instrument that sorts them. */
export async function sortedVoicesOf(ctx: Ctx, occasionId: string): Promise<SortedVoice[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return sortedVoices(ctx.db, occasionId);
}
