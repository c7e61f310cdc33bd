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
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
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
    transaction: async (work) => {
      const key = pendingKey;
      const value = await retrying(db, async (tx) => {
        if (key) await claimFormKey(tx, key);
        return work(tx);
      });
      pendingKey = undefined;
      return value;
    },
  };
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
  if (!(await insertFormKey(tx, key))) throw new AlreadySubmitted(await locationOf(tx, key));
}
