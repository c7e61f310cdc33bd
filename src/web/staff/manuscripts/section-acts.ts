import { changeState, sectionStates, settleCopy, takeOut } from "#domain/documents/index.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { sectionOf } from "./frame-page.tsx";
import { showSection } from "./section-page.tsx";

export async function borrow(visit: Visit): Promise<Response> {
  const { plan, section } = await sectionOf(visit);
  const result = await takeOut(visit.ctx, section.id);
  return result.ok
    ? onwards(addressOf.loan(plan, result.value.loanId))
    : showSection(visit, { at: "top", refusal: result.refusal });
}

export async function setState(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, section } = await sectionOf(visit);
  const wanted = text(form, "state");
  const result = await changeState(ctx, {
    sectionId: section.id,
    textVersion: Number(text(form, "textVersion")),
    state: sectionStates.find((each) => each === wanted) ?? section.state,
    reason: text(form, "reason"),
  });
  return result.ok
    ? onwards(addressOf.section(plan, section.id), "saved")
    : showSection(visit, { at: "top", refusal: result.refusal });
}

export async function putAway(visit: Visit): Promise<Response> {
  const { plan, section } = await sectionOf(visit);
  const result = await settleCopy(visit.ctx, { sectionId: section.id, copyId: text(visit.form, "copyId") });
  return result.ok
    ? onwards(addressOf.section(plan, section.id), "settled")
    : showSection(visit, { at: "top", refusal: result.refusal });
}
