import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { uuids } from "./rows.ts";

/** The points of some topics, held until the transaction ends. */
export async function pointIdsOfTopics(tx: Tx, topicIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("point")
    .where("topic_id", "=", sql<string>`any(${uuids(topicIds)})`)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}
