import type { Ctx } from "#domain/audit/index.ts";
import type { Result } from "#kernel/result.ts";
import { prepare, publish, type Published, type VersionWords } from "./actions.ts";
import type { Candidate } from "./candidate.ts";
import { canonicalPayload, type PayloadKind } from "./payload.ts";
import { headFor, stateOf } from "./publication-state.ts";
import { candidatePayload, storedPublications } from "./queries.ts";
import type { PublicationHead } from "./source.ts";

/** Publishable (公開できるもの): what a subject offers to citizens, by the shape of its payload and the way it is composed. */
export interface Publishable<T> extends PayloadKind<T> {
  /**
   * The working copy as it would go public now; refused where there is nothing to show.
   * @throws NotFound when there is no such thing
   */
  readonly compose: (ctx: Ctx, reference: string) => Promise<Result<T>>;
}

export interface VersionInput<T> extends VersionWords {
  readonly of: Publishable<T>;
  /** What of the subject: the word of a plan or a strategy in addresses. */
  readonly reference: string;
}

/** Puts aside what would go public now, for its preview. */
export async function prepareNow<T>(ctx: Ctx, { of, ...version }: VersionInput<T>): Promise<Result<Published>> {
  const payload = await of.compose(ctx, version.reference);
  return payload.ok ? prepare(ctx, { ...version, kind: of, payload: payload.value }) : payload;
}

/** Publishes a thing as it stands now; with the hash of a candidate, only if it is still what was looked at. */
export async function publishNow<T>(
  ctx: Ctx,
  { of, ...version }: VersionInput<T> & { readonly expectedHash?: string },
): Promise<Result<Published>> {
  const payload = await of.compose(ctx, version.reference);
  return payload.ok ? publish(ctx, { ...version, kind: of, payload: payload.value }) : payload;
}

/** A candidate beside what stands in public now. */
export interface CandidateCheck<T> {
  readonly candidate: Candidate;
  /** What is public of the same thing now, if anything. */
  readonly standing: PublicationHead | undefined;
  /** Undefined also where what stands was published in a shape that is not read any more. */
  readonly before: T | undefined;
  readonly after: T;
  /** Whether somebody changed the thing since the candidate was prepared. */
  readonly isOutdated: boolean;
}

export async function checkCandidate<T>(
  ctx: Ctx,
  of: Publishable<T>,
  candidate: Candidate,
): Promise<CandidateCheck<T>> {
  const publications = storedPublications(ctx);
  const head = headFor(await publications.heads(), candidate.subject, candidate.reference);
  const standing = head && stateOf(head) === "current" ? head : undefined;
  const before = standing && of.schema.safeParse(await publications.payload(standing.id)).data;
  const after = of.schema.parse(await candidatePayload(candidate));
  return { candidate, standing, before, after, isOutdated: (await hashNow(ctx, of, candidate)) !== candidate.hash };
}

async function hashNow<T>(ctx: Ctx, of: Publishable<T>, { reference }: Candidate): Promise<string | undefined> {
  const now = await of.compose(ctx, reference);
  const canonical = now.ok ? canonicalPayload(of, now.value) : now;
  return canonical.ok ? canonical.value.hash : undefined;
}
