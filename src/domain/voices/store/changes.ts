import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Change } from "../topic.ts";
import { uuids } from "./rows.ts";

/** What changed because of topics, in the order in which it was noted. */
export async function changesOf(db: CityDb, topicIds: readonly string[]): Promise<Change[]> {
  return db
    .selectFrom("change")
    .where("topic_id", "=", sql<string>`any(${uuids(topicIds)})`)
    .select(["id", "topic_id as topicId", "node_id as nodeId", "field", "note"])
    .select(["before_number as beforeNumber", "after_number as afterNumber"])
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

export async function insertChange(
  tx: Tx,
  change: Change,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("change")
    .values({
      id: change.id,
      topic_id: change.topicId,
      node_id: change.nodeId,
      field: change.field,
      before_number: change.beforeNumber,
      after_number: change.afterNumber,
      note: change.note,
      added_by: by,
      added_at: at,
    })
    .execute();
}

export async function deleteChange(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("change").where("id", "=", id).execute();
}
