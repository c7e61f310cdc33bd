import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { storedPublications } from "#domain/publication/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { enqueueJob } from "#platform/jobs/index.ts";
import { usedTemplate } from "../templates/store.ts";
import { paperRefusals } from "./labels.ts";
import { paperMediaTypes, type MadePaper, type PlanPaper } from "./paper.ts";
import { mayMakePapers } from "./permissions.ts";
import { deletePapers, insertPaper, markMade, paperById } from "./store.ts";

export const makePaperKind = "plan.paper.make";

/** What to make: without publication and version it is made from the draft as it stands when the job runs. */
export type PaperRequest = Pick<PlanPaper, "planId" | "publicationId" | "form"> &
  Partial<Pick<PlanPaper, "versionId" | "kind">> & {
    /** In our own look, though the city has a template. */
    readonly isPlain?: boolean;
  };

/** Asks for a paper (計画書の作成): a job makes it. Refuses a publication that may not be read any more. */
export async function requestPaper(ctx: Ctx, input: PaperRequest): Promise<Result<{ id: string; jobId: string }>> {
  permit(mayMakePapers(ctx.actor), mayMakePapers.sentence);
  const { planId, publicationId, form, versionId = null, kind = "main", isPlain = false } = input;
  if (form === "excel" && kind !== "main") return refuse(paperRefusals.mainOnly);
  if (publicationId !== null && (await storedPublications(ctx).payload(publicationId)) === undefined)
    return refuse(paperRefusals.notReadable);
  return ctx.transaction(async (tx) => {
    const requestedAt = ctx.clock.now();
    const id = newId();
    const requestedBy = personId(ctx.actor);
    const template = form === "word" && !isPlain ? await usedTemplate(tx) : undefined;
    const jobId = await enqueueJob(tx, {
      municipalityCode: ctx.municipality.code,
      kind: makePaperKind,
      payload: { paperId: id },
      requestedBy: requestedBy ?? undefined,
    });
    await insertPaper(tx, {
      id,
      planId,
      publicationId,
      versionId,
      kind,
      form,
      templateId: template?.id ?? null,
      jobId,
      requestedBy,
      requestedAt,
    });
    await record(tx, ctx, "plan.paper.requested", { paperId: id, planId, jobId });
    return accept({ id, jobId });
  });
}

/** Keeps a paper that was made. Its publication may have been purged meanwhile: then there is nothing to keep it with. */
export async function keepPaper(ctx: Ctx, id: string, made: MadePaper): Promise<void> {
  await ctx.transaction(async (tx) => {
    const paper = await paperById(tx, id);
    if (!paper) throw new NotFound();
    if (paper.fileId !== null) return;
    const { name, bytes, ...facts } = made;
    const mediaType = paperMediaTypes[paper.form];
    const madeAt = ctx.clock.now();
    const uploadedBy = paper.requestedBy;
    const fileId = await storeFile(tx, { name, bytes, mediaType, uploadedBy, uploadedAt: madeAt, isOpen: true });
    await markMade(tx, id, { ...facts, fileId, madeAt });
    await record(tx, ctx, "plan.paper.made", { paperId: id, planId: paper.planId, hash: made.sourceHash });
  });
}

/** Removes every paper made from a purged content, in the transaction of the purge. */
export async function removePapers(
  tx: Tx,
  purged: { readonly hash: string; readonly ids: readonly string[] },
): Promise<void> {
  await deletePapers(tx, purged.hash, purged.ids);
}
