import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { failures, freshStarts, type AttemptOutcome } from "../lockout.ts";
import type { SignInWay } from "../ways/way.ts";

export interface Attempt {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly outcome: AttemptOutcome;
  readonly way: SignInWay;
  readonly address: string;
  readonly userAgent: string;
  /** The known browser it came from; null for any other. */
  readonly device: string | null;
}

export async function insertAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  const { id, at, personId, outcome, way, address, userAgent, device } = attempt;
  await tx
    .insertInto("sign_in_attempt")
    .values({
      id,
      attempted_at: at,
      person_id: personId,
      outcome,
      way,
      address,
      user_agent: userAgent.slice(0, 300),
      device,
    })
    .execute();
}

export async function setOutcome(tx: Tx, attemptId: string, outcome: AttemptOutcome): Promise<void> {
  await tx.updateTable("sign_in_attempt").set({ outcome }).where("id", "=", attemptId).execute();
}

/** How many wrong answers were given for the person, not counting those before the last success or unlocking. */
export async function failuresSince(
  tx: Tx,
  of: { readonly personId: string; readonly device?: string; readonly since?: Date },
): Promise<number> {
  const { personId, device, since } = of;
  const all = tx
    .selectFrom("sign_in_attempt")
    .where("person_id", "=", personId)
    .$if(device !== undefined, (query) => query.where("device", "=", device ?? ""));
  const fresh = await all
    .where("outcome", "in", freshStarts)
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const { count } = await all
    .where("outcome", "in", failures)
    .$if(since !== undefined, (query) => query.where("attempted_at", ">", since as Date))
    .$if(fresh !== undefined, (query) => query.where("id", ">", fresh?.id ?? ""))
    .select((on) => on.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export interface LockState {
  readonly lockedUntil: Date | null;
  readonly lockCount: number;
}

export async function lockState(tx: Tx, personId: string): Promise<LockState> {
  const row = await tx
    .selectFrom("person")
    .where("id", "=", personId)
    .select(["locked_until", "lock_count"])
    .executeTakeFirstOrThrow();
  return { lockedUntil: row.locked_until, lockCount: row.lock_count };
}

export async function setLock(tx: Tx, personId: string, lock: LockState): Promise<void> {
  await tx
    .updateTable("person")
    .set({ locked_until: lock.lockedUntil, lock_count: lock.lockCount })
    .where("id", "=", personId)
    .execute();
}

/** Removes what has served its time: attempts before a moment, and challenges and sign-ins that are over. */
export async function sweep(tx: Tx, attemptsBefore: Date, now: Date): Promise<void> {
  await tx.deleteFrom("sign_in_attempt").where("attempted_at", "<", attemptsBefore).execute();
  await tx.deleteFrom("sign_in_challenge").where("expires_at", "<", now).execute();
  await tx.deleteFrom("sign_in").where("expires_at", "<", now).execute();
}

export interface AttemptRow extends Attempt {
  readonly personName: string | null;
}

export interface AttemptFilter {
  readonly personId?: string | undefined;
  readonly outcomes?: readonly AttemptOutcome[] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Attempts from the newest. */
export async function attempts(db: CityDb, filter: AttemptFilter): Promise<AttemptRow[]> {
  const { personId, outcomes, before, limit } = filter;
  const rows = await db
    .selectFrom("sign_in_attempt")
    .leftJoin("person", "person.id", "sign_in_attempt.person_id")
    .$if(personId !== undefined, (query) => query.where("person_id", "=", personId ?? ""))
    .$if(outcomes !== undefined, (query) => query.where("outcome", "in", outcomes ?? []))
    .$if(before !== undefined, (query) => query.where("sign_in_attempt.id", "<", before ?? ""))
    .select([
      "sign_in_attempt.id",
      "attempted_at",
      "person_id",
      "person.name",
      "outcome",
      "way",
      "address",
      "user_agent",
      "device",
    ])
    .orderBy("sign_in_attempt.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.attempted_at,
    personId: row.person_id,
    personName: row.name,
    outcome: row.outcome as AttemptOutcome, // written by insertAttempt only
    way: row.way as SignInWay, // likewise
    address: row.address,
    userAgent: row.user_agent,
    device: row.device,
  }));
}

export async function passwordHash(db: CityDb, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom("credential")
    .where("person_id", "=", personId)
    .where("provider_id", "=", "credential")
    .select("password")
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Sets the person's password; `hash` is better-auth's scrypt. */
export async function savePassword(
  tx: Tx,
  input: { readonly personId: string; readonly hash: string; readonly at: Date },
): Promise<void> {
  const { personId, hash, at } = input;
  await tx
    .insertInto("credential")
    .values({
      id: newId(),
      account_id: personId,
      provider_id: "credential",
      person_id: personId,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .onConflict((on) => on.columns(["provider_id", "account_id"]).doUpdateSet({ password: hash, updated_at: at }))
    .execute();
}

export interface SignIn {
  readonly id: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly token: string;
}

export async function signInsOf(db: CityDb, personId: string, now: Date): Promise<SignIn[]> {
  const rows = await db
    .selectFrom("sign_in")
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .selectAll()
    .orderBy("updated_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.created_at,
    usedAt: row.updated_at,
    address: row.ip_address ?? "",
    userAgent: row.user_agent ?? "",
    token: row.token,
  }));
}

/** Ends the person's sign-ins: one, all but one, or all. @returns how many there were */
export async function endSignIns(
  tx: Tx,
  personId: string,
  which: { readonly id?: string; readonly exceptToken?: string | undefined } = {},
): Promise<number> {
  const { id, exceptToken } = which;
  const ended = await tx
    .deleteFrom("sign_in")
    .where("person_id", "=", personId)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .$if(exceptToken !== undefined, (query) => query.where("token", "<>", exceptToken ?? ""))
    .returning("id")
    .execute();
  return ended.length;
}

/** Whom a second-factor challenge is for, and by which way the first step was made; undefined when there is none or it is over. */
export async function challengedPerson(
  db: CityDb,
  identifier: string,
  now: Date,
): Promise<{ readonly personId: string; readonly way: SignInWay } | undefined> {
  const row = await db
    .selectFrom("sign_in_challenge")
    .where("identifier", "=", identifier)
    .where("expires_at", ">", now)
    .select(["value", "way"])
    .executeTakeFirst();
  return row && { personId: row.value, way: row.way as SignInWay }; // written by markChallenge only
}

export async function removeSecondFactorRows(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom("second_factor").where("person_id", "=", personId).execute();
  await tx.updateTable("person").set({ two_factor_enabled: false }).where("id", "=", personId).execute();
}

/** @returns how many people had one */
export async function removeAllSecondFactors(tx: Tx): Promise<number> {
  await tx.deleteFrom("second_factor").execute();
  const had = tx.updateTable("person").set({ two_factor_enabled: false }).where("two_factor_enabled", "=", true);
  return Number((await had.executeTakeFirst()).numUpdatedRows);
}

export async function policyRows(db: CityDb): Promise<Record<string, string>> {
  const rows = await db.selectFrom("second_factor_policy").selectAll().execute();
  return Object.fromEntries(rows.map((row) => [row.role, row.demand]));
}

export async function savePolicy(tx: Tx, role: string, demand: string): Promise<void> {
  await tx
    .insertInto("second_factor_policy")
    .values({ role, demand })
    .onConflict((on) => on.column("role").doUpdateSet({ demand: sql`excluded.demand` }))
    .execute();
}
