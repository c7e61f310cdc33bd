import type { Ctx } from "#domain/audit/index.ts";
import { headFor, stateOf, storedPublications } from "#domain/publication/index.ts";
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
  { slug, id }: Pick<Consultation, "id" | "slug">,
): Promise<Announcement | undefined> {
  const publications = storedPublications(ctx);
  const heads = await publications.heads();
  const head = headFor(heads, consultationPayload.subject, slug);
  const payload = head && stateOf(head) === "current" ? await publications.payload(head.id) : undefined;
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
  for (const each of all) phases.set(each.id, (await announcementOf(ctx, each))?.phase ?? "preparing");
  return phases;
}
