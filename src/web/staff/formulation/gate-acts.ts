import {
  checkItem,
  confirmVersion,
  decideGate,
  formulationPage,
  gateOutcomes,
  hearers,
  meetCondition,
  noteView,
  openGate,
  removeView,
  skipStage,
  type AtStage,
  type ConfirmationWords,
  type DecisionWords,
  type ViewWords,
} from "#domain/formulation/index.ts";
import type { Result } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { stageAnswer, type EnteredAtGate } from "./stage-page.tsx";

export async function open(visit: Visit): Promise<Response> {
  const versionId = text(visit.form, "versionId");
  return acted(visit, "gate", (at) => openGate(visit.ctx, { ...at, versionId }), { versionId });
}

export async function skip(visit: Visit): Promise<Response> {
  const reason = text(visit.form, "reason");
  return acted(visit, "skip", (at) => skipStage(visit.ctx, { ...at, reason }), { skipReason: reason });
}

export async function check(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const item = {
    position: Number(text(form, "position")),
    isDone: text(form, "act") !== "undo",
    words: text(form, "itemWords"),
  };
  return acted(visit, "items", (at) => checkItem(ctx, at, item), { item });
}

export async function note(visit: Visit): Promise<Response> {
  const { form } = visit;
  const view: ViewWords = {
    hearer: hearers.find((each) => each === text(form, "hearer")) ?? "other",
    body: text(form, "viewBody"),
    heardOn: text(form, "heardOn"),
    words: text(form, "words"),
    reference: text(form, "reference"),
  };
  return acted(visit, "views", (at) => noteView(visit.ctx, at, view), { view });
}

export async function unnote(visit: Visit): Promise<Response> {
  return acted(visit, "views", (at) => removeView(visit.ctx, at, text(visit.form, "id")));
}

export async function confirm(visit: Visit): Promise<Response> {
  const { form } = visit;
  const confirmation: ConfirmationWords = {
    body: text(form, "confirmingBody"),
    confirmedOn: text(form, "confirmedOn"),
    reference: text(form, "confirmationReference"),
    versionId: text(form, "versionId"),
  };
  return acted(visit, "confirmations", (at) => confirmVersion(visit.ctx, at, confirmation), { confirmation });
}

export async function decide(visit: Visit): Promise<Response> {
  const { form } = visit;
  const decision: DecisionWords = {
    outcome: gateOutcomes.find((each) => each === text(form, "outcome")),
    body: text(form, "body"),
    decidedOn: text(form, "decidedOn"),
    documentNumber: text(form, "documentNumber"),
    reason: text(form, "reason"),
    conditions: text(form, "conditions")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
  return acted(visit, "decision", (at) => decideGate(visit.ctx, at, decision), { decision });
}

export async function meet(visit: Visit): Promise<Response> {
  const { form } = visit;
  const met = {
    gateId: text(form, "gateId"),
    conditionId: text(form, "conditionId"),
    metOn: text(form, "metOn"),
    metAs: text(form, "metAs"),
  };
  return acted(visit, "conditions", (at) => meetCondition(visit.ctx, at, met), { met });
}

/** Does an act at the stage of the address; refused, it shows the page again with what was entered. */
async function acted(
  visit: Visit,
  part: string,
  act: (at: AtStage) => Promise<Result<null>>,
  entered: EnteredAtGate = {},
): Promise<Response> {
  const { ctx, params } = visit;
  const { plan } = await formulationPage(ctx, params["plan"] ?? "");
  const stageId = params["stage"] ?? "";
  const done = await act({ planId: plan.id, stageId });
  if (!done.ok) return stageAnswer(visit, { ...entered, refusal: done.refusal });
  return onwards(`${addressOf.stage(plan.slug, stageId)}#${part}`, "saved");
}
