import type { Ctx } from "#domain/audit/index.ts";
import { sha256, type Json } from "#kernel/canonical-json.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Candidate } from "./candidate.ts";
import { purgeAskedLabel } from "./labels.ts";
import { payloads } from "./parsed-payloads.ts";
import { mayReadPublications } from "./permissions.ts";
import type { PublicationHead, PublicationSource } from "./source.ts";
import { successors } from "./publication-state.ts";
import {
  candidateById,
  isReferencePublished,
  publicationRecords,
  publicationState,
  publicText,
  storedText,
  type PublicationRecord,
} from "./store.ts";

/** The city's publications as the public site reads them. Made for one request: what it read once, it keeps. */
export function storedPublications(ctx: Pick<Ctx, "db">): PublicationSource {
  let heads: Promise<readonly PublicationHead[]> | undefined;
  const all = () => (heads ??= publicationRecords(ctx.db).then((records) => records.map(headOf)));
  return {
    heads: all,
    state: () => publicationState(ctx.db),
    async payload(id) {
      const head = (await all()).find((each) => each.id === id);
      if (!head || head.purge || head.withdrawal) return undefined;
      return payloads.get(head.hash, () => publicText(ctx.db, id));
    },
  };
}

/** What of a record may leave the house: no names of staff, and of one whose purge was asked for no words that may hold the leak. */
function headOf({
  publishedBy: _by,
  withdrawnBy: _withdrawer,
  purgeRequest,
  purgedBy: _purger,
  ...head
}: PublicationRecord): PublicationHead {
  if (head.purge) payloads.forget(head.hash);
  if (head.purge || !purgeRequest) return head;
  const withdrawal = head.withdrawal && { at: head.withdrawal.at, reason: purgeRequest.reason };
  return { ...head, label: purgeAskedLabel, note: "", divisionContact: "", withdrawal };
}

/**
 * The same source as it would be the moment after the candidate was published. Where a 検討中 would be published beside a 公表,
 * the 公表 is left out, so that the preview shows the candidate.
 */
export function withCandidate(source: PublicationSource, candidate: Candidate, now: Date): PublicationSource {
  const { text, ...words } = candidate;
  const own: PublicationHead = { ...words, publishedAt: now, supersededById: null, withdrawal: null, purge: null };
  return {
    async heads() {
      const all = [own, ...(await source.heads()).filter((head) => !hides(head, own))];
      const next = successors(all);
      return all.map((head) => ({ ...head, supersededById: next.get(head.id) ?? null }));
    },
    payload: (id) => (id === candidate.id ? payloads.get(candidate.hash, async () => text) : source.payload(id)),
    state: async () => `${await source.state()}+${candidate.id}`,
  };
}

function hides(head: PublicationHead, own: PublicationHead): boolean {
  return (
    own.openness === "discussion" &&
    head.openness === "decided" &&
    head.subject === own.subject &&
    head.reference === own.reference
  );
}

/** Whether any version, withdrawn or not, was ever published of a reference. */
export async function wasEverPublished(
  ctx: Pick<Ctx, "db">,
  place: { readonly subject: string; readonly reference: string },
): Promise<boolean> {
  return isReferencePublished(ctx.db, place);
}

/** Every publication with who did what, for staff. */
export async function listPublications(ctx: Ctx): Promise<readonly PublicationRecord[]> {
  permit(mayReadPublications(ctx.actor), mayReadPublications.sentence);
  return publicationRecords(ctx.db);
}

/** @throws NotFound when there is none with this id */
export async function publicationById(ctx: Ctx, id: string): Promise<PublicationRecord> {
  const found = (await listPublications(ctx)).find((record) => record.id === id);
  if (!found) throw new NotFound(`publication ${id}`);
  return found;
}

/** What is about to go public. @throws NotFound when it was published, prepared anew, or never existed */
export async function findCandidate(ctx: Ctx, id: string): Promise<Candidate> {
  permit(mayReadPublications(ctx.actor), mayReadPublications.sentence);
  const found = isId(id) ? await candidateById(ctx.db, id) : undefined;
  if (!found) throw new NotFound(`candidate ${id}`);
  return found;
}

/** The candidate's payload, parsed. */
export async function candidatePayload(found: Candidate): Promise<Json> {
  return (await payloads.get(found.hash, async () => found.text)) ?? null;
}

/** What a check of the stored publications found. */
export interface PublicationReport {
  /** How many texts were read: all but the purged ones, which have none. */
  readonly checked: number;
  /** Those whose stored text is not the one that was hashed. */
  readonly broken: readonly PublicationHead[];
}

/** Recomputes the hash of every stored text, read from the database itself and from no copy. */
export async function verifyPublications(ctx: Pick<Ctx, "db">): Promise<PublicationReport> {
  const heads = (await publicationRecords(ctx.db)).filter((head) => !head.purge);
  const broken: PublicationHead[] = [];
  for (const head of heads) {
    const text = await storedText(ctx.db, head.id);
    if (text === undefined || sha256(text) !== head.hash) broken.push(head);
  }
  return { checked: heads.length, broken };
}
