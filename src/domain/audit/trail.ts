import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { personId } from "./actor.ts";
import { faultOf, firstHash, hashOf, type ChainLink, type Reference } from "./chain-link.ts";
import type { Ctx, Tx } from "./context.ts";
import { insertEvent, lastLink, linksAfter, queueForChain } from "./store.ts";

/**
 * Records an act (監査証跡) in the transaction that does it. Events form one chain per municipality, so writers queue here;
 * call it last in the transaction.
 */
export async function record(tx: Tx, ctx: Ctx, act: string, reference: Reference): Promise<void> {
  await queueForChain(tx, ctx.municipality.schema);
  const last = await lastLink(tx);
  const { actor } = ctx;
  const absent = actor.kind === "person" ? actor.actingFor : undefined;
  const link: ChainLink = {
    sequence: (last?.sequence ?? 0) + 1,
    id: newId(),
    actor_kind: ctx.actor.kind,
    actor_id: personId(ctx.actor),
    actor_label: ctx.actor.kind === "system" ? ctx.actor.label : "",
    act,
    reference: absent ? { ...reference, actingFor: absent.id } : reference,
    request_id: ctx.requestId,
    occurred_at: ctx.clock.now(),
    previous_hash: last?.hash ?? firstHash,
  };
  await insertEvent(tx, link, hashOf(link));
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
    const links = await linksAfter(db, previous.sequence, pageSize);
    for (const each of links) {
      const { sequence } = each.link;
      const reason = faultOf(each, previous);
      if (reason) return { events: previous.sequence, broken: { sequence, reason } };
      previous = { sequence, hash: each.hash };
    }
    if (links.length < pageSize) return { events: previous.sequence };
  }
}
