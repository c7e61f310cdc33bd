import { addChange, removeChange } from "#domain/voices/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { answerAnswer } from "./answer-page.tsx";

export async function saveChange(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const topicId = topicIn(visit);
  const nodeId = text(form, "measure");
  if (!isId(nodeId)) throw new NotFound();
  const added = await addChange(ctx, {
    topicId,
    nodeId,
    field: text(form, "field"),
    beforeNumber: Number(text(form, "before")) || 0,
    afterNumber: Number(text(form, "after")) || 0,
    note: text(form, "note"),
  });
  if (added.ok) return onwards(`${addressOf.answer(topicId)}#changes`, "saved");
  return answerAnswer(visit, { refusal: added.refusal, form: "change" });
}

export async function dropChange(visit: Visit): Promise<Response> {
  const topicId = topicIn(visit);
  await removeChange(visit.ctx, { topicId, id: text(visit.form, "change") }); // refuses nothing
  return onwards(`${addressOf.answer(topicId)}#changes`, "saved");
}

function topicIn({ params }: Visit): string {
  const id = params["topic"] ?? "";
  if (!isId(id)) throw new NotFound();
  return id;
}
