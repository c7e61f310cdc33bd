import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import { isLedgerNumber } from "../ledger-number.ts";
import { uuids } from "./rows.ts";

/** A voice's words as an instrument works on them, without anything of who sent them. */
export interface VoiceText {
  readonly id: string;
  readonly number: number;
  readonly receivedAt: Date;
  /** The newest words; null after disposal. */
  readonly text: string | null;
  readonly edition: number;
  readonly nodeId: string | null;
  readonly wishesPublication: boolean;
  /** 同じ文面 n 件: voices of the occasion whose words are equal but for width, kana, spaces and punctuation, this one among them. */
  readonly alike: number;
}

/** The words of some voices, in the order of their numbers. Whether somebody may read them is the caller's rule. */
export async function voiceTexts(db: CityDb, ids: readonly string[]): Promise<VoiceText[]> {
  const rows = await db
    .selectFrom("voice")
    .innerJoin("voice_text as text", "text.voice_id", "voice.id")
    .where("voice.id", "=", sql<string>`any(${uuids(ids)})`)
    .distinctOn("voice.number")
    .select(["voice.id", "voice.number", "voice.received_at", "voice.node_id", "voice.wishes_publication"])
    .select(["text.content", "text.edition"])
    .select(({ selectFrom }) =>
      selectFrom("voice as same")
        .whereRef("same.occasion_id", "=", "voice.occasion_id")
        .whereRef("same.likeness", "=", "voice.likeness")
        .select(sql<number>`count(*)::integer`.as("count"))
        .as("alike"),
    )
    .orderBy("voice.number")
    .orderBy("text.edition", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    receivedAt: row.received_at,
    text: row.content,
    edition: row.edition,
    nodeId: row.node_id,
    wishesPublication: row.wishes_publication,
    alike: row.alike ?? 1,
  }));
}

/** The voice with a public number; undefined when there is none. */
export async function voiceIdOf(db: CityDb, number: number): Promise<string | undefined> {
  if (!isLedgerNumber(number)) return undefined;
  const row = await db.selectFrom("voice").where("number", "=", number).select("id").executeTakeFirst();
  return row?.id;
}
