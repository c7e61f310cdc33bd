import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { storedPublications } from "#domain/publication/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { changeConsultation, consultationToManage, openConsultation, wasPublished } from "../actions/consultations.ts";
import type { AllWords, Consultation } from "../consultation.ts";
import { mayOpenConsultations } from "../permissions.ts";
import { roundRefusals } from "./labels.ts";
import { periodFault, roundFault, type DocumentRole, type RoundWords } from "./round.ts";
import { insertDocument, insertRound, markDocumentRemoved, saveRound } from "./store.ts";

/** Makes a public comment round (意見募集). */
export async function createRound(
  ctx: Ctx,
  { planId, round, ...words }: AllWords & { readonly planId: string; readonly round: RoundWords },
): Promise<Result<{ readonly id: string }>> {
  permit(mayOpenConsultations(ctx.actor), mayOpenConsultations.sentence);
  const fault = roundFault(round);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const opened = await openConsultation(tx, ctx, { ...words, kind: "publicComment", planId });
    if (!opened.ok) return opened;
    const tooShort = periodFault(words, round.shortPeriodReason);
    if (tooShort) return refuse(tooShort);
    await insertRound(tx, opened.value.id, tidied(round));
    await record(tx, ctx, "consultation.round.created", { occasionId: opened.value.id, planId });
    return opened;
  });
}

/** Corrects what is said of a round. Its last day, once announced, is changed by `changePeriod` with a reason. */
export async function editRound(
  ctx: Ctx,
  { round, ...words }: AllWords & Pick<Consultation, "id" | "version"> & { readonly round: RoundWords },
): Promise<Result<null>> {
  const fault = roundFault(round);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const before = await consultationToManage(tx, ctx, { id: words.id, kinds: ["publicComment"] });
    const { occasion } = before;
    const isMoved = occasion.opensOn !== words.opensOn || occasion.closesOn !== words.closesOn;
    if (isMoved && (await wasPublished(ctx, before.slug))) return refuse(roundRefusals.periodFixed);
    const changed = await changeConsultation(tx, ctx, words);
    if (!changed.ok) return changed;
    const tooShort = isMoved ? periodFault(words, round.shortPeriodReason) : undefined;
    if (tooShort) return refuse(tooShort);
    await saveRound(tx, words.id, tidied(round));
    await record(tx, ctx, "consultation.round.edited", { occasionId: words.id });
    return accept(null);
  });
}

/** Kinds at which citizens find documents (資料). */
const withDocuments = ["publicComment", "townMeeting"] as const;

export interface NewFileDocument {
  readonly consultationId: string;
  readonly role: DocumentRole;
  readonly title: string;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
}

/** Adds a file (案・関連資料) as it was handed in. */
export async function addFileDocument(
  ctx: Ctx,
  { consultationId, role, title, file }: NewFileDocument,
): Promise<Result<{ readonly id: string }>> {
  if (file.bytes.length === 0) return refuse(roundRefusals.fileMissing);
  return ctx.transaction(async (tx) => {
    await consultationToManage(tx, ctx, { id: consultationId, kinds: withDocuments });
    const stored = { ...file, uploadedBy: personId(ctx.actor), uploadedAt: ctx.clock.now(), isOpen: true };
    const fileId = await storeFile(tx, stored);
    return keepDocument(tx, ctx, {
      consultationId,
      role,
      title: title.trim() || file.name,
      fileId,
      publicationId: null,
    });
  });
}

/** Adds a published version of a plan as what is asked about. */
export async function addVersionDocument(
  ctx: Ctx,
  { consultationId, publicationId, ...words }: Omit<NewFileDocument, "file"> & { readonly publicationId: string },
): Promise<Result<{ readonly id: string }>> {
  const heads = await storedPublications(ctx).heads();
  const head = heads.find(({ id, subject }) => id === publicationId && subject === "plan");
  if (!head || head.withdrawal || head.purge) return refuse(roundRefusals.versionMissing);
  return ctx.transaction(async (tx) => {
    await consultationToManage(tx, ctx, { id: consultationId, kinds: withDocuments });
    const title = words.title.trim() || (await planBySlug(ctx, head.reference)).name;
    return keepDocument(tx, ctx, { ...words, consultationId, title, fileId: null, publicationId });
  });
}

async function keepDocument(
  tx: Tx,
  ctx: Ctx,
  document: Omit<Parameters<typeof insertDocument>[1], "id">,
): Promise<Result<{ readonly id: string }>> {
  const id = newId();
  await insertDocument(tx, { ...document, id });
  await record(tx, ctx, "consultation.document.added", { occasionId: document.consultationId, documentId: id });
  return accept({ id });
}

/** Takes a document away from what will be published next. */
export async function removeDocument(
  ctx: Ctx,
  { consultationId, id }: { readonly consultationId: string; readonly id: string },
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    await consultationToManage(tx, ctx, { id: consultationId, kinds: withDocuments });
    if (!(await markDocumentRemoved(tx, { id, consultationId, at: ctx.clock.now() }))) throw new NotFound();
    await record(tx, ctx, "consultation.document.removed", { occasionId: consultationId, documentId: id });
    return accept(null);
  });
}

function tidied(words: RoundWords): RoundWords {
  return {
    ...words,
    purpose: words.purpose.trim(),
    eligibility: words.eligibility.trim(),
    methods: words.methods.trim(),
    destination: words.destination.trim(),
    notes: words.notes.trim(),
    publicationWay: words.publicationWay.trim(),
    viewingPlaces: words.viewingPlaces.trim(),
    shortPeriodReason: words.shortPeriodReason.trim(),
  };
}
