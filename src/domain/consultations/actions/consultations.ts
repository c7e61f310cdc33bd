import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { headFor, storedPublications } from "#domain/publication/index.ts";
import { changeOccasion, occasionIn, openOccasion } from "#domain/voices/index.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { consultationFault, type AllWords, type Consultation, type ConsultationKind } from "../consultation.ts";
import { consultationRefusals } from "../labels.ts";
import { consultationPayload } from "../payload.ts";
import { mayManageConsultation } from "../permissions.ts";
import { consultationsIn, insertConsultation, saveConsultation } from "../store/consultations.ts";

export interface NewConsultation extends AllWords {
  readonly kind: ConsultationKind;
  readonly planId: string;
}

/**
 * Opens a consultation with its occasion inside the transaction of the act that makes its kind (意見募集, 懇談会 …). Permission and
 * record are the caller's.
 */
export async function openConsultation(
  tx: Tx,
  ctx: Ctx,
  input: NewConsultation,
): Promise<Result<{ readonly id: string }>> {
  const words = tidied(input);
  const fault = consultationFault(words);
  if (fault) return refuse(fault);
  if ((await consultationsIn(tx, { slug: words.slug })).length > 0) return refuse(consultationRefusals.wordTaken);
  const opened = await openOccasion(tx, ctx, { ...words, channel: input.kind });
  if (!opened.ok) return opened;
  const { id } = opened.value;
  await insertConsultation(tx, { ...words, id, by: personId(ctx.actor), at: ctx.clock.now() });
  return accept({ id });
}

/** Corrects what all kinds share, inside the transaction of the act that corrects the kind. Permission and record are the caller's. */
export async function changeConsultation(
  tx: Tx,
  ctx: Ctx,
  input: AllWords & Pick<Consultation, "id" | "version">,
): Promise<Result<null>> {
  const words = tidied(input);
  const fault = consultationFault(words);
  if (fault) return refuse(fault);
  const before = await consultationIn(tx, input.id);
  if (before.slug !== words.slug) {
    if (await wasPublished(ctx, before.slug)) return refuse(consultationRefusals.wordFixed);
    if ((await consultationsIn(tx, { slug: words.slug })).length > 0) return refuse(consultationRefusals.wordTaken);
  }
  if (!(await saveConsultation(tx, words))) return refuse(consultationRefusals.stale);
  return changeOccasion(tx, ctx, { ...words, id: input.id, version: before.occasion.version });
}

/** @throws NotFound when there is none with this id */
export async function consultationIn(tx: Tx, id: string): Promise<Consultation> {
  const [found] = await consultationsIn(tx, { id });
  if (!found) throw new NotFound(`consultation ${id}`);
  return { ...found, occasion: await occasionIn(tx, id) };
}

/** A consultation of these kinds that the person may change. @throws NotFound where it is of another kind: it has none of their parts */
export async function consultationToManage(
  tx: Tx,
  ctx: Ctx,
  { id, kinds }: { readonly id: string; readonly kinds: readonly ConsultationKind[] },
): Promise<Consultation> {
  const consultation = await consultationIn(tx, id);
  permit(mayManageConsultation(ctx.actor, consultation.occasion), mayManageConsultation.sentence);
  if (!kinds.includes(consultation.kind)) throw new NotFound(`${kinds.join()} ${id}`);
  return consultation;
}

/** Whether citizens have read it under this word before, also where it was taken back. */
export async function wasPublished(ctx: Ctx, slug: string): Promise<boolean> {
  return headFor(await storedPublications(ctx).heads(), consultationPayload.subject, slug) !== undefined;
}

function tidied<T extends AllWords>(words: T): T {
  return {
    ...words,
    title: words.title.trim(),
    slug: words.slug.trim(),
    summary: words.summary.trim(),
    contact: words.contact.trim(),
  };
}
