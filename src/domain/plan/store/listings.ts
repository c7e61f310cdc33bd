import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Listing } from "../listing.ts";
import { uuids } from "./rows.ts";

/** Ids of the nodes that are also listed under others (再掲), by the other, in reading order; removed ones are not listed. */
export async function repeatsOf(db: CityDb, nodeIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("repeated_listing")
    .innerJoin("plan_node", "plan_node.id", "repeated_listing.node_id")
    .select(["repeated_listing.node_id", "repeated_listing.under_node_id"])
    .where(sql<boolean>`under_node_id = any(${uuids(nodeIds)})`)
    .where("plan_node.removed_at", "is", null)
    .orderBy("plan_node.code")
    .orderBy("plan_node.id")
    .execute();
  return new Map(
    [...grouped(rows, (row) => row.under_node_id)].map(([id, group]) => [id, group.map((row) => row.node_id)]),
  );
}

/** Ids of the nodes under which a node is also listed. */
export async function placesOf(db: CityDb, nodeId: string): Promise<string[]> {
  const rows = await db.selectFrom("repeated_listing").where("node_id", "=", nodeId).select("under_node_id").execute();
  return rows.map((row) => row.under_node_id);
}

export async function insertListing(tx: Tx, { nodeId, underNodeId }: Listing): Promise<void> {
  await tx
    .insertInto("repeated_listing")
    .values({ node_id: nodeId, under_node_id: underNodeId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteListing(tx: Tx, { nodeId, underNodeId }: Listing): Promise<void> {
  await tx
    .deleteFrom("repeated_listing")
    .where("node_id", "=", nodeId)
    .where("under_node_id", "=", underNodeId)
    .execute();
}
