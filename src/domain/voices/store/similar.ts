import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import { containing } from "./point-table.ts";

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

const leastLikeness = 0.3;
const mostCandidates = 400; // likeness is reckoned of so many alone
const mostLetters = 200;

export interface LikenessSearch {
  readonly planId: string;
  /** Folded. */
  readonly words: string;
  /** Words of them that say what they are about, folded. */
  readonly telling: readonly string[];
  readonly limit: number;
  readonly waitingOnly: boolean;
}

/**
 * The points of a plan whose words are most like some others, by trigrams. Reckoning the likeness of 20,000 texts takes a second or
 * two, so it is reckoned of those that share the most telling words.
 */
export async function similarPointRows(db: CityDb, search: LikenessSearch): Promise<SimilarPoint[]> {
  const words = search.words.slice(0, mostLetters);
  return db
    .selectFrom(candidates(db, search).as("candidate"))
    .select(["id", "version", "quote", "gist", "voiceId", "voiceNumber", "topicId", "exclusion"])
    .select(sql<number>`public.similarity(${sql.ref("candidate.folded")}, ${words})`.as("likeness"))
    .orderBy("likeness", "desc")
    .orderBy("id")
    .limit(search.limit)
    .execute();
}

function candidates(db: CityDb, { planId, words, telling, waitingOnly }: LikenessSearch) {
  const text = sql.ref("point.folded");
  let query = db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("occasion.plan_id", "=", planId);
  if (waitingOnly) query = query.where("point.topic_id", "is", null).where("point.exclusion", "=", "");
  const patterns = telling.map(containing);
  const shared = patterns.map((pattern) => sql`(${text} like ${pattern})::integer`);
  query =
    patterns.length > 0
      ? query
          .where(sql<boolean>`${text} like any(${patterns}::text[])`)
          .orderBy(sql`${sql.join(shared, sql` + `)}`, "desc")
      : query.where(sql<boolean>`public.similarity(${text}, ${words}) >= ${leastLikeness}`);
  return query
    .select(["point.id", "point.version", "point.quote", "point.gist", "point.folded", "point.exclusion"])
    .select(["point.voice_id as voiceId", "voice.number as voiceNumber", "point.topic_id as topicId"])
    .limit(mostCandidates);
}
