import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import type { ChainLink, Reference } from "./chain-link.ts";
import type { Tx } from "./context.ts";
import type { EventFilter, EventRow } from "./queries.ts";

const chainLock = 5_201_314; // one number for all cities: the lock is taken per schema below

/** Makes the writers of a city's chain wait for each other until their transactions end. */
export async function queueForChain(tx: Tx, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${chainLock}, hashtext(${schema}))`.execute(tx);
}

/** The end of the chain; undefined before the first event. */
export async function lastLink(db: CityDb): Promise<{ readonly sequence: number; readonly hash: string } | undefined> {
  return db.selectFrom("event").select(["sequence", "hash"]).orderBy("sequence", "desc").limit(1).executeTakeFirst();
}

export async function insertEvent(tx: Tx, link: ChainLink, hash: string): Promise<void> {
  await tx
    .insertInto("event")
    .values({ ...link, reference: JSON.stringify(link.reference), hash })
    .execute();
}

/** Events as links of the chain, in its order, after a sequence number. */
export async function linksAfter(
  db: CityDb,
  sequence: number,
  limit: number,
): Promise<{ readonly link: ChainLink; readonly hash: string }[]> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(({ hash, ...rest }) => ({
    hash,
    link: { ...rest, reference: rest.reference as Reference }, // written by `record` only
  }));
}

/** Events that fit, from the newest, at most `limit`. */
export async function eventsThat(db: CityDb, filter: EventFilter, limit: number): Promise<EventRow[]> {
  const { act, personId, from, until, before } = filter;
  let query = db.selectFrom("event").orderBy("sequence", "desc").limit(limit);
  if (act !== undefined) query = query.where("act", "=", act);
  if (personId !== undefined) query = query.where("actor_id", "=", personId);
  if (from !== undefined) query = query.where("occurred_at", ">=", from);
  if (until !== undefined) query = query.where("occurred_at", "<", until);
  if (before !== undefined) query = query.where("sequence", "<", before);
  return query
    .select(["sequence", "act", "actor_kind as actorKind", "actor_label as actorLabel", "actor_id as actorId"])
    .select(["reference", "request_id as requestId", "occurred_at as occurredAt", "hash"])
    .execute();
}

export async function actsInTrail(db: CityDb): Promise<string[]> {
  const rows = await db.selectFrom("event").select("act").distinct().orderBy("act").execute();
  return rows.map((row) => row.act);
}

/** Ids of the people who acted. */
export async function actorsInTrail(db: CityDb): Promise<string[]> {
  const rows = await db.selectFrom("event").select("actor_id").distinct().where("actor_id", "is not", null).execute();
  return rows.flatMap((row) => row.actor_id ?? []);
}

/** Claims a form's one-time key; false when it was claimed before. */
export async function insertFormKey(tx: Tx, key: string): Promise<boolean> {
  const claimed = await tx
    .insertInto("form_submission")
    .values({ key })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("key")
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Where a form that is done led; null when it is not known. */
export async function locationOf(db: CityDb, key: string): Promise<string | null> {
  const row = await db.selectFrom("form_submission").where("key", "=", key).select("location").executeTakeFirst();
  return row?.location ?? null;
}

/** Remembers where a finished form led, so that a second sending can be led there too. */
export async function rememberLocation(db: CityDb, key: string, location: string): Promise<void> {
  await db.updateTable("form_submission").set({ location }).where("key", "=", key).execute();
}
