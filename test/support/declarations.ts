import type { Ctx } from "#domain/audit/index.ts";
import {
  acceptDeclaration,
  listDeclarations,
  publishableDeclarations,
  submitDeclaration,
} from "#domain/declarations/index.ts";
import { emptyDeclaration, type DeclarationEntry } from "#domain/declarations/declaration.ts";
import { publishNow } from "#domain/publication/index.ts";
import { newId } from "#kernel/id.ts";
import { accepted } from "./results.ts";

export const declarationWords: DeclarationEntry = {
  ...emptyDeclaration,
  organisation: "みほん商店会",
  promise: "毎月第一日曜に、商店街の防災点検をします。",
  goals: [11],
};

export const contactWords = { name: "山本", phone: "", email: "yamamoto@mihon.example" };

/** A declaration as a business sends it, for a plan that is public. */
export async function declared(ctx: Ctx, planSlug: string, entry: Partial<DeclarationEntry> = {}) {
  const sending = { planSlug, formKey: newId(), entry: { ...declarationWords, ...entry }, contact: contactWords };
  return accepted(await submitDeclaration(ctx, sending));
}

/** Accepts a declaration as it was sent. */
export async function acceptedDeclaration(ctx: Ctx, number: number): Promise<void> {
  const found = (await listDeclarations(ctx)).find((each) => each.number === number);
  if (!found) throw new Error(`no declaration ${number}`);
  accepted(await acceptDeclaration(ctx, { id: found.id, version: found.version, marks: [], words: [] }));
}

export async function publishDeclarations(ctx: Ctx, planSlug: string): Promise<void> {
  const words = { label: "現在", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;
  accepted(await publishNow(ctx, { of: publishableDeclarations, reference: planSlug, ...words }));
}

/** Publishes one declaration for a plan that is public. */
export async function publishSampleDeclaration(ctx: Ctx, planSlug: string): Promise<void> {
  const { number } = await declared(ctx, planSlug);
  await acceptedDeclaration(ctx, number);
  await publishDeclarations(ctx, planSlug);
}
