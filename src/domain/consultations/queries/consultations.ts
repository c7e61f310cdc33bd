import type { Ctx } from "#domain/audit/index.ts";
import { listOccasions, occasionById } from "#domain/voices/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Consultation } from "../consultation.ts";
import { mayReadConsultations } from "../permissions.ts";
import type { PeriodChange } from "../period-change.ts";
import { consultationsIn, periodChangesOf } from "../store/consultations.ts";

/** All consultations, the one that begins last first. */
export async function listConsultations(ctx: Ctx): Promise<Consultation[]> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const bare = new Map((await consultationsIn(ctx.db)).map((each) => [each.id, each]));
  return (await listOccasions(ctx)).flatMap((occasion) => {
    const found = bare.get(occasion.id);
    return found ? [{ ...found, occasion }] : [];
  });
}

/** @throws NotFound when there is none under this word */
export async function consultationBySlug(ctx: Ctx, slug: string): Promise<Consultation> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const [found] = await consultationsIn(ctx.db, { slug });
  if (!found) throw new NotFound(`consultation ${slug}`);
  return { ...found, occasion: await occasionById(ctx, found.id) };
}

/** How a consultation's period was changed, the earliest first. */
export async function listPeriodChanges(ctx: Ctx, id: string): Promise<PeriodChange[]> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  return periodChangesOf(ctx.db, id);
}
