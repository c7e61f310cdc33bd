import type { Ctx } from "#domain/audit/index.ts";
import { permit } from "#kernel/result.ts";
import { mayReadVoices } from "../permissions.ts";
import type { PointChoice, PointKey } from "../point-choice.ts";
import type { SeenPoint } from "../actions/desk-room.ts";
import { wordsInCopy } from "../redaction/index.ts";
import { checkedCopiesOf } from "../store/redactions.ts";
import { chosenPoints, countPointRows, pointRows, type PointRow } from "../store/point-table.ts";

/** A page of points, how many there are in all, and where the next page begins. */
export interface PointTable {
  readonly rows: readonly PointRow[];
  readonly total: number;
  readonly next: PointKey | null;
}

export async function pointTable(
  ctx: Ctx,
  input: PointChoice & { readonly after: PointKey | undefined; readonly limit: number },
): Promise<PointTable> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const found = await pointRows(ctx.db, { ...input, limit: input.limit + 1 });
  const rows = found.slice(0, input.limit);
  const last = found.length > input.limit ? rows.at(-1) : undefined;
  return { rows, total: await countPointRows(ctx.db, input), next: last ? keyOf(last) : null };
}

function keyOf({ id, voiceNumber, position, savedAt }: PointRow): PointKey {
  return { id, number: voiceNumber, position, savedAt: savedAt.toISOString() };
}

/**
 * Every chosen point, up to a limit, for a file. Its words are those of the copy for the public, as in every file that leaves the
 * house; null until two people have looked at the copy.
 */
export async function pointRowsToSave(
  ctx: Ctx,
  choice: PointChoice,
  limit: number,
): Promise<(Omit<PointRow, "quote"> & { readonly words: string | null })[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const rows = await pointRows(ctx.db, { ...choice, after: undefined, limit });
  const checked = await checkedCopiesOf(ctx.db, [...new Set(rows.map(({ voiceId }) => voiceId))]);
  return rows.map((row) => {
    const found = checked.get(row.voiceId);
    return { ...row, words: found ? wordsInCopy(found.copy, found.text, row) : null };
  });
}

/** Every chosen point as it stands, for an act on all of them at once. */
export async function pointsToAct(ctx: Ctx, choice: PointChoice, limit: number): Promise<SeenPoint[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return chosenPoints(ctx.db, choice, limit);
}
