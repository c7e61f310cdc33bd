import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden, NotFound, permit } from "#kernel/result.ts";
import { isSameTexts, type CopyCause, type Loan } from "../loan.ts";
import { mayWriteSections } from "../permissions.ts";
import type { OutlineSection, SectionTexts } from "../section.ts";
import { copiesOfLoan, insertCopy, loanById, lockLoan } from "../store/loans.ts";
import { heldIfThere } from "./held-section.ts";

/** The person who writes. @throws Forbidden for nobody and for who may not write this section */
export function writerOf(ctx: Ctx, section: OutlineSection): string {
  permit(mayWriteSections(ctx.actor, section), mayWriteSections.sentence);
  const writer = personId(ctx.actor);
  if (writer === null) throw new Forbidden(mayWriteSections.sentence);
  return writer;
}

/** One's own loan and its section, held by the transaction. @throws NotFound, Forbidden */
export async function ownLoan(
  ctx: Ctx,
  tx: Tx,
  id: string,
): Promise<{ readonly loan: Loan; readonly section: OutlineSection }> {
  const { loan, section } = await ownLoanIfThere(ctx, tx, id);
  if (!section) throw new NotFound();
  return { loan, section };
}

/** The same; without its section where that is no part of the document any more. */
export async function ownLoanIfThere(
  ctx: Ctx,
  tx: Tx,
  id: string,
): Promise<{ readonly loan: Loan; readonly section: OutlineSection | undefined }> {
  const seen = await loanById(tx, id);
  if (!seen) throw new NotFound();
  const section = await heldIfThere(tx, seen.sectionId); // the section first, as those do who take over
  const loan = await lockLoan(tx, id);
  const writer = section ? writerOf(ctx, section) : personId(ctx.actor);
  permit(writer === loan.takenBy, "借りている人だけが、この節の写しに書けます。");
  return { loan, section };
}

/** Keeps texts of a loan beside its section (控え); the same texts sent again are kept once. */
export async function keepBeside(
  ctx: Ctx,
  tx: Tx,
  { loan, texts, cause }: { readonly loan: Loan; readonly texts: SectionTexts; readonly cause: CopyCause },
): Promise<void> {
  const kept = await copiesOfLoan(tx, loan.id);
  if (kept.some((copy) => copy.texts && isSameTexts(copy.texts, texts))) return;
  const { sectionId, id: loanId, takenBy: writtenBy } = loan;
  await insertCopy(tx, { id: newId(), sectionId, loanId, cause, texts, writtenBy, keptAt: ctx.clock.now() });
}
