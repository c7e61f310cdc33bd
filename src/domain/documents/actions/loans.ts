import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, Forbidden, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { isSameTexts, outcomeOf, type CopyCause, type Loan, type LoanEnd } from "../loan.ts";
import { mayWriteSections } from "../permissions.ts";
import { isWritable, type OutlineSection, type SectionTexts } from "../section.ts";
import { textsFault } from "../section-texts.ts";
import {
  endLoan,
  insertCopy,
  insertLoan,
  loanById,
  lockLoan,
  openLoans,
  saveCopyTexts,
  setBaseVersion,
  settleCopyRow,
} from "../store/loans.ts";
import { heldSection, putTexts } from "./held-section.ts";

/** Takes a section out to write on it (貸出); one's own open loan goes on. */
export async function takeOut(ctx: Ctx, sectionId: string): Promise<Result<{ readonly loanId: string }>> {
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, sectionId);
    const writer = writerOf(ctx, section);
    if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
    const [open] = await openLoans(tx, [section.id]);
    if (open) return open.takenBy === writer ? accept({ loanId: open.id }) : refuse(sectionRefusals.alreadyOnLoan);
    const loanId = await lend(ctx, tx, { section, writer, texts: section.texts, baseVersion: section.textVersion });
    await record(tx, ctx, "documents.section.takenOut", { planId: section.planId, sectionId, loanId });
    return accept({ loanId });
  });
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

/** What a writer is told of a save. */
export interface Saved {
  readonly saveNumber: number;
  readonly savedAt: Date;
  /** The texts are not on the copy but kept beside the section; why. */
  readonly kept: Extract<CopyCause, "late" | "stale"> | undefined;
}

interface Saving {
  readonly loanId: string;
  /** The save that these texts began from. */
  readonly saveNumber: number;
  readonly texts: SectionTexts;
}

/**
 * Saves the copy (自動保存). What comes after the loan's end, or from an older save, is kept beside the section: a refusal would
 * lose it. Saves are not events of their own (decision 17); taking out and returning are.
 */
export async function saveLoan(ctx: Ctx, saving: Saving): Promise<Result<Saved>> {
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, saving.loanId);
    const fault = textsFault(section, saving.texts);
    if (fault) return refuse(fault);
    const at = ctx.clock.now();
    const outcome = outcomeOf(loan, saving);
    if (outcome === "same") return accept({ saveNumber: loan.saveNumber, savedAt: loan.savedAt, kept: undefined });
    if (outcome === "next") {
      const saveNumber = await saveCopyTexts(tx, { id: loan.id, texts: saving.texts, at });
      return accept({ saveNumber, savedAt: at, kept: undefined });
    }
    await keep(ctx, tx, { loan, texts: saving.texts, cause: outcome });
    return accept({ saveNumber: loan.saveNumber, savedAt: at, kept: outcome });
  });
}

/** Puts the copy into the section (返却). `seenVersion` is the section's that the writer looked at beside the own text. */
export async function returnLoan(
  ctx: Ctx,
  { seenVersion, ...saving }: Saving & { readonly seenVersion?: number | undefined },
): Promise<Result<Saved>> {
  const saved = await saveLoan(ctx, saving);
  if (!saved.ok || saved.value.kept) return saved;
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, saving.loanId);
    if (loan.endedAt !== null) return saved;
    if (seenVersion !== undefined) await setBaseVersion(tx, loan.id, seenVersion);
    const baseVersion = seenVersion ?? loan.baseVersion;
    const put = await putTexts(ctx, tx, { section, texts: loan.texts, baseVersion, act: "returned" });
    if (!put.ok) return put;
    await endLoan(tx, { id: loan.id, as: "returned", by: personId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "documents.section.returned", {
      planId: section.planId,
      sectionId: section.id,
      loanId: loan.id,
    });
    return saved;
  });
}

/** Ends one's own loan without putting the copy in; what was written stays beside the section. */
export async function giveUpLoan(ctx: Ctx, loanId: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, loanId);
    if (loan.endedAt !== null) return refuse(sectionRefusals.stale);
    await end(ctx, tx, { loan, section, as: "givenUp" });
    await record(tx, ctx, "documents.section.givenUp", { planId: section.planId, sectionId: section.id, loanId });
    return accept(null);
  });
}

/** Settles kept texts (控え): somebody carried over what was needed. */
export async function settleCopy(
  ctx: Ctx,
  { sectionId, copyId }: { readonly sectionId: string; readonly copyId: string },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, sectionId);
    const by = writerOf(ctx, section);
    if (!(await settleCopyRow(tx, { id: copyId, sectionId, by, at: ctx.clock.now() })))
      return refuse(sectionRefusals.stale);
    await record(tx, ctx, "documents.copy.settled", { planId: section.planId, sectionId, copyId });
    return accept(null);
  });
}

/** The person who writes. @throws Forbidden for nobody and for who may not write this section */
function writerOf(ctx: Ctx, section: OutlineSection): string {
  permit(mayWriteSections(ctx.actor, section), mayWriteSections.sentence);
  const writer = personId(ctx.actor);
  if (writer === null) throw new Forbidden(mayWriteSections.sentence);
  return writer;
}

async function ownLoan(
  ctx: Ctx,
  tx: Tx,
  id: string,
): Promise<{ readonly loan: Loan; readonly section: OutlineSection }> {
  const seen = await loanById(tx, id);
  if (!seen) throw new NotFound();
  const section = await heldSection(tx, seen.sectionId); // the section first, as those do who take over
  const loan = await lockLoan(tx, id);
  permit(writerOf(ctx, section) === loan.takenBy, "借りている人だけが、この節の写しに書けます。");
  return { loan, section };
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
  if (!isSameTexts(loan.texts, section.texts)) await keep(ctx, tx, { loan, texts: loan.texts, cause: as });
}

async function keep(
  ctx: Ctx,
  tx: Tx,
  { loan, texts, cause }: { readonly loan: Loan; readonly texts: SectionTexts; readonly cause: CopyCause },
): Promise<void> {
  const { sectionId, id: loanId, takenBy: writtenBy } = loan;
  await insertCopy(tx, { id: newId(), sectionId, loanId, cause, texts, writtenBy, keptAt: ctx.clock.now() });
}
