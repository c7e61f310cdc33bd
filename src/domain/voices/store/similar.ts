import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";

/** A point whose words are like others, from 0 to 1. */
export interface SimilarPoint {
  readonly id: string;
  readonly version: number;
  readonly quote: string;
  readonly gist: string;
  readonly voiceId: string;
  readonly voiceNumber: number;
  readonly topicId: string | null;
  readonly exclusion: string;
  readonly likeness: number;
}

const leastLikeness = 0.15; // short Japanese sentences share few trigrams even when they mean the same
const mostLetters = 200; // longer words make the index read more than they tell

/** The points of a plan whose words are most like some folded words, by trigrams. */
export async function similarPointRows(
  tx: Tx,
  input: { readonly planId: string; readonly words: string; readonly limit: number; readonly waitingOnly: boolean },
): Promise<SimilarPoint[]> {
  const words = input.words.slice(0, mostLetters);
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(leastLikeness)}, true)`.execute(tx);
  const likeness = sql<number>`public.similarity(${sql.ref("point.folded")}, ${words})`;
  let query = tx
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("occasion.plan_id", "=", input.planId)
    .where(sql<boolean>`${sql.ref("point.folded")} operator(public.%) ${words}`);
  if (input.waitingOnly) query = query.where("point.topic_id", "is", null).where("point.exclusion", "=", "");
  return query
    .select([
      "point.id",
      "point.version",
      "point.quote",
      "point.gist",
      "point.voice_id as voiceId",
      "voice.number as voiceNumber",
      "point.topic_id as topicId",
      "point.exclusion",
      likeness.as("likeness"),
    ])
    .orderBy("likeness", "desc")
    .orderBy("point.id")
    .limit(input.limit)
    .execute();
}
