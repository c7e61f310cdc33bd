import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { RemovalGrounds } from "../indicators/removal.ts";

/** A removal of an indicator as it is kept. */
export interface IndicatorRemoval extends RemovalGrounds {
  readonly id: string;
  readonly removedBy: string | null;
  readonly removedAt: Date;
  /** Its words were erased (内容の消去). */
  readonly isErased: boolean;
}

export async function keepRemoval(tx: Tx, ctx: Ctx, indicatorId: string, grounds: RemovalGrounds): Promise<void> {
  await tx
    .insertInto("indicator_removal")
    .values({
      id: newId(),
      indicator_id: indicatorId,
      reason: grounds.reason,
      decided_by: grounds.decidedBy,
      decided_on: grounds.decidedOn === "" ? null : grounds.decidedOn,
      removed_by: personId(ctx.actor),
      removed_at: ctx.clock.now(),
    })
    .execute();
}

/** Every removal of an indicator, also those that were taken back, the latest first. */
export async function removalsOf(db: CityDb, indicatorId: string): Promise<IndicatorRemoval[]> {
  const rows = await db
    .selectFrom("indicator_removal")
    .selectAll()
    .where("indicator_id", "=", indicatorId)
    .orderBy("removed_at", "desc")
    .execute();
  return rows.map(
    ({ id, reason, decided_by: decidedBy, decided_on, removed_by: removedBy, removed_at: removedAt, erasure_id }) => ({
      id,
      reason,
      decidedBy,
      removedBy,
      removedAt,
      isErased: erasure_id !== null,
      decidedOn: decided_on ?? "",
    }),
  );
}

/** An indicator that is removed, with why. */
export interface RemovedIndicator extends RemovalGrounds {
  readonly id: string;
  readonly nodeId: string;
  readonly code: string;
  readonly name: string;
}

/** The indicators of a plan that are removed with a reason, by their latest removal. */
export async function removedWithReason(db: CityDb, planId: string): Promise<RemovedIndicator[]> {
  const rows = await db
    .selectFrom("indicator_removal as removal")
    .innerJoin("indicator", "indicator.id", "removal.indicator_id")
    .distinctOn("indicator.id")
    .select(["indicator.id", "indicator.node_id", "indicator.code", "indicator.name"])
    .select(["removal.reason", "removal.decided_by", "removal.decided_on"])
    .where("indicator.plan_id", "=", planId)
    .where("indicator.removed_at", "is not", null)
    .where("removal.reason", "<>", "")
    .orderBy("indicator.id")
    .orderBy("removal.removed_at", "desc")
    .execute();
  return rows
    .map(({ node_id: nodeId, decided_by: decidedBy, decided_on, ...named }) => ({
      ...named,
      nodeId,
      decidedBy,
      decidedOn: decided_on ?? "",
    }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}
