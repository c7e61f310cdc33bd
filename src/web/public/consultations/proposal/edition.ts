import {
  proposalPlace,
  proposalSnapshotSchema,
  type ProposalPlace,
  type ProposalSnapshot,
} from "#domain/consultations/published.ts";
import { stateOf, type PublicationHead } from "#domain/publication/published.ts";
import { voicesSnapshotSchema, type TopicSnapshot } from "#domain/voices/published.ts";
import type { Site } from "#web/site.ts";
import type { ConsultationEdition } from "../edition.ts";

type Published = Pick<Site, "publications">;

/** A proposal as its publication shows it, or what became of it. */
export interface PublicProposal {
  readonly number: number;
  readonly head: PublicationHead;
  /** Undefined where it was taken from the public; the head says why. */
  readonly snapshot: ProposalSnapshot | undefined;
  /** 同趣旨: those that say 「同じ意見です」. */
  readonly joined: number;
}

/** What stands of the call's proposals: for each reference the publication that answers for it. */
interface Standing extends ProposalPlace {
  readonly head: PublicationHead;
}

export const proposalsEach = 20;

/** A page of a call's proposals, the newest first: payloads are read for that page alone. */
export async function proposalsPage(
  site: Published,
  slug: string,
  page: number,
): Promise<{ readonly total: number; readonly proposals: readonly PublicProposal[] }> {
  const standing = await standingOf(site, slug);
  const own = standing.filter(({ joining }) => joining === null).toSorted((one, other) => other.number - one.number);
  const shown = own.slice((page - 1) * proposalsEach, page * proposalsEach);
  const counts = joinedCounts(standing);
  return { total: own.length, proposals: await Promise.all(shown.map((each) => read(site, each, counts))) };
}

/** One proposal with what others joined to it, the earliest first; undefined where there is none of this number. */
export async function proposalUnder(
  site: Published,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<{ readonly proposal: PublicProposal; readonly joinings: readonly PublicProposal[] } | undefined> {
  const standing = await standingOf(site, slug);
  const found = standing.find((each) => each.number === number && each.joining === null);
  if (!found) return undefined;
  const counts = joinedCounts(standing);
  const joining = standing
    .filter((each) => each.number === number && each.joining !== null)
    .toSorted((one, other) => (one.joining ?? 0) - (other.joining ?? 0));
  const none = new Map<number, number>();
  const joinings = await Promise.all(joining.map((each) => read(site, { ...each, number: each.joining ?? 0 }, none)));
  return { proposal: await read(site, found, counts), joinings };
}

async function standingOf(site: Published, slug: string): Promise<readonly Standing[]> {
  const found = new Map<string, PublicationHead>();
  for (const head of await site.publications.heads()) {
    if (head.subject !== "proposal" || !head.reference.startsWith(`${slug}/`)) continue;
    const before = found.get(head.reference);
    if (!before || (stateOf(before) !== "current" && stateOf(head) === "current")) found.set(head.reference, head);
  }
  return [...found].map(([reference, head]) => ({ ...proposalPlace(reference), head }));
}

function joinedCounts(standing: readonly Standing[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { number, joining, head } of standing)
    if (joining !== null && stateOf(head) === "current") counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

async function read(
  site: Published,
  { number, head }: Standing,
  counts: ReadonlyMap<number, number>,
): Promise<PublicProposal> {
  const payload = stateOf(head) === "current" ? await site.publications.payload(head.id) : undefined;
  return {
    number,
    head,
    snapshot: proposalSnapshotSchema.safeParse(payload).data,
    joined: counts.get(number) ?? 0,
  };
}

/** What the city answered to a proposal, once the results of the call are published. */
export async function answersTo(
  site: Published,
  { results }: ConsultationEdition,
  number: number,
): Promise<readonly TopicSnapshot[]> {
  const snapshot = results && voicesSnapshotSchema.safeParse(await site.publications.payload(results.id)).data;
  const voice = snapshot?.voices.find((each) => each.number === number);
  const topics = new Set(voice?.points.flatMap(({ topicNumber }) => topicNumber ?? []));
  return snapshot?.topics.filter((topic) => topics.has(topic.number)) ?? [];
}
