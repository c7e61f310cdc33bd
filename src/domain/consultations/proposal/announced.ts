import type { Ctx } from "#domain/audit/index.ts";
import { headFor, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { publishableVoices } from "#domain/voices/index.ts";
import { consultationPayload } from "../payload.ts";
import { publicPhase, type Phase } from "../phase.ts";
import type { ConsultationSnapshot } from "../snapshot.ts";
import { consultationsIn } from "../store/consultations.ts";
import type { ProposalDetail } from "./detail.ts";

/** An idea call as citizens read it now. What comes in is judged by it, so that the page and the intake never say two things. */
export interface AnnouncedCall {
  readonly id: string;
  readonly head: PublicationHead;
  readonly snapshot: ConsultationSnapshot;
  readonly detail: ProposalDetail;
  readonly phase: Phase;
}

/** The call under a word; undefined while it is not public, or where another kind stands there. */
export async function announcedCall(ctx: Pick<Ctx, "db" | "clock">, slug: string): Promise<AnnouncedCall | undefined> {
  const [found] = await consultationsIn(ctx.db, { slug });
  const publications = storedPublications(ctx);
  const heads = await publications.heads();
  const head = headFor(heads, consultationPayload.subject, slug);
  if (!found || !head || stateOf(head) !== "current") return undefined;
  const snapshot = consultationPayload.schema.safeParse(await publications.payload(head.id)).data;
  if (snapshot?.detail.kind !== "proposal") return undefined;
  const results = headFor(heads, publishableVoices.subject, found.id);
  const hasResults = results !== undefined && stateOf(results) === "current";
  const phase = publicPhase(snapshot, ctx.clock.today(), hasResults);
  return { id: found.id, head, snapshot, detail: snapshot.detail, phase };
}
