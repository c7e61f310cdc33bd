import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { revisionKey, revisionTexts, textFieldLabels } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { changeRefusals } from "../refusals.ts";
import { mayDraftResponses } from "../permissions.ts";
import { changesOf, deleteChange, insertChange } from "../store/changes.ts";
import type { Change } from "../topic.ts";
import { topicIn } from "./held-topic.ts";

/** Ties a changed text of the plan to the answer that caused it, by the revisions before and after. */
export async function addChange(ctx: Ctx, input: Omit<Change, "id">): Promise<Result<{ readonly id: string }>> {
  const fault = await changeFault(ctx, input);
  return ctx.transaction(async (tx) => {
    const topic = await topicIn(tx, input.topicId);
    permit(mayDraftResponses(ctx.actor, topic), mayDraftResponses.sentence);
    if (fault) return refuse(fault);
    const own = await changesOf(tx, [topic.id]);
    if (own.some(({ nodeId, field }) => nodeId === input.nodeId && field === input.field))
      return refuse(changeRefusals.alreadyNoted);
    const id = newId();
    const adding = { by: personId(ctx.actor), at: ctx.clock.now() };
    await insertChange(tx, { ...input, note: input.note.trim(), id }, adding);
    await record(tx, ctx, "voices.change.added", { topicId: topic.id, nodeId: input.nodeId, fields: [input.field] });
    return accept({ id });
  });
}

async function changeFault(ctx: Ctx, input: Omit<Change, "id">): Promise<Refusal | undefined> {
  const { nodeId, field, beforeNumber, afterNumber } = input;
  if (!Object.hasOwn(textFieldLabels, field)) return changeRefusals.unknownField;
  if (afterNumber <= beforeNumber) return changeRefusals.notLater;
  const places = [
    { nodeId, number: beforeNumber },
    { nodeId, number: afterNumber },
  ];
  const texts = await revisionTexts(ctx, places);
  const [before, after] = places.map((place) => texts.get(revisionKey(place)));
  if (!before || !after) return changeRefusals.unknownRevision;
  return before.fields[field] === after.fields[field] ? changeRefusals.noDifference : undefined;
}

/** Unties a changed text from an answer. */
export async function removeChange(
  ctx: Ctx,
  { topicId, id }: { readonly topicId: string; readonly id: string },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const topic = await topicIn(tx, topicId);
    permit(mayDraftResponses(ctx.actor, topic), mayDraftResponses.sentence);
    const change = (await changesOf(tx, [topicId])).find((each) => each.id === id);
    if (!change) throw new NotFound();
    await deleteChange(tx, id);
    await record(tx, ctx, "voices.change.removed", { topicId, nodeId: change.nodeId, fields: [change.field] });
    return accept(null);
  });
}
