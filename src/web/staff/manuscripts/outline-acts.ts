import { addSection, bindTree, removeSection, stepSection } from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";
import { isId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { showOutline } from "./outline-page.tsx";

/** An id that a form chose; null for none. */
export function idIn(form: FormData, name: string): string | null {
  const id = text(form, name);
  return isId(id) ? id : null;
}

/** A day of the form, or what is wrong with it. */
export function dayIn(form: FormData, name: string): { readonly day: string | null; readonly fault?: Refusal } {
  const day = text(form, name);
  if (day === "") return { day: null };
  if (isDay(day)) return { day };
  const message = `期限「${day}」は、日付として読めません。`;
  return {
    day: null,
    fault: { code: "day", message, remedy: "「2026-12-25」のように入力してください。", fields: { [name]: message } },
  };
}

export async function addToOutline(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { day, fault } = dayIn(form, "dueOn");
  if (fault) return showOutline(visit, { at: "add", refusal: fault });
  const result = await addSection(ctx, {
    planId: plan.id,
    parentId: idIn(form, "parentId"),
    title: text(form, "title"),
    divisionId: idIn(form, "divisionId"),
    dueOn: day,
  });
  return result.ok
    ? onwards(addressOf.outline(plan), "created")
    : showOutline(visit, { at: "add", refusal: result.refusal });
}

export async function bindOutline(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const result = await bindTree(ctx, { planId: plan.id, parentId: idIn(form, "parentId") });
  return result.ok
    ? onwards(addressOf.outline(plan), "created")
    : showOutline(visit, { at: "bind", refusal: result.refusal });
}

export async function stepInOutline(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const step = text(form, "step") === "-1" ? -1 : 1;
  const result = await stepSection(ctx, { planId: plan.id, id: text(form, "id"), step });
  return result.ok
    ? onwards(addressOf.outline(plan), "moved")
    : showOutline(visit, { at: "step", refusal: result.refusal });
}

/** Takes out a section that has no page any more, because its node is gone. */
export async function removeFromOutline(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const result = await removeSection(ctx, { planId: plan.id, id: text(form, "id") });
  return result.ok
    ? onwards(addressOf.outline(plan), "leftOut")
    : showOutline(visit, { at: "step", refusal: result.refusal });
}
