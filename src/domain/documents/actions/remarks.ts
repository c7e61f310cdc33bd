import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { newId } from "#kernel/id.ts";
import { accept, Forbidden, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { mayRemark, mayWriteSections } from "../permissions.ts";
import { remarkFault, withReplacement, type Disposition, type RemarkEntry, type SectionRemark } from "../remark.ts";
import { isWritable, type OutlineSection } from "../section.ts";
import { textKeysOf } from "../section-texts.ts";
import { openLoans } from "../store/loans.ts";
import { disposeRemarkRow, insertRemark, remarksOn } from "../store/remarks.ts";
import { heldSection, putTexts } from "./held-section.ts";

/** Adds a comment, or a suggestion of other words (意見・修正案). */
export async function addRemark(
  ctx: Ctx,
  { sectionId, ...entry }: RemarkEntry & { readonly sectionId: string },
): Promise<Result<{ readonly id: string }>> {
  permit(mayRemark(ctx.actor), mayRemark.sentence);
  const madeBy = personId(ctx.actor);
  if (madeBy === null) throw new Forbidden(mayRemark.sentence);
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, sectionId);
    if (!textKeysOf(section).includes(entry.textKey)) return refuse(sectionRefusals.unknownKey);
    const remark = { ...entry, quote: entry.quote.trim(), words: entry.words.trim() };
    const fault = remarkFault(remark, section.texts[entry.textKey] ?? emptyRichText);
    if (fault) return refuse(fault);
    const id = newId();
    await insertRemark(tx, { ...remark, id, sectionId, madeBy, madeAt: ctx.clock.now() });
    await record(tx, ctx, "documents.sectionRemark.added", { planId: section.planId, sectionId, remarkId: id });
    return accept({ id });
  });
}

interface Disposing {
  readonly sectionId: string;
  readonly remarkId: string;
  readonly disposition: Disposition;
  readonly reason: string;
}

/** Tells what became of a remark and why; a suggestion that is adopted goes into the text at once. */
export async function disposeRemark(
  ctx: Ctx,
  { sectionId, remarkId, disposition, reason }: Disposing,
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, sectionId);
    permit(mayWriteSections(ctx.actor, section), mayWriteSections.sentence);
    const remark = (await remarksOn(tx, [sectionId])).find(({ id }) => id === remarkId);
    if (!remark) throw new NotFound();
    if (remark.disposition !== null) return refuse(sectionRefusals.stale);
    const told = reason.trim();
    if (told === "" && disposition !== "adopted") return refuse(sectionRefusals.dispositionReason);
    if (remark.replacement !== null && disposition === "adopted") {
      const put = await adopt(ctx, tx, { section, remark, replacement: remark.replacement });
      if (!put.ok) return put;
    }
    const disposal = { id: remarkId, disposition, reason: told, by: personId(ctx.actor), at: ctx.clock.now() };
    if (!(await disposeRemarkRow(tx, disposal))) return refuse(sectionRefusals.stale);
    await record(tx, ctx, "documents.sectionRemark.disposed", { planId: section.planId, sectionId, remarkId });
    return accept(null);
  });
}

interface Adopting {
  readonly section: OutlineSection;
  readonly remark: SectionRemark;
  readonly replacement: string;
}

async function adopt(ctx: Ctx, tx: Tx, { section, remark, replacement }: Adopting): Promise<Result<unknown>> {
  if (!isWritable(section)) return refuse(sectionRefusals.confirmed);
  if ((await openLoans(tx, [section.id])).length > 0) return refuse(sectionRefusals.onLoan);
  const { textKey, quote } = remark;
  const text = withReplacement(section.texts[textKey] ?? emptyRichText, quote, replacement);
  if (!text) return refuse(sectionRefusals.quoteElsewhere);
  const texts = { ...section.texts, [textKey]: text };
  return putTexts(ctx, tx, { section, texts, baseVersion: section.textVersion, act: "accepted" });
}
