import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Citation } from "../citation.ts";

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: CityDb) {
  return db.selectFrom("statistic_citation").selectAll().orderBy("node_id").orderBy("position").execute();
}

function toCitation({ node_id: nodeId, item_id: itemId, group_id: groupId, scope, ...row }: Row): Citation {
  return { ...row, nodeId, itemId, groupId, scope: scope as Citation["scope"] }; // the column's check allows no other
}

/** All citations, those of one measure together and in their order. */
export async function citationsIn(db: CityDb): Promise<Citation[]> {
  return (await rowsOf(db)).map(toCitation);
}

export async function insertCitation(tx: Tx, { nodeId, itemId, groupId, ...citation }: Citation): Promise<void> {
  await tx
    .insertInto("statistic_citation")
    .values({ ...citation, node_id: nodeId, item_id: itemId, group_id: groupId })
    .execute();
}

export async function deleteCitation(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("statistic_citation").where("id", "=", id).execute();
}
