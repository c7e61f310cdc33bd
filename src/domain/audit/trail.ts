import { sql } from "kysely";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { personId } from "./actor.ts";
import type { Ctx, Tx } from "./context.ts";

/** What an event points at: ids and field names, never texts or personal data. */
export type Reference = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const firstHash = "0".repeat(64);
const chainLock = 5_201_314; // one number for all cities: the lock is taken per schema below

/**
 * Records an act (監査証跡) in the transaction that does it. Events form one chain per municipality, so writers queue here;
 * call it last in the transaction.
 */
export async function record(tx: Tx, ctx: Ctx, act: string, reference: Reference): Promise<void> {
  await sql`select pg_advisory_xact_lock(${chainLock}, hashtext(${ctx.municipality.schema}))`.execute(tx);
  const last = await tx
    .selectFrom("event")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const link: ChainLink = {
    sequence: (last?.sequence ?? 0) + 1,
    id: newId(),
    actor_kind: ctx.actor.kind,
    actor_id: personId(ctx.actor),
    actor_label: ctx.actor.kind === "system" ? ctx.actor.label : "",
    act,
    reference,
    request_id: ctx.requestId,
    occurred_at: ctx.clock.now(),
    previous_hash: last?.hash ?? firstHash,
  };
  await tx
    .insertInto("event")
    .values({ ...link, reference: JSON.stringify(reference), hash: hashOf(link) })
    .execute();
}

interface ChainLink {
  readonly sequence: number;
  readonly id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_label: string;
  readonly act: string;
  readonly reference: Reference;
  readonly request_id: string;
  readonly occurred_at: Date;
  readonly previous_hash: string;
}

function hashOf(link: ChainLink): string {
  return sha256(canonicalJson({ ...link, occurred_at: link.occurred_at.toISOString() } as Json)); // every member is JSON now
}

export interface ChainReport {
  readonly events: number;
  /** The sequence number of the first event that does not fit, and why. */
  readonly broken?: { readonly sequence: number; readonly reason: string };
}

const pageSize = 5_000;

/** Walks the whole chain of a municipality and recomputes every hash. */
export async function verifyChain(db: CityDb): Promise<ChainReport> {
  let previous = { sequence: 0, hash: firstHash };
  for (;;) {
    const page = await db
      .selectFrom("event")
      .selectAll()
      .where("sequence", ">", previous.sequence)
      .orderBy("sequence")
      .limit(pageSize)
      .execute();
    for (const { hash, ...rest } of page) {
      const link = { ...rest, reference: rest.reference as Reference }; // written by `record` only
      const reason = faultOf(link, hash, previous);
      if (reason) return { events: previous.sequence, broken: { sequence: link.sequence, reason } };
      previous = { sequence: link.sequence, hash };
    }
    if (page.length < pageSize) return { events: previous.sequence };
  }
}

function faultOf(link: ChainLink, hash: string, previous: { sequence: number; hash: string }): string | undefined {
  if (link.sequence !== previous.sequence + 1) return "an event is missing before this one";
  if (link.previous_hash !== previous.hash) return "the link to the event before is not its hash";
  if (hash !== hashOf(link)) return "the content does not match its hash";
  return undefined;
}
