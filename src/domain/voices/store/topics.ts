import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ResponseState } from "../response.ts";
import type { TopicBefore } from "../step.ts";
import type { Topic, TopicWords } from "../topic.ts";
import { uuids, type Saving } from "./rows.ts";

const topicColumns = [
  "topic.id",
  "topic.number",
  "topic.plan_id as planId",
  "topic.title",
  "topic.place",
  "topic.node_id as nodeId",
  "topic.division_id as divisionId",
  "topic.due_on as dueOn",
  "topic.asked_at as askedAt",
  "topic.reminded_at as remindedAt",
  "topic.merged_into_id as mergedIntoId",
  "topic.version",
] as const;

/** Topics by their ids, also those that were merged or removed. */
export async function topicsIn(db: CityDb, ids: readonly string[]): Promise<Topic[]> {
  return db
    .selectFrom("topic")
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .select(topicColumns)
    .orderBy("number")
    .execute();
}

/** The topic of a plan that has a number and stands. */
export async function topicNumbered(
  db: CityDb,
  { planId, number }: { readonly planId: string; readonly number: number },
): Promise<Topic | undefined> {
  return db
    .selectFrom("topic")
    .where("plan_id", "=", planId)
    .where("number", "=", number)
    .where("removed_at", "is", null)
    .select(topicColumns)
    .executeTakeFirst();
}

/** A topic held for a change, with what decides whether it may be changed. */
export interface HeldTopic extends Topic {
  readonly isRemoved: boolean;
  /** Null while there is no answer. */
  readonly state: ResponseState | null;
  readonly changes: number;
  readonly points: number;
}

/** Topics with their answers' states, and makes others who would change them wait until the transaction ends. */
export async function holdTopics(tx: Tx, ids: readonly string[]): Promise<HeldTopic[]> {
  const rows = await tx
    .selectFrom("topic")
    .where("topic.id", "=", sql<string>`any(${uuids(ids)})`)
    .select(topicColumns)
    .select((eb) => [
      eb("topic.removed_at", "is not", null).as("isRemoved"),
      eb.selectFrom("response").whereRef("response.topic_id", "=", "topic.id").select("state").as("state"),
      eb
        .selectFrom("change")
        .whereRef("change.topic_id", "=", "topic.id")
        .select(sql<number>`count(*)::integer`.as("count"))
        .as("changes"),
      eb
        .selectFrom("point")
        .whereRef("point.topic_id", "=", "topic.id")
        .select(sql<number>`count(*)::integer`.as("count"))
        .as("points"),
    ])
    .orderBy("topic.id")
    .forUpdate()
    .execute();
  return rows.map(({ isRemoved, state, changes, points, ...topic }) => ({
    ...topic,
    isRemoved: Boolean(isRemoved),
    state: state as ResponseState | null, // the column's check allows no other
    changes: changes ?? 0,
    points: points ?? 0,
  }));
}

/** Occasions from which the points of some topics come: who looks after them decides who may sort. */
export async function occasionsOfTopics(
  tx: Tx,
  topicIds: readonly string[],
): Promise<{ readonly divisionId: string | null; readonly settledAt: Date | null }[]> {
  return tx
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("point.topic_id", "=", sql<string>`any(${uuids(topicIds)})`)
    .select(["occasion.id", "occasion.division_id as divisionId", "occasion.settled_at as settledAt"])
    .distinct()
    .execute();
}

export async function insertTopic(
  tx: Tx,
  topic: TopicWords & Pick<Topic, "id" | "number" | "planId">,
  { by, at }: Saving,
): Promise<void> {
  const { id, number, planId, ...words } = topic;
  await tx
    .insertInto("topic")
    .values({ id, number, plan_id: planId, ...wordsOf(words), saved_by: by, saved_at: at })
    .execute();
}

function wordsOf({ title, place, nodeId }: TopicWords) {
  return { title, place, node_id: nodeId };
}

export async function saveTopicWords(
  tx: Tx,
  { id, ...words }: TopicWords & { readonly id: string },
  saving: Saving,
): Promise<void> {
  await tx
    .updateTable("topic")
    .set({ ...wordsOf(words), ...touched(saving) })
    .where("id", "=", id)
    .execute();
}

/** Takes topics away: merged into another one, or because they are empty. */
export async function endTopics(
  tx: Tx,
  ids: readonly string[],
  { mergedIntoId, saving }: { readonly mergedIntoId: string | null; readonly saving: Saving },
): Promise<void> {
  await tx
    .updateTable("topic")
    .set({ removed_at: saving.at, merged_into_id: mergedIntoId, ...touched(saving) })
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .execute();
}

/** One topic and the division that is asked to draft its answer. */
export interface Asking {
  readonly id: string;
  readonly divisionId: string | null;
}

/** Asks divisions to draft the answers of topics, until a day. */
export async function askDivisions(
  tx: Tx,
  askings: readonly Asking[],
  { dueOn, saving }: { readonly dueOn: string | null; readonly saving: Saving },
): Promise<void> {
  const rows = JSON.stringify(askings.map(({ id, divisionId }) => ({ id, division_id: divisionId })));
  const asking = sql<{ id: string; division_id: string | null }>`jsonb_to_recordset(${rows}::jsonb)`.as<"asking">(
    sql`asking(id uuid, division_id uuid)`,
  );
  await tx
    .updateTable("topic")
    .from(asking)
    .set((eb) => ({
      division_id: eb.ref("asking.division_id"),
      due_on: dueOn,
      asked_at: sql<Date | null>`case when ${eb.ref("asking.division_id")} is null then null else ${saving.at}::timestamptz end`,
      version: sql<number>`${eb.ref("topic.version")} + 1`,
      saved_by: saving.by,
      saved_at: saving.at,
    }))
    .whereRef("topic.id", "=", "asking.id")
    .execute();
}

/** Notes that the divisions of topics were reminded; what is said of the topics stays. */
export async function noteReminded(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable("topic")
    .set({ reminded_at: at })
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .execute();
}

/** Puts topics back as they stood before a step. @returns their new versions */
export async function restoreTopics(
  tx: Tx,
  topics: readonly TopicBefore[],
  { by, at }: Saving,
): Promise<Map<string, number>> {
  const rows = await tx
    .updateTable("topic")
    .from(asStood(topics))
    .set((eb) => ({
      division_id: eb.ref("stood.divisionId"),
      due_on: eb.ref("stood.dueOn"),
      asked_at: eb.ref("stood.askedAt"),
      merged_into_id: eb.ref("stood.mergedIntoId"),
      removed_at: sql<Date | null>`case when ${eb.ref("stood.isRemoved")} then ${at}::timestamptz end`,
      version: sql<number>`${eb.ref("topic.version")} + 1`,
      saved_by: by,
      saved_at: at,
    }))
    .whereRef("topic.id", "=", "stood.id")
    .returning(["topic.id", "topic.version"])
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

interface Stood extends Pick<TopicBefore, "id" | "divisionId" | "dueOn" | "mergedIntoId" | "isRemoved"> {
  readonly askedAt: Date | null;
}

function asStood(topics: readonly TopicBefore[]) {
  const row = `stood(id uuid, "divisionId" uuid, "dueOn" date, "askedAt" timestamptz, "mergedIntoId" uuid, "isRemoved" boolean)`;
  return sql<Stood>`jsonb_to_recordset(${JSON.stringify(topics)}::jsonb)`.as<"stood">(sql.raw(row));
}

function touched({ by, at }: Saving) {
  return { version: sql<number>`version + 1`, saved_by: by, saved_at: at };
}
