import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Candidate } from "./candidate.ts";
import { refusals } from "./labels.ts";
import { canonicalPayload, type PayloadKind } from "./payload.ts";
import { mayPublish, mayWithdraw } from "./permissions.ts";
import type { Openness, PublicationHead } from "./source.ts";
import { stateOf } from "./publication-state.ts";
import {
  insertCandidate,
  insertPublication,
  lockReference,
  markWithdrawn,
  publicationRecords,
  removeCandidates,
  type PublicationRecord,
} from "./store.ts";

/** What a person says about a version when publishing it. */
export interface VersionWords {
  readonly label: string;
  readonly openness: Openness;
  readonly divisionName: string;
  readonly divisionContact: string;
  readonly note: string;
}

export interface PublicationInput<T> extends VersionWords {
  readonly kind: PayloadKind<T>;
  /** What of the subject: the plan's slug. */
  readonly reference: string;
  readonly payload: T;
}

export interface Published {
  readonly id: string;
  readonly hash: string;
}

/** Puts aside what is about to go public, so that its preview shows exactly that. A person has one candidate for a reference. */
export async function prepare<T>(ctx: Ctx, input: PublicationInput<T>): Promise<Result<Published>> {
  permit(mayPublish(ctx.actor), mayPublish.sentence);
  const candidate = candidateOf(input);
  if (!candidate.ok) return candidate;
  return ctx.transaction(async (tx) => {
    if (await isPurged(tx, candidate.value)) return refuse(refusals.purgedBefore);
    await removeCandidates(tx, candidate.value, personId(ctx.actor));
    await insertCandidate(tx, ctx, candidate.value);
    await record(tx, ctx, "publication.prepared", referenceOf(candidate.value));
    return accept({ id: candidate.value.id, hash: candidate.value.hash });
  });
}

/**
 * Makes a version public (公表, or 検討中として公開). The same content under the same words published twice is one publication.
 * @param input with `expectedHash`, refuses (code "changed") a payload that is not the one the person saw in the preview
 */
export async function publish<T>(
  ctx: Ctx,
  input: PublicationInput<T> & { readonly expectedHash?: string },
): Promise<Result<Published>> {
  permit(mayPublish(ctx.actor), mayPublish.sentence);
  return ctx.transaction((tx) => publishIn(tx, ctx, input));
}

/**
 * Publishes inside the transaction of the act that lets something through by a rule that the planning office set (提案の受入れ).
 * Permission is the caller's.
 */
export async function publishIn<T>(
  tx: Tx,
  ctx: Ctx,
  input: PublicationInput<T> & { readonly expectedHash?: string },
): Promise<Result<Published>> {
  const candidate = candidateOf(input);
  if (!candidate.ok) return candidate;
  const next = candidate.value;
  if (input.expectedHash !== undefined && input.expectedHash !== next.hash) return refuse(refusals.changed);
  await lockReference(tx, next);
  if (await isPurged(tx, next)) return refuse(refusals.purgedBefore);
  const current = await currentOf(tx, next);
  const same = current.find((head) => isSame(head, next));
  if (same) return accept({ id: same.id, hash: same.hash });
  await insertPublication(tx, ctx, { ...next, supersedesId: current[0]?.id ?? null });
  await removeCandidates(tx, next);
  await record(tx, ctx, "publication.published", referenceOf(next));
  return accept({ id: next.id, hash: next.hash });
}

/** Takes a version from public view (取り下げ). Its page and the feed show the reason; an earlier version does not come back. */
export async function withdraw(
  ctx: Ctx,
  input: { readonly id: string; readonly reason: string },
): Promise<Result<Published>> {
  permit(mayWithdraw(ctx.actor), mayWithdraw.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(refusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const publication = await publicationIn(tx, input.id);
    if (publication.withdrawal) return refuse(refusals.alreadyWithdrawn);
    return accept(await takeBack(tx, ctx, { publication, reason }));
  });
}

/**
 * Withdraws everything that stands readable of a reference inside the transaction of the act that hides it (提案の非公開). Permission
 * is the caller's.
 */
export async function withdrawIn(
  tx: Tx,
  ctx: Ctx,
  { subject, reference, reason }: Pick<Candidate, "subject" | "reference"> & { readonly reason: string },
): Promise<void> {
  await lockReference(tx, { subject, reference });
  const own = (await publicationRecords(tx)).filter((each) => each.subject === subject && each.reference === reference);
  for (const publication of own)
    if (!publication.withdrawal && !publication.purge) await takeBack(tx, ctx, { publication, reason });
}

async function takeBack(
  tx: Tx,
  ctx: Ctx,
  { publication, reason }: { readonly publication: PublicationRecord; readonly reason: string },
): Promise<Published> {
  await markWithdrawn(tx, publication.id, { at: ctx.clock.now(), by: personId(ctx.actor), reason });
  await record(tx, ctx, "publication.withdrawn", referenceOf(publication));
  return { id: publication.id, hash: publication.hash };
}

function candidateOf<T>(input: PublicationInput<T>): Result<Candidate> {
  const missing = missingWords(input);
  if (missing) return refuse(missing);
  const payload = canonicalPayload(input.kind, input.payload);
  if (!payload.ok) return payload;
  return accept({
    id: newId(),
    subject: input.kind.subject,
    reference: input.reference,
    format: input.kind.format,
    ...payload.value,
    label: input.label.trim(),
    openness: input.openness,
    divisionName: input.divisionName.trim(),
    divisionContact: input.divisionContact.trim(),
    note: input.note.trim(),
  });
}

function missingWords(words: VersionWords): Refusal | undefined {
  if (words.label.trim() === "") return refusals.labelMissing;
  return words.divisionName.trim() === "" ? refusals.divisionMissing : undefined;
}

/** Whether this very payload was purged, or its purge was asked for: it must not come back by another publication. */
async function isPurged(tx: Tx, { hash }: Candidate): Promise<boolean> {
  return (await publicationRecords(tx)).some((each) => each.hash === hash && (each.purge || each.purgeRequest));
}

async function currentOf(tx: Tx, { subject, reference }: Candidate): Promise<PublicationRecord[]> {
  const all = await publicationRecords(tx);
  return all.filter((head) => head.subject === subject && head.reference === reference && stateOf(head) === "current");
}

function isSame(head: PublicationHead, next: Candidate): boolean {
  return fingerprint(head) === fingerprint(next);
}

function fingerprint(each: PublicationHead | Candidate): string {
  return JSON.stringify([each.hash, each.openness, each.label, each.divisionName, each.divisionContact, each.note]);
}

/** @throws NotFound when there is none with this id */
export async function publicationIn(tx: Tx, id: string): Promise<PublicationRecord> {
  const found = (await publicationRecords(tx)).find((each) => each.id === id);
  if (!found) throw new NotFound(`publication ${id}`);
  return found;
}

/** What the audit trail keeps of a publication. */
export function referenceOf(publication: Pick<Candidate, "id" | "subject" | "reference" | "hash">) {
  return {
    publicationId: publication.id,
    subject: publication.subject,
    reference: publication.reference,
    hash: publication.hash,
  };
}
