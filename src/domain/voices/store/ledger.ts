import { sql, type ExpressionBuilder } from "kysely";
import { wordsOf } from "#kernel/folding.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { Channel, Way } from "../channel.ts";
import type { VoiceOrder, VoiceState } from "../voice-state.ts";

/** Which voices are asked for; what is left out does not narrow. */
export interface VoiceFilter {
  readonly occasionId?: string | undefined;
  readonly planId?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly way?: Way | undefined;
  readonly districtId?: string | undefined;
  /** Words of a search: each must stand in the voice as it is now or in one of its points. */
  readonly words?: string | undefined;
  readonly state?: VoiceState | undefined;
  readonly isHidden?: boolean | undefined;
  readonly wishesReply?: boolean | undefined;
  readonly wishesPublication?: boolean | undefined;
}

/** A line of the ledger: no person, and only the beginning of the words. */
export interface VoiceLine {
  readonly id: string;
  readonly number: number;
  readonly occasionId: string;
  readonly occasionTitle: string;
  readonly channel: Channel;
  readonly way: Way;
  readonly receivedAt: Date;
  /** The beginning of the words; null after disposal. */
  readonly beginning: string | null;
  readonly place: string;
  readonly districtId: string | null;
  readonly ageBand: string;
  readonly senderKind: string;
  readonly wishesReply: boolean;
  readonly wishesPublication: boolean;
  readonly isHidden: boolean;
  readonly state: VoiceState;
  readonly points: number;
  /** Points that have neither topic nor reason to be left out. */
  readonly waiting: number;
  /** 同じ文面 n 件: voices of the occasion with the same words, this one among them. */
  readonly alike: number;
}

export interface LedgerPage {
  readonly order: VoiceOrder;
  /** The number of the last voice of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
  /** How many characters of each voice. */
  readonly length?: number;
}

/** A page of the ledger, by keyset. */
export async function ledgerLines(
  db: CityDb,
  filter: VoiceFilter,
  { order, after, limit, length = 160 }: LedgerPage,
): Promise<VoiceLine[]> {
  const inOrder = orders[order];
  const page = inOrder(
    matching(db, filter).where((eb) => (after === undefined ? eb.lit(true) : isBehind(eb, order, after))),
  )
    .select("voice.id")
    .limit(limit);
  const rows = await inOrder(withTallies(db).where("voice.id", "in", page))
    .select([
      "voice.id",
      "voice.number",
      "voice.occasion_id",
      "voice.way",
      "voice.received_at",
      "voice.district_id",
      "voice.age_band",
      "voice.sender_kind",
      "voice.wishes_reply",
      "voice.wishes_publication",
      "voice.hidden_at",
      "occasion.title",
      "occasion.channel",
      "text.place",
      "tally.points",
      "tally.waiting",
    ])
    .select((eb) => [stateOf.as("state"), beginningOf(length).as("beginning"), alikeOf(eb).as("alike")])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    occasionId: row.occasion_id,
    occasionTitle: row.title,
    channel: row.channel as Channel, // the column's check allows no other
    way: row.way as Way, // as above
    receivedAt: row.received_at,
    beginning: row.beginning,
    place: row.place,
    districtId: row.district_id,
    ageBand: row.age_band,
    senderKind: row.sender_kind,
    wishesReply: row.wishes_reply,
    wishesPublication: row.wishes_publication,
    isHidden: row.hidden_at !== null,
    state: row.state,
    points: row.points,
    waiting: row.waiting,
    alike: row.alike,
  }));
}

