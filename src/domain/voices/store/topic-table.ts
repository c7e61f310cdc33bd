import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import type { ResponseState } from "../response.ts";
import type { TopicChoice } from "../topic-choice.ts";

/** A topic as a line of the desk's board. */
export interface DeskTopic {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly nodeId: string | null;
  readonly divisionId: string | null;
  readonly dueOn: string | null;
  readonly remindedAt: Date | null;
  readonly version: number;
  readonly points: number;
  /** Null while there is no answer. */
  readonly state: ResponseState | null;
}

/** Every topic that stands, of a plan or of one occasion, in the order of their numbers. */
export async function deskTopics(
  db: CityDb,
  { planId, occasionId }: Pick<TopicChoice, "planId" | "occasionId">,
): Promise<DeskTopic[]> {
  let counted = db
    .selectFrom("point")
    .where("point.topic_id", "is not", null)
    .groupBy("point.topic_id")
    .select(["point.topic_id", sql<number>`count(*)::integer`.as("points")]);
  if (occasionId)
    counted = counted.innerJoin("voice", "voice.id", "point.voice_id").where("voice.occasion_id", "=", occasionId);
  let query = db
    .selectFrom("topic")
    .leftJoin("response", "response.topic_id", "topic.id")
    .leftJoin(counted.as("counted"), "counted.topic_id", "topic.id")
    .where("topic.plan_id", "=", planId)
    .where("topic.removed_at", "is", null);
  if (occasionId) query = query.where("counted.points", ">", 0);
  const rows = await query
    .select([
      "topic.id",
      "topic.plan_id as planId",
      "topic.number",
      "topic.title",
      "topic.place",
      "topic.node_id as nodeId",
      "topic.division_id as divisionId",
      "topic.due_on as dueOn",
      "topic.reminded_at as remindedAt",
      "topic.version",
      "response.state",
      sql<number>`coalesce(${sql.ref("counted.points")}, 0)`.as("points"),
    ])
    .orderBy("topic.number")
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ResponseState | null })); // the column's check allows no other
}

/** Which topics have points of which occasions. */
export async function topicsByOccasion(
  db: CityDb,
  planId: string,
): Promise<{ readonly occasionId: string; readonly topicId: string }[]> {
  return db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("topic", "topic.id", "point.topic_id")
    .where("topic.plan_id", "=", planId)
    .groupBy(["voice.occasion_id", "topic.id"])
    .select(["voice.occasion_id as occasionId", "topic.id as topicId"])
    .execute();
}
