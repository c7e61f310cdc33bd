import { sql } from "kysely";
import { grouped } from "#kernel/grouped.ts";
import type { CityDb } from "#platform/database/index.ts";

/** A topic on a table of answers (意見対応表), with how many points it has. */
export interface TopicRow {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly nodeId: string | null;
  readonly divisionId: string | null;
  readonly dueOn: string | null;
  /** 同趣旨 n 件: points that count, of the occasion asked for or of all. */
  readonly points: number;
  readonly version: number;
}

/** Of which topics the answers are asked; neither means all of the city. */
export interface TopicScope {
  readonly ids?: readonly string[];
  /** Only topics with points of this occasion, counting these alone. */
  readonly occasionId?: string;
}

/** Topics that stand, in the order of their numbers. */
export async function topicRows(db: CityDb, { ids, occasionId }: TopicScope): Promise<TopicRow[]> {
  let counted = db
    .selectFrom("point")
    .where("point.topic_id", "is not", null)
    .select(["point.topic_id", sql<number>`count(*)::int`.as("points")])
    .groupBy("point.topic_id");
  if (occasionId)
    counted = counted.innerJoin("voice", "voice.id", "point.voice_id").where("voice.occasion_id", "=", occasionId);
  let query = db
    .selectFrom("topic")
    .leftJoin(counted.as("counted"), "counted.topic_id", "topic.id")
    .where("topic.removed_at", "is", null);
  if (ids) query = query.where("topic.id", "in", ids.length > 0 ? ids : [null]);
  if (occasionId) query = query.where("counted.points", ">", 0);
  return query
    .select(["topic.id", "topic.plan_id as planId", "topic.number", "topic.title", "topic.place"])
    .select(["topic.node_id as nodeId", "topic.division_id as divisionId", "topic.due_on as dueOn", "topic.version"])
    .select(({ fn }) => fn.coalesce("counted.points", sql<number>`0`).as("points"))
    .orderBy("topic.number")
    .execute();
}

/** The procedures from which a topic has points. */
export async function occasionIdsOf(db: CityDb, topicId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .where("point.topic_id", "=", topicId)
    .select("voice.occasion_id")
    .distinct()
    .execute();
  return rows.map((row) => row.occasion_id);
}

/** What completeness asks of a voice: its newest words and its points. */
export interface SortedVoice {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly isHidden: boolean;
  readonly points: readonly {
    readonly id: string;
    readonly version: number;
    readonly quote: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly topicId: string | null;
    readonly exclusion: string;
  }[];
}

/** The voices of an occasion with their points, in two statements. */
export async function sortedVoices(db: CityDb, occasionId: string): Promise<SortedVoice[]> {
  const voices = await db
    .selectFrom("voice")
    .innerJoin("voice_text", "voice_text.voice_id", "voice.id")
    .where("voice.occasion_id", "=", occasionId)
    .distinctOn("voice.number")
    .select(["voice.id", "voice.number", "voice.hidden_at", "voice_text.content as text"])
    .orderBy("voice.number")
    .orderBy("voice_text.edition", "desc")
    .execute();
  const points = await db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .where("voice.occasion_id", "=", occasionId)
    .select(["point.id", "point.version", "point.voice_id", "point.quote", "point.prefix", "point.suffix"])
    .select(["point.topic_id as topicId", "point.exclusion"])
    .orderBy("point.voice_id")
    .orderBy("point.position")
    .execute();
  const byVoice = grouped(points, (point) => point.voice_id);
  return voices.map(({ hidden_at, ...voice }) => ({
    ...voice,
    isHidden: hidden_at !== null,
    points: byVoice.get(voice.id) ?? [],
  }));
}

/** A point as the writer of its answer reads it: with the voice it is from. */
export interface PointOfTopic {
  readonly id: string;
  readonly quote: string;
  readonly gist: string;
  readonly voiceId: string;
  readonly voiceNumber: number;
  readonly occasionId: string;
}

export async function pointsOfTopic(db: CityDb, topicId: string): Promise<PointOfTopic[]> {
  return db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .where("point.topic_id", "=", topicId)
    .select(["point.id", "point.quote", "point.gist", "point.voice_id as voiceId"])
    .select(["voice.number as voiceNumber", "voice.occasion_id as occasionId"])
    .orderBy("voice.number")
    .orderBy("point.position")
    .execute();
}