/** How many voices the filter lets through, by state. */
export async function ledgerCounts(db: CityDb, filter: VoiceFilter): Promise<ReadonlyMap<VoiceState, number>> {
  const rows = await matching(db, filter)
    .select((eb) => [stateOf.as("state"), eb.fn.countAll<number>().as("count")])
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How many voices the filter lets through, by the way in which they came. */
export async function ledgerWays(db: CityDb, filter: VoiceFilter): Promise<ReadonlyMap<Way, number>> {
  const rows = await matching(db, filter)
    .select(({ fn }) => ["voice.way", fn.countAll<number>().as("count")])
    .groupBy("voice.way")
    .execute();
  return new Map(rows.map(({ way, count }) => [way as Way, count])); // the column's check allows no other
}

const stateOf = sql<VoiceState>`case
  when voice.disposed_at is not null then 'disposed'
  when occasion.duty = 'receive' then 'noted'
  when tally.points is null or tally.points = 0 then 'unsorted'
  when tally.waiting > 0 then 'sorting'
  when tally.undecided > 0 then 'sorted'
  else 'answered' end`;

/**
 * The voices that fit, with their points counted once for all of them. PostgreSQL leaves that count out where neither the filter
 * nor the caller asks for the state.
 */
function matching(db: CityDb, filter: VoiceFilter) {
  const { occasionId, planId, channel, way, districtId, state, isHidden, wishesReply, wishesPublication } = filter;
  let query = db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .leftJoin(tallies(db).select("point.voice_id").groupBy("point.voice_id").as("tally"), "tally.voice_id", "voice.id");
  if (occasionId !== undefined) query = query.where("voice.occasion_id", "=", occasionId);
  if (planId !== undefined) query = query.where("occasion.plan_id", "=", planId);
  if (channel !== undefined) query = query.where("occasion.channel", "=", channel);
  if (way !== undefined) query = query.where("voice.way", "=", way);
  if (districtId !== undefined) query = query.where("voice.district_id", "=", districtId);
  if (isHidden !== undefined) query = query.where("voice.hidden_at", isHidden ? "is not" : "is", null);
  if (wishesReply !== undefined) query = query.where("voice.wishes_reply", "=", wishesReply);
  if (wishesPublication !== undefined) query = query.where("voice.wishes_publication", "=", wishesPublication);
  if (state !== undefined) query = query.where(stateOf, "=", state);
  for (const word of wordsOf(filter.words ?? "")) query = query.where((eb) => holdsWord(eb, word));
  return query;
}

/** What the points say: how many, how many wait for a topic, how many of their topics wait for a decision. */
function tallies(db: Pick<CityDb, "selectFrom">) {
  return db
    .selectFrom("point")
    .leftJoin("response", "response.topic_id", "point.topic_id")
    .select(({ fn }) => [
      fn.countAll<number>().as("points"),
      sql<number>`count(*) filter (where point.topic_id is null and point.exclusion = '')`.as("waiting"),
      sql<number>`count(*) filter (where point.topic_id is not null and response.state is distinct from 'decided')`.as(
        "undecided",
      ),
    ]);
}

/** Voices with their newest words and what the points of each say, counted one by one: for a page of them. */
function withTallies(db: CityDb) {
  return db
    .selectFrom("voice")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom("voice_text")
          .whereRef("voice_text.voice_id", "=", "voice.id")
          .orderBy("voice_text.edition", "desc")
          .limit(1)
          .select(["voice_text.content", "voice_text.place"])
          .as("text"),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      () => tallies(db).where("point.voice_id", "=", sql.ref<string>("voice.id")).as("tally"),
      (join) => join.onTrue(),
    );
}

interface Ordered<Q> {
  orderBy(column: "voice.number" | "voice.received_at", direction: "asc" | "desc"): Q;
}

const orders: Readonly<Record<VoiceOrder, <Q extends Ordered<Q>>(query: Q) => Q>> = {
  newest: (query) => query.orderBy("voice.number", "desc"),
  oldest: (query) => query.orderBy("voice.number", "asc"),
  received: (query) => query.orderBy("voice.received_at", "desc").orderBy("voice.number", "desc"),
};

type Voices = ExpressionBuilder<CityTables, "voice">;

/** A word found by trigrams, or by reading where it is shorter than three letters. */
function holdsWord(eb: Voices, word: string) {
  const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const inText = eb
    .selectFrom("voice_text as found")
    .where("found.folded", "like", like)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("voice_text as later")
            .whereRef("later.voice_id", "=", "found.voice_id")
            .whereRef("later.edition", ">", "found.edition")
            .select("later.edition"),
        ),
      ),
    )
    .select("found.voice_id");
  const inPoint = eb.selectFrom("point as found").where("found.folded", "like", like).select("found.voice_id");
  return eb("voice.id", "in", inText.unionAll(inPoint));
}

function isBehind(eb: Voices, order: VoiceOrder, after: number) {
  if (order !== "received") return eb("voice.number", order === "newest" ? "<" : ">", after);
  const last = eb.selectFrom("voice as last").where("last.number", "=", after).select("last.received_at");
  return sql<boolean>`(voice.received_at, voice.number) < (${last}, ${after})`;
}

function beginningOf(length: number) {
  return sql<string | null>`left(text.content, ${length})`;
}

function alikeOf(eb: Voices) {
  const same = eb
    .selectFrom("voice as same")
    .whereRef("same.occasion_id", "=", "voice.occasion_id")
    .whereRef("same.likeness", "=", "voice.likeness")
    .select(({ fn }) => fn.countAll().as("count"));
  return sql<number>`${same}`;
}
