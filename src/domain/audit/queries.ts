import { permit } from "#kernel/result.ts";
import type { Ctx } from "./context.ts";
import { mayReadEvents } from "./permissions.ts";

/** An event of the trail with the name of who acted, as it is today. */
export interface EventRow {
  readonly sequence: number;
  readonly act: string;
  readonly actorKind: string;
  readonly actorLabel: string;
  readonly actorName: string | null;
  readonly reference: unknown;
  readonly requestId: string;
  readonly occurredAt: Date;
  readonly hash: string;
}

/** Which events are asked for; what is left out does not narrow. */
export interface EventFilter {
  readonly act?: string | undefined;
  readonly personId?: string | undefined;
  /** The first moment. */
  readonly from?: Date | undefined;
  /** The first moment that is too late. */
  readonly until?: Date | undefined;
  /** Only events before this sequence number: the way to the next page. */
  readonly before?: number | undefined;
}

/** Events that fit, from the newest, at most `limit`. */
export async function listEvents(ctx: Ctx, filter: EventFilter, limit: number): Promise<EventRow[]> {
  permit(mayReadEvents(ctx.actor), mayReadEvents.sentence);
  const { act, personId, from, until, before } = filter;
  const rows = await ctx.db
    .selectFrom("event")
    .leftJoin("person", "person.id", "event.actor_id")
    .$if(act !== undefined, (query) => query.where("act", "=", act ?? ""))
    .$if(personId !== undefined, (query) => query.where("actor_id", "=", personId ?? null))
    .$if(from !== undefined, (query) => query.where("occurred_at", ">=", from ?? ctx.clock.now()))
    .$if(until !== undefined, (query) => query.where("occurred_at", "<", until ?? ctx.clock.now()))
    .$if(before !== undefined, (query) => query.where("sequence", "<", before ?? 0))
    .select(["sequence", "act", "actor_kind", "actor_label", "person.name as actor_name", "reference"])
    .select(["request_id", "occurred_at", "hash"])
    .orderBy("sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    act: row.act,
    actorKind: row.actor_kind,
    actorLabel: row.actor_label,
    actorName: row.actor_name,
    reference: row.reference,
    requestId: row.request_id,
    occurredAt: row.occurred_at,
    hash: row.hash,
  }));
}

/** The acts and the people that occur in the trail: what its filters offer. */
export async function eventChoices(
  ctx: Ctx,
): Promise<{ readonly acts: string[]; readonly people: { readonly id: string; readonly name: string }[] }> {
  permit(mayReadEvents(ctx.actor), mayReadEvents.sentence);
  const acts = await ctx.db.selectFrom("event").select("act").distinct().orderBy("act").execute();
  const people = await ctx.db
    .selectFrom("person")
    .where("id", "in", (query) =>
      query.selectFrom("event").select("actor_id").where("actor_id", "is not", null).$castTo<{ actor_id: string }>(),
    )
    .select(["id", "name"])
    .orderBy("kana")
    .execute();
  return { acts: acts.map((row) => row.act), people };
}

/** How many events the trail holds. */
export async function countEvents(ctx: Ctx): Promise<number> {
  const last = await ctx.db
    .selectFrom("event")
    .select("sequence")
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.sequence ?? 0;
}
