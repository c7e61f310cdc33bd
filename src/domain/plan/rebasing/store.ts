import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";

/** A re-basing (計画の組み直し): which plan was made from which, and when. */
export interface Rebasing {
  readonly planId: string;
  readonly fromPlanId: string;
  readonly doneAt: Date;
}

export async function insertRebasing(tx: Tx, input: Rebasing & { readonly doneBy: string | null }): Promise<void> {
  const { planId, fromPlanId, doneBy, doneAt } = input;
  await tx
    .insertInto("rebasing")
    .values({ plan_id: planId, from_plan_id: fromPlanId, done_by: doneBy, done_at: doneAt })
    .execute();
}

/** The re-basing that made a plan, unless it was taken back or the plan was made otherwise. */
export async function rebasingThatMade(db: CityDb, planId: string): Promise<Rebasing | undefined> {
  const row = await db
    .selectFrom("rebasing")
    .where("plan_id", "=", planId)
    .where("undone_at", "is", null)
    .select(["from_plan_id", "done_at"])
    .executeTakeFirst();
  return row && { planId, fromPlanId: row.from_plan_id, doneAt: row.done_at };
}

/** Whether another plan names this one as the plan before it. */
export async function isFollowed(db: CityDb, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom("plan")
    .where("predecessor_id", "=", planId)
    .where("removed_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes a plan with its whole tree out of every list and frees its word in addresses. The rows stay: the trail and the revisions
 * point at them.
 */
export async function removePlan(tx: Tx, { id, slug, at }: { id: string; slug: string; at: Date }): Promise<void> {
  await tx
    .updateTable("plan")
    .set({ removed_at: at, slug: `${slug}-${id}`, predecessor_id: null })
    .where("id", "=", id)
    .execute();
  const mark = { removed_at: at, removed_with: id };
  await tx.updateTable("plan_node").set(mark).where("plan_id", "=", id).where("removed_at", "is", null).execute();
  await tx.updateTable("indicator").set(mark).where("plan_id", "=", id).where("removed_at", "is", null).execute();
  await tx.deleteFrom("lineage").where("plan_id", "=", id).execute();
  await tx.updateTable("rebasing").set({ undone_at: at }).where("plan_id", "=", id).execute();
}
