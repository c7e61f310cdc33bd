import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { endedRefusal, sectionRefusals } from "../labels.ts";
import { isSameTexts, type Loan, type LoanEnd } from "../loan.ts";
import { isWritable, type OutlineSection, type SectionTexts } from "../section.ts";
import { endLoan, insertLoan, openLoans } from "../store/loans.ts";
import { heldSection } from "./held-section.ts";
import { keepBeside, ownLoan, writerOf } from "./own-loan.ts";

/** Takes a section out to write on it (貸出); one's own open loan goes on. */
export async function takeOut(ctx: Ctx, sectionId: string): Promise<Result<{ readonly loanId: string }>> {
  return ctx.transaction((tx) => takeOutIn(ctx, tx, sectionId));
}

/** The same as part of another act. */
export async function takeOutIn(ctx: Ctx, tx: Tx, sectionId: string): Promise<Result<{ readonly loanId: string }>> {
  const section = await heldSection(tx, sectionId);
  const writer = writerOf(ctx, section);
  if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
  const [open] = await openLoans(tx, [section.id]);
  if (open) return open.takenBy === writer ? accept({ loanId: open.id }) : refuse(sectionRefusals.alreadyOnLoan);
  const loanId = await lend(ctx, tx, { section, writer, texts: section.texts, baseVersion: section.textVersion });
  await record(tx, ctx, "documents.section.takenOut", { planId: section.planId, sectionId, loanId });
  return accept({ loanId });
}

/** Takes a section over from who has it (引継ぎ): goes on from the copy as it was saved last, which also stays as it is. */
export async function takeOver(
  ctx: Ctx,
  { sectionId, loanId }: { readonly sectionId: string; readonly loanId: string },
): Promise<Result<{ readonly loanId: string }>> {
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, sectionId);
    const writer = writerOf(ctx, section);
    if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
    const [open] = await openLoans(tx, [section.id]);
    if (!open || open.id !== loanId) return refuse(sectionRefusals.stale);
    await end(ctx, tx, { loan: open, section, as: "takenOver" });
    const next = await lend(ctx, tx, { section, writer, texts: open.texts, baseVersion: open.baseVersion });
    await record(tx, ctx, "documents.section.takenOver", { planId: section.planId, sectionId, loanId: next });
    return accept({ loanId: next });
  });
}

/** Ends one's own loan without putting the copy in; what was written stays beside the section. */
export async function giveUpLoan(ctx: Ctx, loanId: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, loanId);
    if (loan.endedAs !== null) return refuse(endedRefusal(loan.endedAs));
    await end(ctx, tx, { loan, section, as: "givenUp" });
    await record(tx, ctx, "documents.section.givenUp", { planId: section.planId, sectionId: section.id, loanId });
    return accept(null);
  });
}

async function lend(
  ctx: Ctx,
  tx: Tx,
  loan: {
    readonly section: OutlineSection;
    readonly writer: string;
    readonly texts: SectionTexts;
    readonly baseVersion: number;
  },
): Promise<string> {
  const { section, writer, texts, baseVersion } = loan;
  const id = newId();
  await insertLoan(tx, { id, sectionId: section.id, takenBy: writer, takenAt: ctx.clock.now(), baseVersion, texts });
  return id;
}

/** Ends a loan whose copy does not go into the section; what it says beyond the section is kept. */
async function end(
  ctx: Ctx,
  tx: Tx,
  {
    loan,
    section,
    as,
  }: { readonly loan: Loan; readonly section: OutlineSection; readonly as: Exclude<LoanEnd, "returned"> },
): Promise<void> {
  await endLoan(tx, { id: loan.id, as, by: personId(ctx.actor), at: ctx.clock.now() });
  if (!isSameTexts(loan.texts, section.texts)) await keepBeside(ctx, tx, { loan, texts: loan.texts, cause: as });
}
