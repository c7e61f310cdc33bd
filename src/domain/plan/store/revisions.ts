import { sql } from "kysely";
import { z } from "zod";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { RevisionAct } from "../labels.ts";
import { nodeContentSchema, type NodeContent } from "../node.ts";
import { sdgLinksSchema, type SdgLink } from "../sdg-links.ts";
import { uuids } from "./rows.ts";

/** A saved state of a node (版): who saved it, when, by which act. */
export interface Revision {
  readonly number: number;
  readonly act: RevisionAct;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export interface RevisionWithContent extends Revision {
  /** Undefined after an erasure (内容の消去). */
  readonly content: NodeContent | undefined;
  /** Undefined also in revisions of the time before they held the links. */
  readonly sdgs: readonly SdgLink[] | undefined;
}

/** Keeps the whole content of nodes and their links to the SDGs as they stand now, one revision each under its present version: one statement for any number. */
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
          const sdgs = of
            .selectFrom("sdg_link")
            .whereRef("sdg_link.node_id", "=", "plan_node.id")
            .select(
              sql`coalesce(jsonb_agg(jsonb_build_object('goal', goal, 'strength', strength, 'targets', targets, 'reason', reason)
                order by goal), '[]')`.as("links"),
            );
          const content = sql<string>`jsonb_build_object('title', title, 'keyword', keyword, 'code', code, 'divisionId', plan_node.division_id,
            'relatedDivisionIds', ${related}, 'isPriority', is_priority, 'fields', fields, 'relatedPlans', related_plans, 'terms', terms, 'sdgs', ${sdgs})`;
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
    ...contentIn(row.content),
  }));
}

const linksSchema = z.object({ sdgs: sdgLinksSchema.optional() });

function contentIn(kept: unknown): Pick<RevisionWithContent, "content" | "sdgs"> {
  if (kept === null) return { content: undefined, sdgs: undefined };
  return { content: nodeContentSchema.parse(kept), sdgs: linksSchema.parse(kept).sdgs };
}

/** What one revision holds. */
export async function revisionContent(
  db: CityDb,
  nodeId: string,
  number: number,
): Promise<Pick<RevisionWithContent, "content" | "sdgs"> | undefined> {
  const row = await db
    .selectFrom("plan_node_revision")
    .where("node_id", "=", nodeId)
    .where("number", "=", number)
    .select("content")
    .executeTakeFirst();
  return row && contentIn(row.content);
}

/**
 * Whether someone who saw this version of a node would overwrite what they have not seen. Links to the SDGs are saved apart from
 * the texts and the place, so a node that only got other links is not stale for those.
 */
export async function isStale(
  db: CityDb,
  node: { readonly id: string; readonly version: number },
  seen: number,
): Promise<boolean> {
  if (node.version === seen) return false;
  const other = await db
    .selectFrom("plan_node_revision")
    .where("node_id", "=", node.id)
    .where("number", ">", seen)
    .where("act", "!=", "linked")
    .select("number")
    .executeTakeFirst();
  return other !== undefined || node.version < seen;
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

/** What several revisions hold; those that are not there, or were erased, are left out. */
export async function revisionContents(
  db: CityDb,
  places: readonly { readonly nodeId: string; readonly number: number }[],
): Promise<{ readonly nodeId: string; readonly number: number; readonly content: NodeContent }[]> {
  if (places.length === 0) return [];
  const rows = await db
    .selectFrom("plan_node_revision")
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("node_id", "number"),
        "in",
        places.map(({ nodeId, number }) => tuple(nodeId, number)),
      ),
    )
    .select(["node_id as nodeId", "number", "content"])
    .execute();
  return rows.flatMap(({ content, ...place }) => {
    const kept = contentIn(content).content;
    return kept ? [{ ...place, content: kept }] : [];
  });
}
