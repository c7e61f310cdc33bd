import {
  adoptText,
  giveUpLoan,
  keptWords,
  returnLoan,
  saveBeforeEnd,
  saveLoan,
  textKeysOf,
  type LoanSave,
  type Saved,
} from "#domain/documents/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { json, onwards } from "#web/answer.tsx";
import type { SaveAnswer } from "#web/islands/loan-saver/protocol.ts";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { textsInForm, type EnteredTexts } from "./loan-form.ts";
import { loanOf, showLoan, type LoanFound } from "./loan-page.tsx";
import { showStaleReturn } from "./return-page.tsx";

/** What the form of a loan sends to be saved. */
export function savingOf(
  { form }: Visit,
  { own }: Pick<LoanFound, "own">,
  { texts }: EnteredTexts,
): LoanSave & { readonly loanId: string } {
  const number = (name: string) => Math.max(0, Math.trunc(Number(text(form, name)) || 0));
  return {
    loanId: own.id,
    saveNumber: number("saveNumber"),
    window: text(form, "window").slice(0, 64),
    turn: number("turn"),
    texts,
  };
}

/** Tells the island what became of a save behind the typing (自動保存). */
export async function tellSave(visit: Visit): Promise<Response> {
  const found = await loanOf(visit);
  const entered = textsInForm(visit.form, found.section, found.own.texts);
  if (entered.fault)
    return tellRefusal({ ...entered.fault, remedy: Object.values(entered.fault.fields ?? {}).join("") });
  const result = await saveLoan(visit.ctx, savingOf(visit, found, entered));
  if (!result.ok) return tellRefusal(result.refusal);
  return tellSaved(result.value, `${addressOf.section(found.plan, found.section.id)}#copies`);
}

/** @param href where texts are read that are not on the copy */
export function tellSaved({ saveNumber, savedAt, kept }: Saved, href: string): Response {
  const words = kept === "gone" ? "残した文章を開く" : "節のページを開く";
  return json({
    ok: true,
    saveNumber,
    savedAt: tokyoTime(savedAt),
    kept: kept && { message: keptWords[kept], href, words },
  } satisfies SaveAnswer);
}

export function tellRefusal({ message, remedy = "" }: Refusal): Response {
  return json({ ok: false, message, remedy } satisfies SaveAnswer, 422);
}

/** Saves a form that was sent as a page. */
export async function saveWriting(visit: Visit): Promise<Response> {
  const found = await loanOf(visit);
  const entered = textsInForm(visit.form, found.section, found.own.texts);
  if (entered.fault) return showLoan(visit, { refusal: entered.fault, typed: entered.typed });
  const result = await saveLoan(visit.ctx, savingOf(visit, found, entered));
  if (!result.ok) return showLoan(visit, { refusal: result.refusal, typed: entered.typed });
  return result.value.kept ? toCopies(found, result.value) : onwards(addressOf.loan(found.plan, found.own.id), "saved");
}

/** The texts were kept beside the section: there they are seen. */
function toCopies({ plan, section, own }: LoanFound, { kept }: Saved): Response {
  if (kept === "gone") return onwards(addressOf.loan(plan, own.id));
  return onwards(`${addressOf.section(plan, section.id)}#copies`, kept === "late" ? "keptLate" : "keptStale");
}

/** Puts the texts into the section (返却). */
export async function returnWriting(visit: Visit): Promise<Response> {
  const found = await loanOf(visit);
  const entered = textsInForm(visit.form, found.section, found.own.texts);
  if (entered.fault) return showLoan(visit, { refusal: entered.fault, typed: entered.typed });
  const seen = text(visit.form, "seenVersion");
  const result = await returnLoan(visit.ctx, {
    ...savingOf(visit, found, entered),
    seenVersion: seen === "" ? undefined : Number(seen),
  });
  if (result.ok && result.value.kept) return toCopies(found, result.value);
  if (result.ok) return onwards(addressOf.section(found.plan, found.section.id), "returned");
  if (result.refusal.code === "staleReturn") return showStaleReturn(visit, result.refusal);
  return showLoan(visit, { refusal: result.refusal, typed: entered.typed });
}

/** Ends the loan; what the form holds is saved before, so that the copy has it. */
export async function giveUpWriting(visit: Visit): Promise<Response> {
  const found = await loanOf(visit);
  const entered = textsInForm(visit.form, found.section, found.own.texts);
  if (entered.fault) return showLoan(visit, { refusal: entered.fault, typed: entered.typed });
  const saved = await saveBeforeEnd(visit.ctx, savingOf(visit, found, entered));
  if (!saved.ok) return showLoan(visit, { refusal: saved.refusal, typed: entered.typed });
  const result = await giveUpLoan(visit.ctx, found.own.id);
  return result.ok
    ? onwards(`${addressOf.section(found.plan, found.section.id)}#copies`, "givenUp")
    : showLoan(visit, { refusal: result.refusal });
}

/** Takes one text of a copy, or of the section as it stands, into the loan (こちらを取り入れる). */
export async function adoptWriting(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const found = await loanOf(visit);
  const [copyId, textKey] = [text(form, "copyId"), text(form, "textKey")];
  if (!textKeysOf(found.section).includes(textKey)) throw new NotFound();
  const result = await adoptText(ctx, { loanId: found.own.id, textKey, copyId: isId(copyId) ? copyId : undefined });
  if (!result.ok) return showLoan(visit, { refusal: result.refusal });
  return onwards(addressOf.loan(found.plan, found.own.id), "adopted");
}
