import { record, type Ctx } from "#domain/audit/index.ts";
import { lockPlan } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { mayShapeManuscript } from "../permissions.ts";
import { deleteTerm, insertTerm, termsOf, updateTerm } from "../store/terms.ts";
import { termFault, type GlossaryTerm } from "../term.ts";

interface Keeping {
  readonly planId: string;
  readonly words: Pick<GlossaryTerm, "term" | "reading" | "meaning">;
  /** The one that is corrected, as the person saw it; none for a new one. */
  readonly seen?: Pick<GlossaryTerm, "id" | "version"> | undefined;
}

/** Adds a word to the plan's glossary (用語), or corrects it. */
export async function keepTerm(ctx: Ctx, { planId, words, seen }: Keeping): Promise<Result<null>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  const told = { term: words.term.trim(), reading: words.reading.trim(), meaning: words.meaning.trim() };
  const id = seen?.id ?? newId();
  return ctx.transaction(async (tx) => {
    await lockPlan(tx, planId); // a word is free or taken in the whole plan
    const fault = termFault({ ...told, id }, await termsOf(tx, planId));
    if (fault) return refuse(fault);
    if (!seen) await insertTerm(tx, planId, { ...told, id });
    else if (!(await updateTerm(tx, planId, { ...seen, ...told }))) return refuse(sectionRefusals.stale);
    await record(tx, ctx, seen ? "documents.term.edited" : "documents.term.added", { planId, termId: id });
    return accept(null);
  });
}

export async function removeTerm(
  ctx: Ctx,
  { planId, id }: { readonly planId: string; readonly id: string },
): Promise<Result<null>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await deleteTerm(tx, planId, id))) return refuse(sectionRefusals.stale);
    await record(tx, ctx, "documents.term.removed", { planId, termId: id });
    return accept(null);
  });
}
