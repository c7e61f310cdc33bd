import type { Ctx } from "./context.ts";

export interface EventRow {
  readonly sequence: number;
  readonly act: string;
  readonly actorId: string | null;
  readonly actorLabel: string;
  readonly actorName: string | null;
  readonly reference: unknown;
  readonly occurredAt: Date;
}

/** Events from the newest, before a sequence number (for paging), at most `limit`. */
export async function listEvents(ctx: Ctx, before: number | undefined, limit = 100): Promise<EventRow[]> {
  const rows = await ctx.db
    .selectFrom("event")
    .leftJoin("person", "person.id", "event.actor_id")
    .$if(before !== undefined, (query) => query.where("sequence", "<", before ?? 0))
    .select(["sequence", "act", "actor_id", "actor_label", "person.name as actor_name", "reference", "occurred_at"])
    .orderBy("sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    act: row.act,
    actorId: row.actor_id,
    actorLabel: row.actor_label,
    actorName: row.actor_name,
    reference: row.reference,
    occurredAt: row.occurred_at,
  }));
}
