import { sql, type RawBuilder, type Selectable, type SelectQueryBuilder } from "kysely";
import { holdsAll } from "#kernel/folding.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { NodeLine } from "../checks.ts";
import { relatedDivisions } from "./nodes.ts";
import { uuids } from "./rows.ts";

type LineRow = Pick<
  Selectable<CityTables["plan_node"]>,
  | "id"
  | "parent_id"
  | "depth"
  | "position"
  | "code"
  | "title"
  | "keyword"
  | "division_id"
  | "is_priority"
  | "version"
  | "updated_at"
> & { readonly has_vision: boolean; readonly has_roles: boolean; readonly has_related_plan: boolean };

/**
 * Every node of a plan (of one parent only, when asked) as a line, in order of position. What belongs to the nodes is counted by
 * one query each for all of them: counted row by row, a tree of 3,000 took seconds until PostgreSQL had gathered its statistics.
 */
export async function linesOf(db: CityDb, planId: string, under?: { parentId: string | null }): Promise<NodeLine[]> {
  const rows = await lineRows(db, planId, under);
  const ids = uuids(rows.map((row) => row.id));
  const children = await countBy(
    db.selectFrom("plan_node").where("plan_id", "=", planId).where("removed_at", "is", null),
    "parent_id",
    ids,
  );
  const indicators = await countBy(db.selectFrom("indicator").where("removed_at", "is", null), "node_id", ids);
  const sdgs = await countBy(db.selectFrom("sdg_link"), "node_id", ids);
  const related = await relatedDivisions(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...lineOf(row),
    relatedDivisionIds: related.get(row.id) ?? [],
    childCount: children.get(row.id) ?? 0,
    indicatorCount: indicators.get(row.id) ?? 0,
    sdgCount: sdgs.get(row.id) ?? 0,
  }));
}

async function lineRows(db: CityDb, planId: string, under?: { parentId: string | null }): Promise<LineRow[]> {
  let query = db.selectFrom("plan_node").where("plan_id", "=", planId).where("removed_at", "is", null);
  if (under) query = query.where("parent_id", under.parentId === null ? "is" : "=", under.parentId);
  return query
    .select([
      "id",
      "parent_id",
      "depth",
      "position",
      "code",
      "title",
      "keyword",
      "division_id",
      "is_priority",
      "version",
      "updated_at",
    ])
    .select([
      sql<boolean>`jsonb_exists(fields, 'vision')`.as("has_vision"),
      sql<boolean>`jsonb_exists_any(fields, array['citizenRole', 'businessRole', 'cityRole'])`.as("has_roles"),
      sql<boolean>`jsonb_array_length(related_plans) > 0`.as("has_related_plan"),
    ])
    .orderBy("position")
    .execute();
}

/** How many nodes all plans have. */
export async function countNodes(db: CityDb): Promise<number> {
  const row = await db
    .selectFrom("plan_node")
    .where("removed_at", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** How many rows of a query belong to each of the ids. */
async function countBy<Table extends keyof CityTables>(
  query: SelectQueryBuilder<CityTables, Table, object>,
  column: "parent_id" | "node_id",
  ids: RawBuilder<string[]>,
): Promise<Map<string, number>> {
  const rows = await query
    .where(sql<boolean>`${sql.ref(column)} = any(${ids})`)
    .select([sql<string>`${sql.ref(column)}`.as("id"), sql<number>`count(*)`.as("n")])
    .groupBy(sql.ref(column))
    .execute();
  return new Map(rows.map((row) => [row.id, row.n]));
}

function lineOf(row: LineRow): Omit<NodeLine, "relatedDivisionIds" | "childCount" | "indicatorCount" | "sdgCount"> {
  return {
    id: row.id,
    parentId: row.parent_id,
    depth: row.depth,
    position: row.position,
    code: row.code,
    title: row.title,
    keyword: row.keyword,
    divisionId: row.division_id,
    isPriority: row.is_priority,
    version: row.version,
    updatedAt: row.updated_at,
    hasVision: row.has_vision,
    hasRoles: row.has_roles,
    hasRelatedPlan: row.has_related_plan,
  };
}

/** Nodes whose code, title or keyword holds all the words, the upper levels first. They are compared here and not in SQL: there is one rule of folding. */
export async function nodesMatching(
  db: CityDb,
  { planId, words, limit }: { planId: string; words: readonly string[]; limit: number },
) {
  const rows = await db
    .selectFrom("plan_node")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .select(["id", "parent_id", "depth", "code", "title", "keyword"])
    .orderBy("depth")
    .orderBy("code")
    .execute();
  return rows
    .filter(({ code, title, keyword }) => holdsAll(`${code} ${title} ${keyword}`, words))
    .slice(0, limit)
    .map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}
