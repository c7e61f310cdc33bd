import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import type { SplitState } from "../split-state.ts";

/** Voices whose words are kept, each with its state and how many points it has and how many of them wait. */
export function statedVoices(db: CityDb) {
  const counted = db
    .selectFrom("point")
    .groupBy("point.voice_id")
    .select([
      "point.voice_id",
      sql<number>`count(*)::integer`.as("points"),
      sql<number>`(count(*) filter (where topic_id is null and exclusion = ''))::integer`.as("waiting"),
      sql<number>`sum(letters)::integer`.as("letters"),
    ]);
  return db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .innerJoin("voice_text", "voice_text.voice_id", "voice.id")
    .leftJoin(counted.as("counted"), "counted.voice_id", "voice.id")
    .where("voice_text.letters", "is not", null) // null once the words were disposed of
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("voice_text as newer")
            .whereRef("newer.voice_id", "=", "voice_text.voice_id")
            .whereRef("newer.edition", ">", "voice_text.edition")
            .select("newer.edition"),
        ),
      ),
    )
    .select((eb) => [
      "voice.id",
      "voice.number",
      "voice.occasion_id as occasionId",
      "voice.received_at as receivedAt",
      "occasion.plan_id as planId",
      "occasion.channel",
      sql<number>`coalesce(${sql.ref("counted.points")}, 0)`.as("points"),
      sql<number>`coalesce(${sql.ref("counted.waiting")}, 0)`.as("waiting"),
      sql<SplitState>`case
        when ${sql.ref("occasion.duty")} = 'receive' then 'done'
        when ${sql.ref("counted.points")} is null then 'untouched'
        when ${sql.ref("voice_text.edition")} > 1 and ${eb.exists(
          eb
            .selectFrom("point as lost")
            .whereRef("lost.voice_id", "=", "voice.id")
            .where(sql<boolean>`strpos(${eb.ref("voice_text.content")}, ${sql.ref("lost.quote")}) = 0`)
            .select("lost.id"),
        )} then 'lost'
        when ${sql.ref("occasion.duty")} = 'answer' and ${sql.ref("counted.letters")} < ${sql.ref("voice_text.letters")} then 'partly'
        when ${sql.ref("counted.waiting")} > 0 then 'waiting'
        else 'done' end`.as("state"),
    ]);
}

export interface InboxChoice {
  readonly occasionId: string;
  readonly state?: SplitState | "open" | undefined;
}

function chosen(db: CityDb, { occasionId, state }: InboxChoice) {
  const stated = db.selectFrom(statedVoices(db).where("voice.occasion_id", "=", occasionId).as("stated"));
  if (state === undefined) return stated;
  return state === "open" ? stated.where("state", "<>", "done") : stated.where("state", "=", state);
}

export interface InboxRow {
  readonly id: string;
  readonly number: number;
  readonly receivedAt: Date;
  readonly state: SplitState;
  readonly points: number;
  readonly waiting: number;
  /** The beginning of its newest words. */
  readonly beginning: string;
}

/** A page of an occasion's voices in the order of receipt, after a number. */
export async function inboxRows(
  db: CityDb,
  { after, limit, ...choice }: InboxChoice & { readonly after: number; readonly limit: number },
): Promise<InboxRow[]> {
  const page = chosen(db, choice).where("number", ">", after).selectAll("stated").orderBy("number").limit(limit);
  const rows = await db
    .selectFrom(page.as("page"))
    .select((eb) => [
      "page.id",
      "page.number",
      "page.receivedAt",
      "page.state",
      "page.points",
      "page.waiting",
      eb
        .selectFrom("voice_text")
        .whereRef("voice_text.voice_id", "=", "page.id")
        .select(sql<string>`left(content, 80)`.as("beginning"))
        .orderBy("edition", "desc")
        .limit(1)
        .as("beginning"),
    ])
    .orderBy("page.number")
    .execute();
  return rows.map(({ beginning, ...row }) => ({ ...row, beginning: beginning ?? "" }));
}

/** The voices before and after a number, among those chosen. */
export async function neighbours(
  db: CityDb,
  choice: InboxChoice,
  number: number,
): Promise<{ readonly previous: string | null; readonly next: string | null }> {
  const before = chosen(db, choice).where("number", "<", number).orderBy("number", "desc");
  const after = chosen(db, choice).where("number", ">", number).orderBy("number");
  const previous = await before.select("id").limit(1).executeTakeFirst();
  const next = await after.select("id").limit(1).executeTakeFirst();
  return { previous: previous?.id ?? null, next: next?.id ?? null };
}

/** How many voices of each occasion of a plan are in each state, and when the oldest of them came. */
export async function voiceCounts(db: CityDb, planId: string) {
  return db
    .selectFrom(statedVoices(db).where("occasion.plan_id", "=", planId).as("stated"))
    .groupBy(["occasionId", "state"])
    .select(["occasionId", "state"])
    .select([
      sql<number>`count(*)::integer`.as("voices"),
      sql<number>`sum(points)::integer`.as("points"),
      sql<number>`sum(waiting)::integer`.as("waiting"),
      sql<Date>`min(${sql.ref("receivedAt")})`.as("oldestAt"),
    ])
    .execute();
}
