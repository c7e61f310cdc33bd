import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { nodeContentAt } from "#domain/plan/index.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import { endedRefusal, sectionRefusals } from "../labels.ts";
import { mergedTexts, outcomeOf, type CopyCause, type Loan, type LoanSave } from "../loan.ts";
import { isWritable, type OutlineSection, type Section, type SectionTexts } from "../section.ts";
import { textsFault } from "../section-texts.ts";
import { endLoan, saveCopyTexts } from "../store/loans.ts";
import { sectionEvenRemoved, sectionTextsAt } from "../store/sections.ts";
import { putTexts } from "./held-section.ts";
import { keepBeside, ownLoan, ownLoanIfThere } from "./own-loan.ts";

/** What a writer is told of a save. */
export interface Saved {
  readonly saveNumber: number;
  readonly savedAt: Date;
  /** The texts are not on the copy but kept beside the section; why. In 「gone」 the copy has them, and the section is removed. */
  readonly kept: Extract<CopyCause, "late" | "stale"> | "gone" | undefined;
}

/** A save; one without a window is of a form without script, or of a program. */
interface Saving extends Omit<LoanSave, "window" | "turn">, Partial<Pick<LoanSave, "window" | "turn">> {
  readonly loanId: string;
}

/**
 * Saves the copy (自動保存), also of a section that was removed meanwhile: it may be brought back. What comes after the loan's end, or from an older save, is kept beside the section: a refusal would
 * lose it. Saves are not events of their own (decision 17); taking out and returning are.
 */
export async function saveLoan(ctx: Ctx, saving: Saving): Promise<Result<Saved>> {
  return ctx.transaction((tx) => saveLoanIn(ctx, tx, saving));
}

/** The same as part of another act. */
export async function saveLoanIn(ctx: Ctx, tx: Tx, { loanId, ...sent }: Saving): Promise<Result<Saved>> {
  const save: LoanSave = { window: "", turn: 0, ...sent };
  const { loan, section } = await ownLoanIfThere(ctx, tx, loanId);
  const fault = textsFault(section ?? (await removedSection(tx, loan)), save.texts);
  if (fault) return refuse(fault);
  const gone = section ? undefined : "gone";
  const at = ctx.clock.now();
  const outcome = outcomeOf(loan, save);
  if (outcome === "same") return accept({ saveNumber: loan.saveNumber, savedAt: loan.savedAt, kept: gone });
  if (outcome === "next") {
    const saveNumber = await saveCopyTexts(tx, { ...save, id: loanId, at });
    return accept({ saveNumber, savedAt: at, kept: gone });
  }
  await keepBeside(ctx, tx, { loan, texts: save.texts, cause: outcome });
  return accept({ saveNumber: loan.saveNumber, savedAt: at, kept: gone ?? outcome });
}

async function removedSection(tx: Tx, { sectionId }: Loan): Promise<Section> {
  const section = await sectionEvenRemoved(tx, sectionId);
  if (!section) throw new NotFound();
  return section;
}

/** Saves what the form of an ending holds: it stays also where the ending is refused, and the form may then be sent again. */
export async function saveBeforeEnd(ctx: Ctx, saving: Saving): Promise<Result<Saved>> {
  return ctx.apart((tx) => saveLoanIn(ctx, tx, saving));
}

/**
 * Puts the copy into the section (返却). What only others changed meanwhile stays as they wrote it. Where both changed a text, it is
 * refused until the writer looked at the section's: `seenVersion` is the version seen beside the own text.
 */
export async function returnLoan(
  ctx: Ctx,
  { seenVersion, ...saving }: Saving & { readonly seenVersion?: number | undefined },
): Promise<Result<Saved>> {
  const saved = await saveBeforeEnd(ctx, saving);
  if (!saved.ok || saved.value.kept) return saved;
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, saving.loanId);
    if (loan.endedAs === "returned") return saved;
    if (loan.endedAs !== null) return refuse(endedRefusal(loan.endedAs));
    if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
    const texts = await returnedTexts({ ...ctx, db: tx }, { loan, section, seenVersion });
    if (!texts) return refuse(sectionRefusals.staleReturn);
    const put = await putTexts(ctx, tx, { section, texts, baseVersion: section.textVersion, act: "returned" });
    if (!put.ok) return put;
    await endLoan(tx, { id: loan.id, as: "returned", by: personId(ctx.actor), at: ctx.clock.now() });
    const { planId, id: sectionId } = section;
    await record(tx, ctx, "documents.section.returned", { planId, sectionId, loanId: loan.id });
    return saved;
  });
}

interface Returning {
  readonly loan: Loan;
  readonly section: OutlineSection;
  readonly seenVersion: number | undefined;
}

/** What goes into the section; undefined where both changed a text and the writer has not seen the other's. */
async function returnedTexts(ctx: Ctx, { loan, section, seenVersion }: Returning): Promise<SectionTexts | undefined> {
  if (loan.baseVersion === section.textVersion) return loan.texts;
  const base = await textsAt(ctx, section, loan.baseVersion);
  if (!base) return seenVersion === section.textVersion ? loan.texts : undefined; // erased: nothing tells who changed what
  const { texts, both } = mergedTexts(base, loan.texts, section.texts);
  return both.length === 0 || seenVersion === section.textVersion ? texts : undefined;
}

/** The texts of a section as they stood at a version; undefined where they were erased. */
export async function textsAt(
  ctx: Ctx,
  section: Pick<OutlineSection, "id" | "nodeId">,
  version: number,
): Promise<SectionTexts | undefined> {
  if (section.nodeId === null) return sectionTextsAt(ctx.db, section.id, version);
  return (await nodeContentAt(ctx, section.nodeId, version))?.fields;
}
