import { sql } from "kysely";
import { holdsAll } from "#kernel/folding.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { RevisionAct } from "../labels.ts";

/** An act that left revisions: how many nodes it touched, and one of them. */
export interface Change {
  readonly planId: string;
  readonly act: RevisionAct;
  readonly savedBy: string | null;
  readonly savedAt: Date;
  readonly nodes: number;
  readonly nodeId: string;
}

/** The latest acts on the pages of all plans, the newest first. An import of thousands of nodes is one of them. */
export async function latestActs(db: CityDb, limit: number): Promise<Change[]> {
  const rows = await db
    .selectFrom("plan_node_revision as revision")
    .innerJoin("plan_node as node", "node.id", "revision.node_id")
    .innerJoin("plan", (join) => join.onRef("plan.id", "=", "node.plan_id").on("plan.removed_at", "is", null))
    .groupBy(["node.plan_id", "revision.act", "revision.saved_by", "revision.saved_at"])
    .select(["node.plan_id", "revision.act", "revision.saved_by", "revision.saved_at"])
    .select((eb) => eb.fn.countAll<number>().as("nodes"))
    .select(sql<string>`(array_agg(node.id order by node.depth, node.position))[1]`.as("node_id"))
    .orderBy("revision.saved_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    act: row.act as RevisionAct, // written by keepRevisions only
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    nodes: row.nodes,
    nodeId: row.node_id,
  }));
}

export interface IndicatorMatch {
  readonly id: string;
  readonly planId: string;
  readonly nodeId: string;
  readonly code: string;
  readonly name: string;
}

/** Indicators whose code, name or description holds all the words. They are compared here and not in SQL: there is one rule of folding. */
export async function indicatorsMatching(
  db: CityDb,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<IndicatorMatch[]> {
  const rows = await db
    .selectFrom("indicator")
    .where("removed_at", "is", null)
    .select(["id", "plan_id", "node_id", "code", "name", "description"])
    .orderBy("code")
    .execute();
  return rows
    .filter(({ code, name, description }) => holdsAll(`${code} ${name} ${description}`, words))
    .slice(0, limit)
    .map((row) => ({ id: row.id, planId: row.plan_id, nodeId: row.node_id, code: row.code, name: row.name }));
}
