import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { peopleHolding } from "#domain/identity/index.ts";
import type { Json } from "#kernel/canonical-json.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { publicationIn, referenceOf } from "./actions.ts";
import { refusals } from "./labels.ts";
import { payloads } from "./parsed-payloads.ts";
import { mayPurge, purgers } from "./permissions.ts";
import {
  clearPurgeRequest,
  markPurged,
  markPurgeRequested,
  removeCandidates,
  removeCandidatesOf,
  rewriteTables,
  storedText,
  type PublicationRecord,
} from "./store.ts";

/**
 * Asks for a purge (完全な削除の求め): citizens stop seeing the version, and every other with the same payload, at once; the removal
 * waits for a second person.
 */
export async function requestPurge(
  ctx: Ctx,
  input: { readonly id: string; readonly reason: string },
): Promise<Result<{ id: string }>> {
  permit(mayPurge(ctx.actor), mayPurge.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(refusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const publication = await publicationIn(tx, input.id);
    if (publication.purge) return refuse(refusals.alreadyPurged);
    const act = { at: ctx.clock.now(), by: personId(ctx.actor), reason };
    await markPurgeRequested(tx, publication.hash, act);
    await record(tx, ctx, "publication.purgeRequested", referenceOf(publication));
    return accept({ id: publication.id });
  });
}

/**
 * Takes the request for a purge back (求めの取消し): the payload stays, and so does the withdrawal; the same content may be
 * published anew.
 */
export async function takeBackPurgeRequest(
  ctx: Ctx,
  input: { readonly id: string },
): Promise<Result<{ readonly id: string }>> {
  permit(mayPurge(ctx.actor), mayPurge.sentence);
  return ctx.transaction(async (tx) => {
    const publication = await publicationIn(tx, input.id);
    if (publication.purge) return refuse(refusals.alreadyPurged);
    if (!publication.purgeRequest) return refuse(refusals.notRequested);
    await clearPurgeRequest(tx, publication.hash);
    await record(tx, ctx, "publication.purgeTakenBack", referenceOf(publication));
    return accept({ id: publication.id });
  });
}

/** What a purge did. */
export interface Purged {
  /** Every publication that had this payload. */
  readonly ids: readonly string[];
  /** Whether the disk was rewritten at once; otherwise PostgreSQL does it later. */
  readonly isRewritten: boolean;
}

/** What a purge takes away: a payload, and every publication that had it. */
export interface PurgedContent {
  readonly hash: string;
  readonly ids: readonly string[];
  /** As it stood a moment ago; only what removes copies of it sees it. */
  readonly payload: Json;
  readonly at: Date;
}

/** Removes what other subjects made from a purged payload, in the same transaction. */
export type CopyRemoval = (tx: Tx, purged: PurgedContent) => Promise<void>;

/**
 * Confirms a purge and does it: the payload leaves every publication with the same hash, candidates and parsed copies go, and
 * hash, reason, actor and date stay. It cannot be undone. Who asked may confirm only where nobody else could.
 */
export async function confirmPurge(
  ctx: Ctx,
  input: { readonly id: string; readonly removeCopies: CopyRemoval },
): Promise<Result<Purged>> {
  permit(mayPurge(ctx.actor), mayPurge.sentence);
  const others = await otherPurgers(ctx);
  const done = await ctx.transaction(async (tx): Promise<Result<PublicationRecord & { ids: readonly string[] }>> => {
    const publication = await publicationIn(tx, input.id);
    const refusal = purgeRefusal(publication, personId(ctx.actor), others);
    if (refusal) return refuse(refusal);
    const reason = publication.purgeRequest?.reason ?? "";
    const at = ctx.clock.now();
    const payload = await payloadIn(tx, publication.id);
    const ids = await markPurged(tx, publication.hash, { at, by: personId(ctx.actor), reason });
    await removeCandidates(tx, publication);
    await removeCandidatesOf(tx, publication.hash);
    await input.removeCopies(tx, { hash: publication.hash, ids, payload, at });
    await record(tx, ctx, "publication.purged", { ...referenceOf(publication), publicationIds: ids });
    return accept({ ...publication, ids });
  });
  if (!done.ok) return done;
  payloads.forget(done.value.hash);
  return accept({ ids: done.value.ids, isRewritten: await rewriteTables(ctx) });
}

async function payloadIn(tx: Tx, id: string): Promise<Json> {
  const text = await storedText(tx, id);
  return text === undefined ? null : (JSON.parse(text) as Json); // canonical text, written by `publish`
}

function purgeRefusal(publication: PublicationRecord, confirmedBy: string | null, others: number): Refusal | undefined {
  if (publication.purge) return refusals.alreadyPurged;
  if (!publication.purgeRequest) return refusals.notRequested;
  return publication.purgeRequest.by === confirmedBy && others > 0 ? refusals.secondPerson : undefined;
}

/** How many people other than the actor could confirm a purge today. */
export async function otherPurgers(ctx: Ctx): Promise<number> {
  const able = await peopleHolding(ctx, purgers);
  return able.filter((id) => id !== personId(ctx.actor)).length;
}
