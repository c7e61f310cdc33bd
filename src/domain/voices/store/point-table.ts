import { sql, type ExpressionBuilder, type RawBuilder } from "kysely";
import { wordsOf } from "#kernel/folding.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { PointChoice, PointKey, PointOrder } from "../point-choice.ts";

/** A point as a line of the table, with where it is from and where it went. */
export interface PointRow {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly gist: string;
  readonly exclusion: string;
  readonly nodeId: string | null;
  readonly voiceId: string;
  readonly voiceNumber: number;
  readonly occasionId: string;
  readonly topicId: string | null;
  readonly topicNumber: number | null;
  readonly topicTitle: string | null;
  readonly savedAt: Date;
  readonly tags: readonly string[];
}

function chosen(db: CityDb, choice: PointChoice) {
  let query = db
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("occasion.plan_id", "=", choice.planId);
  if (choice.occasionId) query = query.where("voice.occasion_id", "=", choice.occasionId);
  if (choice.topicId) query = query.where("point.topic_id", "=", choice.topicId);
  if (choice.nodeId) query = query.where("point.node_id", "=", choice.nodeId);
  if (choice.state === "waiting") query = query.where("point.topic_id", "is", null).where("point.exclusion", "=", "");
  if (choice.state === "sorted") query = query.where("point.topic_id", "is not", null);
  if (choice.state === "excluded") query = query.where("point.exclusion", "<>", "");
  if (choice.tagId) query = query.where("point.id", "in", tagged(db, choice.tagId));
  for (const word of wordsOf(choice.words)) query = query.where("point.folded", "like", containing(word));
  return query;
}

function tagged(db: CityDb, tagId: string) {
  return db.selectFrom("point_tag").where("tag_id", "=", tagId).select("point_id");
}

/** A pattern for texts that contain a word; from three characters on, the index of trigrams answers it. */
export function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

export async function countPointRows(db: CityDb, choice: PointChoice): Promise<number> {
  const row = await chosen(db, choice)
    .select(sql<number>`count(*)::integer`.as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The ids and versions of every chosen point, for an act on all of them. */
export async function chosenPoints(db: CityDb, choice: PointChoice, limit: number) {
  return chosen(db, choice).select(["point.id", "point.version"]).orderBy("point.id").limit(limit).execute();
}

type Row = ExpressionBuilder<CityTables, "point" | "voice">;

const orders: Readonly<Record<PointOrder, { readonly isDown: boolean; readonly columns: readonly string[] }>> = {
  voice: { isDown: false, columns: ["voice.number", "point.position", "point.id"] },
  latest: { isDown: true, columns: ["point.saved_at", "point.id"] },
};

/** A page of points, after the last one of the page before (keyset: the thousandth page is as quick as the first). */
export async function pointRows(
  db: CityDb,
  { after, limit, ...choice }: PointChoice & { readonly after: PointKey | undefined; readonly limit: number },
): Promise<PointRow[]> {
  const { isDown, columns } = orders[choice.order];
  let query = chosen(db, choice).leftJoin("topic", "topic.id", "point.topic_id");
  if (after) query = query.where(beyond(columns, after, isDown));
  for (const column of columns) query = query.orderBy(sql.ref(column), isDown ? "desc" : "asc");
  return query
    .select([
      "point.id",
      "point.version",
      "point.position",
      "point.quote",
      "point.prefix",
      "point.suffix",
      "point.gist",
      "point.exclusion",
      "point.node_id as nodeId",
      "point.voice_id as voiceId",
      "voice.number as voiceNumber",
      "voice.occasion_id as occasionId",
      "point.topic_id as topicId",
      "topic.number as topicNumber",
      "topic.title as topicTitle",
      "point.saved_at as savedAt",
    ])
    .select((eb) => tagNames(eb).as("tags"))
    .limit(limit)
    .execute();
}

function beyond(columns: readonly string[], after: PointKey, isDown: boolean): RawBuilder<boolean> {
  const row = sql.join(columns.map((column) => sql.ref(column)));
  const key =
    columns.length === 3
      ? sql`${after.number}::integer, ${after.position}::integer, ${after.id}::uuid`
      : sql`${after.savedAt}::timestamptz, ${after.id}::uuid`;
  return isDown ? sql<boolean>`(${row}) < (${key})` : sql<boolean>`(${row}) > (${key})`;
}

function tagNames(eb: Row): RawBuilder<string[]> {
  return sql<string[]>`array(${eb
    .selectFrom("point_tag")
    .innerJoin("tag", "tag.id", "point_tag.tag_id")
    .whereRef("point_tag.point_id", "=", "point.id")
    .select("tag.name")
    .orderBy("tag.position")})`;
}
