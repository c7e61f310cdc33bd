import type { CityDb } from "#platform/database/index.ts";
import type { Way } from "../channel.ts";

/** What a publication takes of a voice: never its sender, and its words only from the copy that two people looked at. */
export interface VoiceForPublic {
  readonly id: string;
  readonly number: number;
  readonly receivedAt: Date;
  readonly way: Way;
  readonly senderKind: string;
  readonly ageBand: string;
  readonly district: string;
  readonly wishesPublication: boolean;
  readonly hiddenReason: string;
  readonly isHidden: boolean;
  readonly joinsTopicNumber: number | null;
  /** The copy for the public, when two people looked at it and the original was not corrected since. */
  readonly copy: string | null;
}

/** The voices of an occasion in the order of their numbers. */
export async function voicesForPublic(db: CityDb, occasionId: string): Promise<VoiceForPublic[]> {
  const rows = await db
    .selectFrom("voice")
    .leftJoin("district", "district.id", "voice.district_id")
    .leftJoin("topic", "topic.id", "voice.joins_topic_id")
    .leftJoin("redaction", (join) =>
      join.onRef("redaction.voice_id", "=", "voice.id").on("redaction.second_at", "is not", null),
    )
    .where("voice.occasion_id", "=", occasionId)
    .select(["voice.id", "voice.number", "voice.received_at as receivedAt", "voice.way"])
    .select(["voice.sender_kind as senderKind", "voice.age_band as ageBand", "voice.hidden_reason as hiddenReason"])
    .select(["voice.wishes_publication as wishesPublication", "voice.hidden_at", "topic.number as joinsTopicNumber"])
    .select(["redaction.content", "redaction.edition"])
    .select("district.name as district")
    .select(({ selectFrom }) =>
      selectFrom("voice_text")
        .whereRef("voice_text.voice_id", "=", "voice.id")
        .select(({ fn: of }) => of.max("edition").as("edition"))
        .as("newest"),
    )
    .orderBy("voice.number")
    .execute();
  return rows.map(({ hidden_at, content, edition, newest, way, district, ...row }) => ({
    ...row,
    district: district ?? "",
    way: way as Way, // the column's check allows no other
    isHidden: hidden_at !== null,
    copy: edition === newest ? content : null,
  }));
}

/** Topics of a plan on which somebody is owed an answer (回答する). */
export async function topicsOwedAnAnswer(db: CityDb, planId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("occasion.plan_id", "=", planId)
    .where("occasion.duty", "=", "answer")
    .select("point.topic_id as topicId")
    .distinct()
    .execute();
  return new Set(rows.flatMap(({ topicId }) => topicId ?? []));
}
