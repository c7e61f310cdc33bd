import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { TreeNode } from "../tree.ts";
import { uuids } from "./rows.ts";

/** A node as the tree's rules see it, with its name and version. */
export interface OutlineNode extends TreeNode {
  readonly title: string;
  readonly keyword: string;
  readonly version: number;
}

/** The whole tree of a plan without its texts: one query, a few milliseconds for thousands of nodes. */
export async function outlineOf(db: CityDb, planId: string): Promise<OutlineNode[]> {
  const rows = await db
    .selectFrom("plan_node")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .select(["id", "parent_id", "position", "depth", "code", "title", "keyword", "version"])
    .orderBy("position")
    .execute();
  return rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}

/** Writes places and codes of many nodes in one statement. Versions stay: the content of these nodes is what it was. */
export async function savePlaces(tx: Tx, nodes: readonly TreeNode[]): Promise<void> {
  const places = JSON.stringify(
    nodes.map((node) => ({
      id: node.id,
      parent_id: node.parentId,
      position: node.position,
      depth: node.depth,
      code: node.code,
    })),
  );
  const place = sql<TreePlaceRow>`jsonb_to_recordset(${places}::jsonb)`.as<"place">(
    sql`place(id uuid, parent_id uuid, position int, depth int, code text)`,
  );
  await tx
    .updateTable("plan_node")
    .from(place)
    .set((eb) => ({
      parent_id: eb.ref("place.parent_id"),
      position: eb.ref("place.position"),
      depth: eb.ref("place.depth"),
      code: eb.ref("place.code"),
    }))
    .whereRef("plan_node.id", "=", "place.id")
    .execute();
}

interface TreePlaceRow {
  id: string;
  parent_id: string | null;
  position: number;
  depth: number;
  code: string;
}

/** Counts the versions of nodes up, for an act that changes what their pages say (name, number). */
export async function countUp(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable("plan_node")
    .set((eb) => ({ version: eb("version", "+", 1), updated_at: at }))
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .execute();
}

export async function saveName(
  tx: Tx,
  { id, title, keyword }: { id: string; title: string; keyword: string },
): Promise<void> {
  await tx.updateTable("plan_node").set({ title, keyword }).where("id", "=", id).execute();
}

/** Marks a branch as removed together with its indicators, so that all of it can come back as one. */
export async function markRemoved(
  tx: Tx,
  { root, ids, at }: { root: string; ids: readonly string[]; at: Date },
): Promise<void> {
  const mark = { removed_at: at, removed_with: root };
  await tx
    .updateTable("plan_node")
    .set(mark)
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .execute();
  await tx
    .updateTable("indicator")
    .set(mark)
    .where(sql<boolean>`node_id = any(${uuids(ids)})`)
    .where("removed_at", "is", null)
    .execute();
}

/** What was removed with a node: the branch as it stood, the node itself first. Empty when the node is not removed. */
export async function removedBranch(tx: Tx, root: string): Promise<OutlineNode[]> {
  const rows = await tx
    .selectFrom("plan_node")
    .where("removed_with", "=", root)
    .where("removed_at", "is not", null)
    .select(["id", "parent_id", "position", "depth", "code", "title", "keyword", "version"])
    .orderBy("depth")
    .execute();
  return rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}

export async function planOfNode(db: CityDb, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("plan_node").where("id", "=", id).select("plan_id").executeTakeFirst();
  return row?.plan_id;
}

/** Codes of a removed branch's indicators that others have taken meanwhile. */
export async function takenIndicatorCodes(tx: Tx, root: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("indicator")
    .innerJoin("indicator as other", (join) =>
      join
        .onRef("other.plan_id", "=", "indicator.plan_id")
        .onRef("other.code", "=", "indicator.code")
        .on("other.removed_at", "is", null),
    )
    .where("indicator.removed_with", "=", root)
    .select("indicator.code")
    .execute();
  return rows.map((row) => row.code);
}

export async function unmarkRemoved(tx: Tx, root: string): Promise<void> {
  const mark = { removed_at: null, removed_with: null };
  await tx.updateTable("plan_node").set(mark).where("removed_with", "=", root).execute();
  await tx.updateTable("indicator").set(mark).where("removed_with", "=", root).execute();
}
