import { setTimeout as pause } from "node:timers/promises";
import { newId } from "#kernel/id.ts";
import type { Clock } from "#kernel/clock.ts";
import type { CityDb, Database, Municipality, PlatformDb } from "#platform/database/index.ts";
import type { Transaction } from "kysely";
import type { CityTables } from "#platform/database/index.ts";
import type { Actor } from "./actor.ts";
import { insertFormKey, locationOf } from "./store.ts";

/** A transaction in the municipality's schema. */
export type Tx = Transaction<CityTables>;

/** What every action and query is given: in which city, who, when, and the database. Nothing is ambient. */
export interface Ctx {
  readonly municipality: Municipality;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly requestId: string;
  /** For reading outside a transaction. */
  readonly db: CityDb;
  /** What all municipalities share: the queue of jobs. */
  readonly platform: PlatformDb;
  /**
   * Runs the work in one transaction and tries again when PostgreSQL could not serialise it (SQLSTATE 40001, 40P01).
   * With a form key, the key is written in the same transaction: a form sent twice throws AlreadySubmitted.
   * A refusal (a Result that is not ok) takes everything back, the form's key among it: nothing was done, so the same form sent
   * again is refused again and never told that it was taken.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same without the form's key: for what shall stay though the act behind it is refused, and does no harm when it is done again. */
  apart<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The same form was sent before and its work is done; `location` is where the first sending led, when known. */
export class AlreadySubmitted extends Error {
  readonly location: string | null;
  constructor(location: string | null) {
    super("this form was submitted before");
    this.location = location;
  }
}

export interface CtxInput {
  readonly database: Database;
  readonly municipality: Municipality;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly requestId?: string;
  readonly formKey?: string | undefined;
}

/** Makes the context of one request, job or command. */
export function openContext(input: CtxInput): Ctx {
  const db = input.database.inCity(input.municipality.schema);
  let pendingKey = input.formKey;
  return {
    municipality: input.municipality,
    actor: input.actor,
    clock: input.clock,
    requestId: input.requestId ?? newId(),
    db,
    platform: input.database.platform,
    transaction: (work) => {
      const key = pendingKey;
      return ended(db, key, async () => {
        const value = await retrying(db, async (tx) => {
          if (key) await claimFormKey(tx, key);
          return unlessRefused(await work(tx));
        });
        pendingKey = undefined;
        return value;
      });
    },
    apart: (work) => ended(db, undefined, () => retrying(db, async (tx) => unlessRefused(await work(tx)))),
  };
}

/** The context of what is done as a part of a greater act: everything happens in the act's transaction. */
export function within(ctx: Ctx, tx: Tx): Ctx {
  const part = <T>(work: (tx: Tx) => Promise<T>) => work(tx);
  return { ...ctx, db: tx, transaction: part, apart: part };
}

/** Runs a transaction to its end: a refusal is its value, and a form that was sent twice is told where the first sending led. */
async function ended<T>(db: CityDb, key: string | undefined, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T; // what this work just returned
    if (error instanceof AlreadySubmitted && key) throw new AlreadySubmitted(await locationSoon(db, key));
    throw error;
  }
}

/** Ends a transaction whose work was refused, without any of its writes. */
class TakenBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("refused");
    this.result = result;
  }
}

/** @throws TakenBack for a refusal */
function unlessRefused<T>(result: T): T {
  if (typeof result === "object" && result !== null && "refusal" in result && "ok" in result && !result.ok)
    throw new TakenBack(result);
  return result;
}

const locationWaits = [0, 50, 100, 200, 400]; // milliseconds: the first sending notes its location just after its transaction

/** Where the first sending led; null when it did not say so within a second (its page was no redirect, or its server died). */
async function locationSoon(db: CityDb, key: string): Promise<string | null> {
  for (const wait of locationWaits) {
    if (wait > 0) await pause(wait);
    const location = await locationOf(db, key);
    if (location !== null) return location;
  }
  return null;
}

async function retrying<T>(db: CityDb, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= 4 || !isSerialisationFailure(error)) throw error;
    }
  }
}

function isSerialisationFailure(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "40001" || code === "40P01";
}

async function claimFormKey(tx: Tx, key: string): Promise<void> {
  if (!(await insertFormKey(tx, key))) throw new AlreadySubmitted(null);
}
