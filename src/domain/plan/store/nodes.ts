import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { nodeFieldsSchema, relatedPlanSchema, termSchema, type NodeContent } from "../node.ts";
import type { TreeNode } from "../tree.ts";
import { grouped } from "#kernel/grouped.ts";
import { inChunks, uuids } from "./rows.ts";

/** A node (施策体系の項目) as it stands: its place and its whole content. */
export interface StoredNode extends NodeContent, TreeNode {
  readonly planId: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** What a new node is given. */
export type NewNode = NodeContent & TreeNode & { readonly planId: string };

const relatedPlansSchema = z.array(relatedPlanSchema);
const termsSchema = z.array(termSchema);

function nodeOf(row: Selectable<CityTables["plan_node"]>, relatedDivisionIds: readonly string[]): StoredNode {
  return {
    id: row.id,
    planId: row.plan_id,
    parentId: row.parent_id,
    depth: row.depth,
    position: row.position,
    code: row.code,
    title: row.title,
    keyword: row.keyword,
    divisionId: row.division_id,
    relatedDivisionIds,
    isPriority: row.is_priority,
    fields: nodeFieldsSchema.parse(row.fields),
    relatedPlans: relatedPlansSchema.parse(row.related_plans),
    terms: termsSchema.parse(row.terms),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

/** The nodes of these ids that are not removed; held by the transaction when `lock` is asked for. */
export async function nodesById(db: CityDb, ids: readonly string[], lock = false): Promise<StoredNode[]> {
  const query = db
    .selectFrom("plan_node")
    .selectAll()
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .where("removed_at", "is", null);
  const rows = await (lock ? query.orderBy("id").forUpdate() : query).execute();
  const related = await relatedDivisions(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => nodeOf(row, related.get(row.id) ?? []));
}

/** Every node of a plan with its content, removed ones left out. */
export async function nodesOfPlan(db: CityDb, planId: string): Promise<StoredNode[]> {
  const rows = await db
    .selectFrom("plan_node")
    .selectAll()
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .execute();
  const related = await relatedDivisions(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => nodeOf(row, related.get(row.id) ?? []));
}

/** Ids of the related divisions by node, in order of id. */
export async function relatedDivisions(db: CityDb, nodeIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("plan_node_related_division")
    .selectAll()
    .where(sql<boolean>`node_id = any(${uuids(nodeIds)})`)
    .orderBy("division_id")
    .execute();
  return new Map(
    [...grouped(rows, (row) => row.node_id)].map(([id, group]) => [id, group.map((row) => row.division_id)]),
  );
}

function contentRow(content: NodeContent) {
  return {
    title: content.title,
    keyword: content.keyword,
    code: content.code,
    division_id: content.divisionId,
    is_priority: content.isPriority,
    fields: JSON.stringify(content.fields),
    related_plans: JSON.stringify(content.relatedPlans),
    terms: JSON.stringify(content.terms),
  };
}

/** Inserts nodes, parents before their children. */
export async function insertNodes(tx: Tx, nodes: readonly NewNode[], at: Date): Promise<void> {
  const rows = nodes.map((node) => ({
    ...contentRow(node),
    id: node.id,
    plan_id: node.planId,
    parent_id: node.parentId,
    depth: node.depth,
    position: node.position,
    updated_at: at,
  }));
  for (const part of inChunks(rows)) await tx.insertInto("plan_node").values(part).execute();
  await insertRelated(tx, nodes);
}

/** Replaces the whole content of a node and counts its version up. */
export async function updateContent(
  tx: Tx,
  { id, content, at }: { id: string; content: NodeContent; at: Date },
): Promise<number> {
  const row = await tx
    .updateTable("plan_node")
    .set((eb) => ({ ...contentRow(content), version: eb("version", "+", 1), updated_at: at }))
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  await tx.deleteFrom("plan_node_related_division").where("node_id", "=", id).execute();
  await insertRelated(tx, [{ id, relatedDivisionIds: content.relatedDivisionIds }]);
  return row.version;
}

async function insertRelated(tx: Tx, nodes: readonly Pick<StoredNode, "id" | "relatedDivisionIds">[]): Promise<void> {
  const rows = nodes.flatMap((node) =>
    node.relatedDivisionIds.map((division) => ({ node_id: node.id, division_id: division })),
  );
  for (const part of inChunks(rows)) await tx.insertInto("plan_node_related_division").values(part).execute();
}
