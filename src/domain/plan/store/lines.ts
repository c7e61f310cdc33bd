import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import type { NodeLine } from "../checks.ts";

/** Every node of a plan (of one parent only, when asked) as a line, in order of position: one query over indexes. */
export async function linesOf(db: CityDb, planId: string, under?: { parentId: string | null }): Promise<NodeLine[]> {
  let query = db.selectFrom("plan_node").where("plan_id", "=", planId).where("removed_at", "is", null);
  if (under) query = query.where("parent_id", under.parentId === null ? "is" : "=", under.parentId);
  const rows = await query
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
    ])
    .select((eb) => [
      eb
        .selectFrom("plan_node as child")
        .whereRef("child.plan_id", "=", "plan_node.plan_id")
        .whereRef("child.parent_id", "=", "plan_node.id")
        .where("child.removed_at", "is", null)
        .select(eb.fn.countAll<number>().as("n"))
        .as("children"),
      eb
        .selectFrom("indicator")
        .whereRef("indicator.node_id", "=", "plan_node.id")
        .where("indicator.removed_at", "is", null)
        .select(eb.fn.countAll<number>().as("n"))
        .as("indicators"),
      eb
        .selectFrom("sdg_link")
        .whereRef("sdg_link.node_id", "=", "plan_node.id")
        .select(eb.fn.countAll<number>().as("n"))
        .as("sdgs"),
      eb
        .selectFrom("plan_node_related_division as related")
        .whereRef("related.node_id", "=", "plan_node.id")
        .select(
          sql<string[]>`coalesce(array_agg(related.division_id::text order by related.division_id), '{}')`.as("ids"),
        )
        .as("related"),
      sql<boolean>`jsonb_exists(fields, 'vision')`.as("has_vision"),
      sql<boolean>`jsonb_exists_any(fields, array['citizenRole', 'businessRole', 'cityRole'])`.as("has_roles"),
      sql<boolean>`jsonb_array_length(related_plans) > 0`.as("has_related_plan"),
    ])
    .orderBy("position")
    .execute();
  return rows.map(lineOf);
}

interface LineRow {
  id: string;
  parent_id: string | null;
  depth: number;
  position: number;
  code: string;
  title: string;
  keyword: string;
  division_id: string | null;
  is_priority: boolean;
  version: number;
  children: number | null;
  indicators: number | null;
  sdgs: number | null;
  related: string[] | null;
  has_vision: boolean;
  has_roles: boolean;
  has_related_plan: boolean;
}

function lineOf(row: LineRow): NodeLine {
  return {
    id: row.id,
    parentId: row.parent_id,
    depth: row.depth,
    position: row.position,
    code: row.code,
    title: row.title,
    keyword: row.keyword,
    divisionId: row.division_id,
    relatedDivisionIds: row.related ?? [],
    isPriority: row.is_priority,
    version: row.version,
    childCount: row.children ?? 0,
    indicatorCount: row.indicators ?? 0,
    sdgCount: row.sdgs ?? 0,
    hasVision: row.has_vision,
    hasRoles: row.has_roles,
    hasRelatedPlan: row.has_related_plan,
  };
}

/** Nodes whose code, title or keyword holds a text, in order of code; and those whose indicators do. */
export async function nodesMatching(
  db: CityDb,
  { planId, words, limit }: { planId: string; words: readonly string[]; limit: number },
) {
  let query = db.selectFrom("plan_node").where("plan_id", "=", planId).where("removed_at", "is", null);
  for (const word of words) {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(sql<boolean>`normalize(concat_ws(' ', code, title, keyword), nfkc) ilike ${like}`);
  }
  const rows = await query
    .select(["id", "parent_id", "depth", "code", "title", "keyword"])
    .orderBy("depth")
    .orderBy("code")
    .limit(limit)
    .execute();
  return rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}
