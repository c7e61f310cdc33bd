import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { keepingRefusals } from "../keeping-labels.ts";
import { mayRedact } from "../permissions.ts";
import type { Span } from "../point.ts";
import { copyWithout, spansOfWords } from "../redaction/index.ts";
import { keepCopy, keepSecondLook, redactionOf } from "../store/redactions.ts";
import { heldVoice } from "./held-voice.ts";

export interface CopyInput {
  readonly voiceId: string;
  /** The edition of the words and the version of the copy (0: none) that the person saw. */
  readonly edition: number;
  readonly version: number;
  /** What is taken out: the confirmed suggestions, and words that were typed, wherever they stand. */
  readonly spans: readonly Span[];
  readonly words: readonly string[];
}

/** Makes the copy of a voice for the public, or makes it anew. Somebody else has to look at it afterwards. */
export async function makeCopy(ctx: Ctx, input: CopyInput): Promise<Result<null>> {
  permit(mayRedact(ctx.actor), mayRedact.sentence);
  return ctx.transaction(async (tx) => {
    const { id, text, edition } = await heldVoice(tx, input.voiceId);
    if (text === null) return refuse(keepingRefusals.disposed);
    if (edition !== input.edition) return refuse(keepingRefusals.stale);
    const typed = input.words.map((words) => words.trim()).filter((words) => words !== "");
    const missing = typed.filter((words) => !text.includes(words));
    if (missing.length > 0) return refuse(notFound(missing));
    const content = copyWithout(text, [...input.spans, ...typed.flatMap((words) => spansOfWords(text, words))]);
    const copy = { voiceId: id, edition, content, by: personId(ctx.actor), at: ctx.clock.now(), seen: input.version };
    if (!(await keepCopy(tx, copy))) return refuse(keepingRefusals.stale);
    await record(tx, ctx, "voices.copy.made", { voiceId: id });
    return accept(null);
  });
}

function notFound(missing: readonly string[]) {
  const message = `「${missing.join("」「")}」が、意見の中に見つかりません。`;
  return { ...keepingRefusals.wordsNotFound, message };
}

/** Looks at a copy that somebody else made and finds it right. */
export async function confirmCopy(
  ctx: Ctx,
  input: { readonly voiceId: string; readonly version: number },
): Promise<Result<null>> {
  permit(mayRedact(ctx.actor), mayRedact.sentence);
  return ctx.transaction(async (tx) => {
    const { id, edition } = await heldVoice(tx, input.voiceId);
    const copy = await redactionOf(tx, id);
    if (!copy || copy.edition !== edition) return refuse(keepingRefusals.noCopy);
    if (copy.firstBy === personId(ctx.actor)) return refuse(keepingRefusals.ownCopy);
    const look = { voiceId: id, by: personId(ctx.actor), at: ctx.clock.now(), seen: input.version };
    if (!(await keepSecondLook(tx, look))) return refuse(keepingRefusals.stale);
    await record(tx, ctx, "voices.copy.confirmed", { voiceId: id });
    return accept(null);
  });
}
