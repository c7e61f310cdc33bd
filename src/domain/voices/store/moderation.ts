import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";

interface Hiding {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Hides a voice that still has the version that the person saw. @returns whether it had */
export async function markHidden(tx: Tx, { id, version, reason, by, at }: Hiding): Promise<boolean> {
  const saved = await tx
    .updateTable("voice")
    .set({ hidden_at: at, hidden_by: by, hidden_reason: reason, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Shows a voice again. @returns whether it still had the version */
export async function markShown(tx: Tx, { id, version }: { id: string; version: number }): Promise<boolean> {
  const saved = await tx
    .updateTable("voice")
    .set({ hidden_at: null, hidden_by: null, hidden_reason: "", version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** A voice of the same occasion with nearly the same words. */
export interface SimilarVoice {
  readonly id: string;
  readonly number: number;
  /** 1 for words that differ in width, kana, spaces or punctuation alone. */
  readonly similarity: number;
  readonly beginning: string | null;
}

/** The voices of the occasion whose words are like those of a voice, the likest first. */
export async function similarVoices(
  db: CityDb,
  { voiceId, least, limit }: { readonly voiceId: string; readonly least: number; readonly limit: number },
): Promise<SimilarVoice[]> {
  const likeness = sql<number>`case when other.likeness = voice.likeness then 1
    else round(public.similarity(theirs.folded, own.folded)::numeric, 2)::float8 end`;
  return db
    .selectFrom("voice")
    .innerJoin("voice_text as own", "own.voice_id", "voice.id")
    .innerJoin("voice as other", "other.occasion_id", "voice.occasion_id")
    .innerJoin("voice_text as theirs", "theirs.voice_id", "other.id")
    .where("voice.id", "=", voiceId)
    .whereRef("other.id", "<>", "voice.id")
    .where(likeness, ">=", least)
    .distinctOn([likeness, "other.number"])
    .select(["other.id", "other.number", likeness.as("similarity")])
    .select(sql<string | null>`left(theirs.content, 120)`.as("beginning"))
    .orderBy(likeness, "desc")
    .orderBy("other.number")
    .limit(limit)
    .execute();
}
