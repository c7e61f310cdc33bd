import type { Ctx } from "#domain/audit/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { mayReadConsultations } from "../permissions.ts";
import type { RoundDocument, RoundWords } from "./round.ts";
import { documentsIn, roundIn } from "./store.ts";

/** A round's own words and documents. @throws NotFound where the consultation is of another kind */
export async function roundOf(
  ctx: Ctx,
  id: string,
): Promise<{ readonly words: RoundWords; readonly documents: readonly RoundDocument[] }> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const words = await roundIn(ctx.db, id);
  if (!words) throw new NotFound(`public comment round ${id}`);
  return { words, documents: await documentsIn(ctx.db, id) };
}
