import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { copyWithout, spansOfWords, type Mark } from "#domain/voices/index.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { isOver, type Contact, type Declaration, type DeclarationState } from "../declaration.ts";
import { declarationRefusals } from "../labels.ts";
import { mayCheckDeclarations, maySeeContacts } from "../permissions.ts";
import { contactOf, declarationsIn, removeContact, saveChecked } from "../store/declarations.ts";

interface Seen {
  readonly id: string;
  readonly version: number;
}

export interface DeclarationAcceptance extends Seen {
  /** What of the promise must not go public. */
  readonly marks: readonly Pick<Mark, "start" | "end">[];
  readonly words: readonly string[];
}

/** Accepts a declaration (受入れ): its name as far as it wishes, its promise without what must not go public. It is published with the others. */
export async function acceptDeclaration(
  ctx: Ctx,
  { marks, words, ...seen }: DeclarationAcceptance,
): Promise<Result<null>> {
  return check(ctx, seen, ({ organisation, showsName, promise }) => {
    const spans = words.flatMap((each) => spansOfWords(promise, each));
    const shownPromise = copyWithout(promise, [...marks, ...spans]);
    return { state: "accepted", shownName: showsName ? organisation : "", shownPromise, reason: "" };
  });
}

/** Does not accept a declaration; its sender reads why by receipt. */
export async function refuseDeclaration(
  ctx: Ctx,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Result<null>> {
  const why = reason.trim();
  if (why === "") return refuse(declarationRefusals.reasonMissing);
  return check(ctx, seen, () => ({ state: "refused", shownName: "", shownPromise: "", reason: why }));
}

type Outcome = Pick<Declaration, "shownName" | "shownPromise" | "reason"> & { readonly state: DeclarationState };

async function check(ctx: Ctx, seen: Seen, outcomeOf: (declaration: Declaration) => Outcome): Promise<Result<null>> {
  permit(mayCheckDeclarations(ctx.actor), mayCheckDeclarations.sentence);
  return ctx.transaction(async (tx) => {
    const [found] = await declarationsIn(tx, { id: seen.id });
    if (!found) throw new NotFound(`declaration ${seen.id}`);
    const outcome = outcomeOf(found);
    const checked = { ...seen, ...outcome, by: personId(ctx.actor), at: ctx.clock.now() };
    if (!(await saveChecked(tx, checked))) return refuse(declarationRefusals.stale);
    await record(tx, ctx, `declaration.${outcome.state}`, { declarationId: seen.id });
    return accept(null);
  });
}

/** Whom to ask about a declaration; the look is recorded. */
export async function seeContact(ctx: Ctx, id: string): Promise<Contact> {
  permit(maySeeContacts(ctx.actor), maySeeContacts.sentence);
  return ctx.transaction(async (tx) => {
    const contact = await contactOf(tx, id);
    if (!contact) throw new NotFound(`contact of declaration ${id}`);
    await record(tx, ctx, "declaration.contact.seen", { declarationId: id });
    return contact;
  });
}

/** Disposes of whom to ask (連絡先の廃棄), once the declaration was refused or has ended. */
export async function disposeContact(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(maySeeContacts(ctx.actor), maySeeContacts.sentence);
  return ctx.transaction(async (tx) => {
    const [found] = await declarationsIn(tx, { id });
    if (!found) throw new NotFound(`declaration ${id}`);
    if (!isOver(found, ctx.clock.today())) return refuse(declarationRefusals.goesOn);
    if (!(await removeContact(tx, id))) return refuse(declarationRefusals.noContact);
    await record(tx, ctx, "declaration.contact.disposed", { declarationId: id });
    return accept(null);
  });
}
