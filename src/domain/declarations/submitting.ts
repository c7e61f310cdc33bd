import { record, type Ctx } from "#domain/audit/index.ts";
import { planBySlug, planOutline } from "#domain/plan/index.ts";
import { headFor, stateOf, storedPublications } from "#domain/publication/index.ts";
import { readReceipt, receiptHash, receiptOf } from "#domain/voices/index.ts";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import {
  contactFault,
  declarationFault,
  isGoingOn,
  type Contact,
  type Declaration,
  type DeclarationEntry,
  type YearlyAnswer,
} from "./declaration.ts";
import { declarationRefusals } from "./labels.ts";
import {
  declarationsIn,
  holdDeclarationNumbers,
  insertContact,
  insertDeclaration,
  keepYear,
  nextDeclarationNumber,
} from "./store/declarations.ts";

export interface DeclarationSending {
  readonly planSlug: string;
  /** The key of the form, known to its sender alone; the receipt is made of it. */
  readonly formKey: string;
  readonly entry: DeclarationEntry;
  readonly contact: Contact;
}

export interface DeclarationReceived {
  readonly number: number;
  readonly receipt: string;
  readonly isRepeat: boolean;
}

/** Receives a declaration (宣言) for a plan that is public. The same form with the same words is the same declaration. */
export async function submitDeclaration(
  ctx: Ctx,
  { planSlug, formKey, entry, contact }: DeclarationSending,
): Promise<Result<DeclarationReceived>> {
  const head = headFor(await storedPublications(ctx).heads(), "plan", planSlug);
  if (!head || stateOf(head) !== "current") return refuse(declarationRefusals.noPlan);
  const plan = await planBySlug(ctx, planSlug);
  const measureIds = (await planOutline(ctx, plan.id)).map(({ id }) => id);
  const fault = declarationFault(entry, { measureIds, today: ctx.clock.today() }) ?? contactFault(contact);
  if (fault) return refuse(fault);
  const content = canonicalJson({
    entry: { ...entry, goals: [...entry.goals], nodeIds: [...entry.nodeIds] },
    contact: { ...contact },
  });
  const sendingKey = sha256(`declaration ${formKey} ${content}`);
  const receipt = receiptOf(Buffer.from(sha256(`sending:${sendingKey}`), "hex"));
  return ctx.transaction(async (tx) => {
    await holdDeclarationNumbers(tx); // whoever sends the same form at the same moment waits here
    const [before] = await declarationsIn(tx, { sendingKey: sha256(sendingKey) });
    if (before) return accept({ number: before.number, receipt, isRepeat: true });
    const id = newId();
    const number = await nextDeclarationNumber(tx);
    const kept = { sendingKey: sha256(sendingKey), receiptHash: receiptHash(receipt) };
    await insertDeclaration(tx, { ...entry, ...kept, id, planId: plan.id, sentAt: ctx.clock.now() }, number);
    await insertContact(tx, id, contact);
    await record(tx, ctx, "declaration.received", { declarationId: id, planId: plan.id });
    return accept({ number, receipt, isRepeat: false });
  });
}

/** What a sender reads of the own declaration; nothing of whom to ask. */
export interface OwnDeclaration extends Pick<
  Declaration,
  "number" | "organisation" | "promise" | "state" | "reason" | "untilOn" | "years"
> {
  readonly isGoingOn: boolean;
}

/** The declaration of a receipt as its sender typed it; undefined for every other, whatever is wrong with it. */
export async function declarationByReceipt(
  ctx: Pick<Ctx, "db" | "clock">,
  typed: string,
): Promise<OwnDeclaration | undefined> {
  const [found] = await declarationsIn(ctx.db, { receiptHash: receiptHash(readReceipt(typed) ?? "") });
  if (!found) return undefined;
  const { number, organisation, promise, state, reason, untilOn, years } = found;
  const isOn = isGoingOn(found, ctx.clock.today());
  return { number, organisation, promise, state, reason, untilOn, years, isGoingOn: isOn };
}

/** 「続けています」 or 「終わりました」, told by receipt once a year; told again it replaces what was told. Published with the next edition. */
export async function tellYear(
  ctx: Ctx,
  { receipt, answer }: { readonly receipt: string; readonly answer: YearlyAnswer },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const [found] = await declarationsIn(tx, { receiptHash: receiptHash(readReceipt(receipt) ?? "") });
    if (!found) return refuse(declarationRefusals.unknownReceipt);
    if (found.state !== "accepted") return refuse(declarationRefusals.notAccepted);
    const today = ctx.clock.today();
    const year = fiscalYearOf(today);
    const isThisYears = found.years.at(-1)?.year === year;
    if (!isGoingOn(found, today) && !isThisYears) return refuse(declarationRefusals.hasEnded);
    await keepYear(tx, { id: found.id, year, answer, at: ctx.clock.now() });
    await record(tx, ctx, "declaration.yearTold", { declarationId: found.id });
    return accept(null);
  });
}
