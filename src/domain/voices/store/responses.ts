import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Response, ResponseAct, ResponseRevision, ResponseState } from "../response.ts";
import { uuids, type Saving } from "./rows.ts";

/** The answers to topics, by topic. */
export async function responsesOf(db: CityDb, topicIds: readonly string[]): Promise<Map<string, Response>> {
  const rows = await db
    .selectFrom("response")
    .selectAll()
    .where("topic_id", "=", sql<string>`any(${uuids(topicIds)})`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.topic_id,
      {
        topicId: row.topic_id,
        categoryId: row.category_id,
        content: row.content,
        state: row.state as ResponseState, // the column's check allows no other
        sendBack: row.send_back,
        decisionId: row.decision_id,
        version: row.version,
      },
    ]),
  );
}

/** What a save changes of an answer, and what its history says of it. */
export interface ResponseSave extends Omit<Response, "version"> {
  /** The version that the person saw; 0 where there was no answer yet. */
  readonly version: number;
  readonly act: ResponseAct;
  readonly note: string;
}

/** Saves an answer and a revision of it if it still has the version that the person saw. @returns whether it had */
export async function saveResponse(tx: Tx, save: ResponseSave, saving: Saving): Promise<boolean> {
  const isSaved = save.version === 0 ? await insertResponse(tx, save, saving) : await updateResponse(tx, save, saving);
  if (isSaved) await insertRevision(tx, save, saving);
  return isSaved;
}

function columnsOf({ categoryId, content, state, sendBack, decisionId }: ResponseSave, { by, at }: Saving) {
  return {
    category_id: categoryId,
    content,
    state,
    send_back: sendBack,
    decision_id: decisionId,
    saved_by: by,
    saved_at: at,
  };
}

async function insertResponse(tx: Tx, save: ResponseSave, saving: Saving): Promise<boolean> {
  const inserted = await tx
    .insertInto("response")
    .values({ topic_id: save.topicId, ...columnsOf(save, saving) })
    .onConflict((conflict) => conflict.column("topic_id").doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function updateResponse(tx: Tx, save: ResponseSave, saving: Saving): Promise<boolean> {
  const updated = await tx
    .updateTable("response")
    .set({ ...columnsOf(save, saving), version: save.version + 1 })
    .where("topic_id", "=", save.topicId)
    .where("version", "=", save.version)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

async function insertRevision(tx: Tx, save: ResponseSave, { by, at }: Saving): Promise<void> {
  await tx
    .insertInto("response_revision")
    .values({
      topic_id: save.topicId,
      number: save.version + 1,
      act: save.act,
      category_id: save.categoryId,
      content: save.content,
      note: save.note,
      saved_by: by,
      saved_at: at,
    })
    .execute();
}

/** How an answer came about, the newest first. */
export async function responseRevisions(db: CityDb, topicId: string): Promise<ResponseRevision[]> {
  const rows = await db
    .selectFrom("response_revision")
    .selectAll()
    .where("topic_id", "=", topicId)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    act: row.act as ResponseAct, // the column's check allows no other
    categoryId: row.category_id,
    content: row.content,
    note: row.note,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }));
}

/** Marks submitted answers as decided by a decision, each with a revision. */
export async function markDecided(
  tx: Tx,
  { topicIds, decisionId }: { readonly topicIds: readonly string[]; readonly decisionId: string },
  { by, at }: Saving,
): Promise<void> {
  const decided = await tx
    .updateTable("response")
    .set(({ eb }) => ({
      state: "decided",
      decision_id: decisionId,
      send_back: "",
      version: eb("version", "+", 1),
      saved_by: by,
      saved_at: at,
    }))
    .where("topic_id", "in", topicIds)
    .where("state", "=", "submitted")
    .returning(["topic_id", "version as number", "category_id", "content"])
    .execute();
  const revisions = decided.map((row) => ({ ...row, act: "decided", saved_by: by, saved_at: at }));
  await tx.insertInto("response_revision").values(revisions).execute();
}
