import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import type { Channel, Way } from "../channel.ts";
import type { ResponseState } from "../response.ts";
import { noSender, type Sender, type Voice } from "../voice.ts";

/** The voice with this id, number or receipt (as its hash), with its newest words; undefined when there is none. */
export async function voiceWhere(
  db: CityDb,
  by: { readonly id: string } | { readonly number: number } | { readonly receipt_hash: string },
): Promise<Voice | undefined> {
  const [column, value] = Object.entries(by)[0] ?? [];
  const row = await db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .innerJoin("voice_text as text", "text.voice_id", "voice.id")
    .where(sql.ref(`voice.${column}`), "=", value)
    .orderBy("text.edition", "desc")
    .limit(1)
    .selectAll("voice")
    .select(["occasion.channel", "text.content", "text.place", "text.edition"])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      number: row.number,
      occasionId: row.occasion_id,
      channel: row.channel as Channel, // the column's check allows no other
      way: row.way as Way, // as above
      receivedAt: row.received_at,
      text: row.content,
      edition: row.edition,
      place: row.place,
      nodeId: row.node_id,
      joinsTopicId: row.joins_topic_id,
      districtId: row.district_id,
      ageBand: row.age_band,
      senderKind: row.sender_kind,
      wishesReply: row.wishes_reply,
      wishesPublication: row.wishes_publication,
      hidden: row.hidden_at && { at: row.hidden_at, reason: row.hidden_reason },
      disposedAt: row.disposed_at,
      version: row.version,
    }
  );
}

/** An edition (版) of a voice's words. */
export interface Edition {
  readonly edition: number;
  /** Null after disposal; the hash stays. */
  readonly text: string | null;
  readonly hash: string;
  readonly reason: string;
  readonly enteredAt: Date;
}

/** Every edition of a voice, the first first. */
export async function editionsOf(db: CityDb, voiceId: string): Promise<Edition[]> {
  const rows = await db
    .selectFrom("voice_text")
    .where("voice_id", "=", voiceId)
    .selectAll()
    .orderBy("edition")
    .execute();
  return rows.map((row) => ({
    edition: row.edition,
    text: row.content,
    hash: row.content_hash,
    reason: row.reason,
    enteredAt: row.entered_at,
  }));
}

/** A point with what its topic says. */
export interface PointInVoice {
  readonly id: string;
  readonly position: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly gist: string;
  readonly topicId: string | null;
  readonly exclusion: string;
  readonly topic: { readonly number: number; readonly title: string } | null;
  readonly responseState: ResponseState | null;
}

/** The points of a voice in their order. */
export async function pointsInVoice(db: CityDb, voiceId: string): Promise<PointInVoice[]> {
  const rows = await db
    .selectFrom("point")
    .leftJoin("topic", "topic.id", "point.topic_id")
    .leftJoin("response", "response.topic_id", "point.topic_id")
    .where("point.voice_id", "=", voiceId)
    .select(["point.id", "point.position", "point.quote", "point.prefix", "point.suffix", "point.gist"])
    .select(["point.topic_id", "point.exclusion", "topic.number", "topic.title", "response.state"])
    .orderBy("point.position")
    .orderBy("point.id")
    .execute();
  return rows.map(({ topic_id: topicId, number, title, state, ...point }) => ({
    ...point,
    topicId,
    topic: number !== null && title !== null ? { number, title } : null,
    responseState: state as ResponseState | null, // the column's check allows no other
  }));
}

/** What came with a voice: a file without its bytes. */
export interface Attachment {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly isErased: boolean;
}

export async function attachmentsOf(db: CityDb, voiceId: string): Promise<Attachment[]> {
  const rows = await db
    .selectFrom("voice_attachment")
    .innerJoin("stored_file", "stored_file.id", "voice_attachment.file_id")
    .where("voice_id", "=", voiceId)
    .select(["file_id", "name", "media_type", "size", "erased_at"])
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    fileId: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    isErased: row.erased_at !== null,
  }));
}

/** Who sent a voice; nobody where nothing was said or it was disposed of. Only acts that record the look may ask. */
export async function senderIn(db: CityDb, voiceId: string): Promise<Sender> {
  const row = await db
    .selectFrom("voice_sender")
    .where("voice_id", "=", voiceId)
    .select(["name", "organisation", "address", "phone", "email"])
    .executeTakeFirst();
  return row ?? noSender;
}
