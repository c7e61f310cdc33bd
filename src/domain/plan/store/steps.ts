import type { Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { treeStepSchema, type TreeStep } from "../tree-step.ts";

/** Keeps what a person did to the tree, so that it can be taken back. */
export async function keepStep(
  tx: Tx,
  input: { planId: string; step: TreeStep; doneBy: string; at: Date },
): Promise<void> {
  await tx
    .insertInto("plan_tree_step")
    .values({
      id: newId(),
      plan_id: input.planId,
      step: JSON.stringify(input.step),
      done_by: input.doneBy,
      done_at: input.at,
    })
    .execute();
}

/** The person's last step on a plan's tree that is not taken back yet. */
export async function lastStep(
  tx: Tx,
  planId: string,
  doneBy: string,
): Promise<{ id: string; step: TreeStep } | undefined> {
  const row = await tx
    .selectFrom("plan_tree_step")
    .where("plan_id", "=", planId)
    .where("done_by", "=", doneBy)
    .where("undone_at", "is", null)
    .select(["id", "step"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, step: treeStepSchema.parse(row.step) };
}

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("plan_tree_step").set({ undone_at: at }).where("id", "=", id).execute();
}
