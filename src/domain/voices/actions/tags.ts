import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { deskRefusals } from "../desk-labels.ts";
import { mayManageOccasions } from "../permissions.ts";
import { deleteTag, insertTag, renameTagRow, tagsIn } from "../store/tags.ts";
import { longestTag, type Tag } from "../tag.ts";

/** Adds a tag (印) to the city's own. */
export async function addTag(ctx: Ctx, { name }: Pick<Tag, "name">): Promise<Result<{ readonly id: string }>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    const tag = { id: newId(), name: name.trim() };
    const refusal = await nameRefusal(tx, tag);
    if (refusal) return refuse(refusal);
    await insertTag(tx, tag);
    await record(tx, ctx, "voices.tag.added", { tagId: tag.id });
    return accept({ id: tag.id });
  });
}

export async function renameTag(ctx: Ctx, { id, name }: Pick<Tag, "id" | "name">): Promise<Result<null>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    const refusal = await nameRefusal(tx, { id, name: name.trim() });
    if (refusal) return refuse(refusal);
    if (!(await renameTagRow(tx, { id, name: name.trim() }))) throw new NotFound(`tag ${id}`);
    await record(tx, ctx, "voices.tag.renamed", { tagId: id });
    return accept(null);
  });
}

/** Takes a tag away, and off every point. */
export async function removeTag(ctx: Ctx, { id }: Pick<Tag, "id">): Promise<Result<null>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    await deleteTag(tx, id);
    await record(tx, ctx, "voices.tag.removed", { tagId: id });
    return accept(null);
  });
}

async function nameRefusal(tx: Tx, { id, name }: Pick<Tag, "id" | "name">): Promise<Refusal | undefined> {
  if (name === "" || name.length > longestTag) return deskRefusals.tagNameMissing;
  const isTaken = (await tagsIn(tx)).some((tag) => tag.name === name && tag.id !== id);
  return isTaken ? deskRefusals.tagTaken : undefined;
}
