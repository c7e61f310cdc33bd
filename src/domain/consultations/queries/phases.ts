import type { Ctx } from "#domain/audit/index.ts";
import { headFor, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { publishableVoices } from "#domain/voices/index.ts";
import type { Consultation } from "../consultation.ts";
import { consultationPayload } from "../payload.ts";
import type { ConsultationSnapshot } from "../snapshot.ts";
import { publicPhase, type Phase, type Span } from "../phase.ts";

/** What citizens can read of a consultation now. */
export interface Announcement extends Span {
  readonly publicationId: string;
  readonly hash: string;
  readonly phase: Phase;
  readonly snapshot: ConsultationSnapshot;
}

/** What is announced of a consultation; undefined while it is not public, or not any more. */
export async function announcementOf(
  ctx: Ctx,
  of: Pick<Consultation, "id" | "slug">,
): Promise<Announcement | undefined> {
  return announcedAmong(ctx, await storedPublications(ctx).heads(), of);
}

async function announcedAmong(
  ctx: Ctx,
  heads: readonly PublicationHead[],
  { slug, id }: Pick<Consultation, "id" | "slug">,
): Promise<Announcement | undefined> {
  const head = headFor(heads, consultationPayload.subject, slug);
  const payload = head && stateOf(head) === "current" ? await storedPublications(ctx).payload(head.id) : undefined;
  const snapshot = consultationPayload.schema.safeParse(payload).data;
  if (!head || !snapshot) return undefined;
  const results = headFor(heads, publishableVoices.subject, id);
  const hasResults = results !== undefined && stateOf(results) === "current";
  const { opensOn, closesOn } = snapshot;
  const phase = publicPhase(snapshot, ctx.clock.today(), hasResults);
  return { publicationId: head.id, hash: head.hash, opensOn, closesOn, phase, snapshot };
}

/** Where each consultation stands, by its id. */
export async function phasesOf(ctx: Ctx, all: readonly Consultation[]): Promise<ReadonlyMap<string, Phase>> {
  const phases = new Map<string, Phase>();
  const heads = await storedPublications(ctx).heads(); // once: every proposal has one
  for (const each of all) phases.set(each.id, (await announcedAmong(ctx, heads, each))?.phase ?? "preparing");
  return phases;
}
