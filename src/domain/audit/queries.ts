import { permit } from "#kernel/result.ts";
import type { Ctx } from "./context.ts";
import { mayReadEvents } from "./permissions.ts";
import { actorsInTrail, actsInTrail, eventsThat, lastLink } from "./store.ts";

/** An event of the trail (操作の記録の一件). */
export interface EventRow {
  readonly sequence: number;
  readonly act: string;
  readonly actorKind: string;
  readonly actorLabel: string;
  /** The person who acted; null for the system and for nobody. */
  readonly actorId: string | null;
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
  return eventsThat(ctx.db, filter, limit);
}

/** The acts and the ids of the people that occur in the trail: what its filters offer. */
export async function eventChoices(
  ctx: Ctx,
): Promise<{ readonly acts: readonly string[]; readonly actorIds: readonly string[] }> {
  permit(mayReadEvents(ctx.actor), mayReadEvents.sentence);
  return { acts: await actsInTrail(ctx.db), actorIds: await actorsInTrail(ctx.db) };
}

/** How many events the trail holds. */
export async function countEvents(ctx: Ctx): Promise<number> {
  return (await lastLink(ctx.db))?.sequence ?? 0;
}
