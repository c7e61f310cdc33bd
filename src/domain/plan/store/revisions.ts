import { sql } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { RevisionAct } from "../labels.ts";
import { nodeContentSchema, type NodeContent } from "../node.ts";
import { uuids } from "./rows.ts";

/** A saved state of a node (版): who saved it, when, by which act. */
export interface Revision {
  readonly number: number;
  readonly act: RevisionAct;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export interface RevisionWithContent extends Revision {
  readonly content: NodeContent;
}

/** Keeps the whole content of nodes as it stands now, one revision each under its present version: one statement for any number. */
export async function keepRevisions(
  tx: Tx,
  ctx: Ctx,
  { ids, act }: { ids: readonly string[]; act: RevisionAct },
): Promise<void> {
  await tx
    .insertInto("plan_node_revision")
    .columns(["node_id", "number", "act", "content", "saved_by", "saved_at"])
    .expression((eb) =>
      eb
        .selectFrom("plan_node")
        .where(sql<boolean>`plan_node.id = any(${uuids(ids)})`)
        .select((of) => {
          const related = of
            .selectFrom("plan_node_related_division as related")
            .whereRef("related.node_id", "=", "plan_node.id")
            .select(sql`coalesce(jsonb_agg(related.division_id order by related.division_id), '[]')`.as("ids"));
          const content = sql<string>`jsonb_build_object('title', title, 'keyword', keyword, 'code', code, 'divisionId', plan_node.division_id,
            'relatedDivisionIds', ${related}, 'isPriority', is_priority, 'fields', fields, 'relatedPlans', related_plans, 'terms', terms)`;
          return [
            of.ref("plan_node.id").as("node_id"),
            of.ref("version").as("number"),
            sql<string>`${act}::text`.as("act"),
            content.as("content"),
            sql<string | null>`${personId(ctx.actor)}::uuid`.as("saved_by"),
            sql<Date>`${ctx.clock.now()}::timestamptz`.as("saved_at"),
          ];
        }),
    )
    .execute();
}

/** A node's revisions, the newest first. */
export async function revisionsOf(db: CityDb, nodeId: string): Promise<RevisionWithContent[]> {
  const rows = await db
    .selectFrom("plan_node_revision")
    .selectAll()
    .where("node_id", "=", nodeId)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    act: row.act as RevisionAct, // written by keepRevisions only
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    content: nodeContentSchema.parse(row.content),
  }));
}

/** One revision's content. */
export async function revisionContent(db: CityDb, nodeId: string, number: number): Promise<NodeContent | undefined> {
  const row = await db
    .selectFrom("plan_node_revision")
    .where("node_id", "=", nodeId)
    .where("number", "=", number)
    .select("content")
    .executeTakeFirst();
  return row && nodeContentSchema.parse(row.content);
}

/** Who saved a node last. */
export async function lastSaver(db: CityDb, nodeId: string): Promise<Revision | undefined> {
  const row = await db
    .selectFrom("plan_node_revision")
    .where("node_id", "=", nodeId)
    .select(["number", "act", "saved_by", "saved_at"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { number: row.number, act: row.act as RevisionAct, savedBy: row.saved_by, savedAt: row.saved_at }; // as above
}
