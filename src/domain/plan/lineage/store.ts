import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { inChunks, uuids } from "../store/rows.ts";
import { lineageLinkSchema, type LineageLink } from "./lineage.ts";
import { z } from "zod";

const linksSchema = z.array(lineageLinkSchema);

/** The lineage that a plan tells of its predecessor's nodes; links to removed nodes wait unseen until those come back. */
export async function linksOf(db: CityDb, planId: string): Promise<LineageLink[]> {
  const rows = await db
    .selectFrom("lineage")
    .leftJoin("plan_node as old", "old.id", "lineage.old_node_id")
    .leftJoin("plan_node as new", "new.id", "lineage.new_node_id")
    .where("lineage.plan_id", "=", planId)
    .where("old.removed_at", "is", null)
    .where("new.removed_at", "is", null)
    .select(["lineage.id", "old_node_id", "new_node_id", "kind", "evolution", "note"])
    .orderBy("lineage.id")
    .execute();
  return rows.map((row) => lineageLinkSchema.parse({ ...row, oldNodeId: row.old_node_id, newNodeId: row.new_node_id }));
}

export async function insertLinks(tx: Tx, planId: string, links: readonly LineageLink[]): Promise<void> {
  const rows = links.map((link) => ({
    id: link.id,
    plan_id: planId,
    old_node_id: link.oldNodeId,
    new_node_id: link.newNodeId,
    kind: link.kind,
    evolution: link.evolution,
    note: link.note,
  }));
  for (const part of inChunks(rows)) await tx.insertInto("lineage").values(part).execute();
}

export async function deleteLinks(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("lineage")
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .execute();
}

/** What one act did to a lineage: the links it took away or changed, and what stands in their place. */
export interface LineageStep {
  readonly before: readonly LineageLink[];
  readonly after: readonly LineageLink[];
}

export async function keepLineageStep(
  tx: Tx,
  input: LineageStep & { readonly planId: string; readonly act: string; readonly doneBy: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("lineage_step")
    .values({
      id: newId(),
      plan_id: input.planId,
      act: input.act,
      before: JSON.stringify(input.before),
      after: JSON.stringify(input.after),
      done_by: input.doneBy,
      done_at: input.at,
    })
    .execute();
}

/** The person's last act on a plan's lineage that is not taken back yet; what is no person has none. */
export async function lastLineageStep(
  db: CityDb,
  planId: string,
  doneBy: string | null,
): Promise<(LineageStep & { readonly id: string; readonly act: string }) | undefined> {
  if (doneBy === null) return undefined;
  const row = await db
    .selectFrom("lineage_step")
    .where("plan_id", "=", planId)
    .where("done_by", "=", doneBy)
    .where("undone_at", "is", null)
    .select(["id", "act", "before", "after"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, before: linksSchema.parse(row.before), after: linksSchema.parse(row.after) };
}

export async function markLineageStepUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("lineage_step").set({ undone_at: at }).where("id", "=", id).execute();
}

export async function beginSeries(tx: Tx, id: string): Promise<void> {
  await tx.insertInto("indicator_series").values({ id }).execute();
}

/** Makes an indicator read its values from a series. @returns its new version */
export async function setSeries(
  tx: Tx,
  { id, seriesId, at }: { readonly id: string; readonly seriesId: string; readonly at: Date },
): Promise<number> {
  const row = await tx
    .updateTable("indicator")
    .set((eb) => ({ series_id: seriesId, version: eb("version", "+", 1), updated_at: at }))
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
