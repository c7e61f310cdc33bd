import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planById } from "#domain/plan/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Consultation, ConsultationKind } from "./consultation.ts";
import { consultationRefusals } from "./labels.ts";
import { callDetail } from "./proposal/composing.ts";
import { roundDetail } from "./public-comment/composing.ts";
import type { ConsultationDetail, ConsultationSnapshot } from "./snapshot.ts";
import { meetingDetail } from "./town-meeting/composing.ts";
import { periodChangesOf } from "./store/consultations.ts";
import { workshopDetailOf } from "./workshop/composing.ts";

/** How a kind composes what is its own, or says what is still missing. A kind is a line below. */
export type DetailComposer = (ctx: Ctx, consultation: Consultation) => Promise<Result<ConsultationDetail>>;

const composers: Readonly<Partial<Record<ConsultationKind, DetailComposer>>> = {
  publicComment: roundDetail,
  townMeeting: meetingDetail,
  workshop: workshopDetailOf,
  proposal: callDetail,
};

/** A consultation as it would go public now, or what is missing before it can. */
export async function consultationSnapshot(
  ctx: Ctx,
  consultation: Consultation,
): Promise<Result<ConsultationSnapshot>> {
  const { id, kind, slug, summary, contact, occasion } = consultation;
  const detail = (await composers[kind]?.(ctx, consultation)) ?? refuse(nothingToShow);
  if (!detail.ok) return detail;
  const { slug: planSlug, name } = await planById(ctx, occasion.planId);
  const changes = await periodChangesOf(ctx.db, id);
  return accept({
    occasionId: id,
    slug,
    title: occasion.title,
    summary,
    plan: { slug: planSlug, name },
    opensOn: occasion.opensOn,
    closesOn: occasion.closesOn,
    periodChanges: changes.map(({ savedAt, id: _id, ...change }) => ({ ...change, changedOn: tokyoDay(savedAt) })),
    contact: { ...(await divisionWords(ctx, occasion.divisionId)), words: contact },
    detail: detail.value,
  });
}

const nothingToShow: Refusal = consultationRefusals.nothingToShow;

async function divisionWords(ctx: Ctx, divisionId: string | null) {
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ id }) => id === divisionId);
  return { division: division?.path ?? "", phone: division?.phone ?? "", email: division?.email ?? "" };
}
