import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Decision, DecisionItem } from "../topic.ts";

const columns = [
  "id",
  "occasion_id as occasionId",
  "kind",
  "title",
  "statement",
  "body",
  "document_number as documentNumber",
  "decided_on as decidedOn",
  "recorded_at as recordedAt",
  "version",
] as const;

/** Decisions, drafts among them, the newest first. */
export async function decisionsIn(
  db: CityDb,
  { occasionId, ids }: { readonly occasionId?: string; readonly ids?: readonly string[] },
): Promise<Decision[]> {
  let query = db.selectFrom("decision").select(columns);
  if (occasionId) query = query.where("occasion_id", "=", occasionId);
  if (ids) query = query.where("id", "in", ids.length > 0 ? ids : [null]);
  const rows = await query.orderBy("drafted_at", "desc").orderBy("id", "desc").execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === "table" ? "table" : "single" }));
}

export async function insertDecision(
  tx: Tx,
  decision: Decision,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("decision")
    .values({
      id: decision.id,
      occasion_id: decision.occasionId,
      kind: decision.kind,
      ...wordsOf(decision),
      drafted_by: by,
      drafted_at: at,
    })
    .execute();
}

/** Saves a draft if it still has the version that the person saw. @returns whether it had */
export async function saveDecision(tx: Tx, decision: Decision): Promise<boolean> {
  const saved = await tx
    .updateTable("decision")
    .set({ ...wordsOf(decision), version: decision.version + 1 })
    .where("id", "=", decision.id)
    .where("version", "=", decision.version)
    .where("recorded_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

function wordsOf({ title, statement, body, documentNumber, decidedOn }: Decision) {
  return { title, statement, body, document_number: documentNumber, decided_on: decidedOn };
}

/** Marks a draft as decided and keeps its table (別紙). */
export async function recordDecided(
  tx: Tx,
  { id }: Pick<Decision, "id">,
  { items, by, at }: { readonly items: readonly DecisionItem[]; readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx.updateTable("decision").set({ recorded_at: at, recorded_by: by }).where("id", "=", id).execute();
  await tx
    .insertInto("decision_item")
    .values(
      items.map((item, index) => ({
        decision_id: id,
        topic_id: item.topicId,
        position: index + 1,
        title: item.title,
        place: item.place,
        points: item.points,
        symbol: item.symbol,
        category: item.category,
        is_reflected: item.isReflected,
        content: item.content,
      })),
    )
    .execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("decision").where("id", "=", id).where("recorded_at", "is", null).execute();
}

/** The table of a decision as it was decided. */
export async function decisionItems(db: CityDb, decisionId: string): Promise<DecisionItem[]> {
  return db
    .selectFrom("decision_item")
    .where("decision_id", "=", decisionId)
    .select(["topic_id as topicId", "title", "place", "points", "symbol", "category", "content"])
    .select("is_reflected as isReflected")
    .orderBy("position")
    .execute();
}
