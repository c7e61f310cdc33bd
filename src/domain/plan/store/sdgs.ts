import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Strength } from "../labels.ts";
import { isSameLinks, type SdgGapNote, type SdgLink } from "../sdg-links.ts";
import { grouped } from "#kernel/grouped.ts";
import { inChunks, uuids } from "./rows.ts";

/** Links to the goals by node, in order of goal. */
export async function sdgLinksOf(db: CityDb, nodeIds: readonly string[]): Promise<Map<string, SdgLink[]>> {
  const rows = await db
    .selectFrom("sdg_link")
    .selectAll()
    .where(sql<boolean>`node_id = any(${uuids(nodeIds)})`)
    .orderBy("goal")
    .execute();
  const link = (row: (typeof rows)[number]): SdgLink => ({
    goal: row.goal,
    strength: row.strength as Strength, // the column's check allows no other
    targets: row.targets,
    reason: row.reason,
  });
  return new Map([...grouped(rows, (row) => row.node_id)].map(([id, group]) => [id, group.map(link)]));
}

export async function insertSdgLinks(tx: Tx, links: readonly (SdgLink & { readonly nodeId: string })[]): Promise<void> {
  const rows = links.map((link) => ({
    node_id: link.nodeId,
    goal: link.goal,
    strength: link.strength,
    targets: [...link.targets],
    reason: link.reason,
  }));
  for (const part of inChunks(rows)) await tx.insertInto("sdg_link").values(part).execute();
}

/** Makes these the links of a node. @returns whether anything changed */
export async function replaceLinks(tx: Tx, nodeId: string, links: readonly SdgLink[]): Promise<boolean> {
  const before = (await sdgLinksOf(tx, [nodeId])).get(nodeId) ?? [];
  if (isSameLinks(before, links)) return false;
  await removeSdgLinks(tx, nodeId);
  await insertSdgLinks(
    tx,
    links.map((link) => ({ ...link, nodeId })),
  );
  return true;
}

export async function removeSdgLinks(tx: Tx, nodeId: string): Promise<void> {
  await tx.deleteFrom("sdg_link").where("node_id", "=", nodeId).execute();
}

export async function sdgGapNotesOf(db: CityDb, planId: string): Promise<SdgGapNote[]> {
  const rows = await db
    .selectFrom("sdg_gap_note")
    .where("plan_id", "=", planId)
    .select(["goal", "explanation"])
    .orderBy("goal")
    .execute();
  return rows;
}

/** Writes why a goal has no measure; an empty explanation takes it away. */
export async function saveSdgGapNote(tx: Tx, planId: string, { goal, explanation }: SdgGapNote): Promise<void> {
  await tx.deleteFrom("sdg_gap_note").where("plan_id", "=", planId).where("goal", "=", goal).execute();
  if (explanation !== "") await tx.insertInto("sdg_gap_note").values({ plan_id: planId, goal, explanation }).execute();
}
