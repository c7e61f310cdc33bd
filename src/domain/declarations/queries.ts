import type { Ctx } from "#domain/audit/index.ts";
import { suggestedMarks, noSender, type Mark } from "#domain/voices/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Declaration } from "./declaration.ts";
import type { Partnership } from "./partnership.ts";
import { mayReadDeclarations } from "./permissions.ts";
import { contactOf, declarationsIn } from "./store/declarations.ts";
import { partnershipsOf } from "./store/partnerships.ts";

/** All declarations, the newest first. */
export async function listDeclarations(ctx: Ctx): Promise<Declaration[]> {
  permit(mayReadDeclarations(ctx.actor), mayReadDeclarations.sentence);
  return declarationsIn(ctx.db);
}

/** One declaration with what probably must not go public in its promise. */
export interface DeclarationPage {
  readonly declaration: Declaration;
  readonly marks: readonly Mark[];
  /** Others with the same promise, this one left out. */
  readonly alike: readonly number[];
  /** False once it was disposed of. */
  readonly hasContact: boolean;
}

/** @throws NotFound when there is none with this number */
export async function declarationPage(ctx: Ctx, number: number): Promise<DeclarationPage> {
  const all = await listDeclarations(ctx);
  const declaration = all.find((each) => each.number === number);
  if (!declaration) throw new NotFound(`declaration ${number}`);
  const contact = await contactOf(ctx.db, declaration.id); // only words that stand in the text anyway are told
  const marks = suggestedMarks(declaration.promise, { ...noSender, ...contact });
  const alike = all.filter((each) => each !== declaration && each.promise === declaration.promise);
  return { declaration, marks, alike: alike.map((each) => each.number), hasContact: contact !== undefined };
}

/** With whom a measure is carried out. */
export async function partnershipsOfMeasure(ctx: Ctx, nodeId: string): Promise<Partnership[]> {
  permit(mayReadDeclarations(ctx.actor), mayReadDeclarations.sentence);
  return partnershipsOf(ctx.db, [nodeId]);
}
