import { record, type Ctx } from "#domain/audit/index.ts";
import { emptyRichText, type RichText } from "#kernel/rich-text.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { isSameTexts } from "../loan.ts";
import type { OutlineSection } from "../section.ts";
import { saveCopyTexts, settleCopyRow, unsettledCopies } from "../store/loans.ts";
import { heldSection } from "./held-section.ts";
import { keepBeside, ownLoan, writerOf } from "./own-loan.ts";

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

interface Adoption {
  readonly loanId: string;
  /** Which of the section's texts. */
  readonly textKey: string;
  /** The kept copy it is taken from; without it, the section as it stands. */
  readonly copyId?: string | undefined;
}

/**
 * Takes one text of a kept copy, or of the section as it stands now, into one's own loan (こちらを取り入れる). What the writer had written
 * there is kept beside the section, unless it stands in the section anyway.
 */
export async function adoptText(ctx: Ctx, { loanId, textKey, copyId }: Adoption): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { loan, section } = await ownLoan(ctx, tx, loanId);
    if (loan.endedAt !== null) return refuse(sectionRefusals.stale);
    const copies = copyId === undefined ? [] : await unsettledCopies(tx, [section.id]);
    const taken = textFrom(section, textKey, { copyId, copies });
    const own = { [textKey]: loan.texts[textKey] ?? emptyRichText };
    const isElsewhere = [taken, section.texts[textKey] ?? emptyRichText].some((text) =>
      isSameTexts({ [textKey]: text }, own),
    );
    if (!isElsewhere) await keepBeside(ctx, tx, { loan, texts: loan.texts, cause: "replaced" });
    const texts = { ...loan.texts, [textKey]: taken };
    await saveCopyTexts(tx, { id: loanId, texts, window: "", turn: 0, at: ctx.clock.now() });
    await record(tx, ctx, "documents.text.adopted", {
      planId: section.planId,
      sectionId: section.id,
      fields: [textKey],
    });
    return accept(null);
  });
}

interface Sources {
  readonly copyId: string | undefined;
  readonly copies: Awaited<ReturnType<typeof unsettledCopies>>;
}

/** @throws NotFound for a copy that is not there any more */
function textFrom(section: OutlineSection, textKey: string, { copyId, copies }: Sources): RichText {
  if (copyId === undefined) return section.texts[textKey] ?? emptyRichText;
  const copy = copies.find(({ id }) => id === copyId);
  if (!copy?.texts) throw new NotFound();
  return copy.texts[textKey] ?? emptyRichText;
}
