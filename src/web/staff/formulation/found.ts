import { formulationPage, type FormulationPage } from "#domain/formulation/index.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

/** The formulation that the address names. @throws NotFound */
export async function formulationOf({ ctx, params }: Visit): Promise<FormulationPage> {
  return formulationPage(ctx, params["plan"] ?? "");
}

/** The formulation as the person saw it when the form was made. */
export function seenIn({ form }: Visit, { plan }: FormulationPage) {
  return { planId: plan.id, version: Number(text(form, "version")) };
}

export function backTo({ plan }: FormulationPage): Response {
  return onwards(addressOf.policy(plan.slug), "saved");
}
