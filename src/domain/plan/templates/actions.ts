import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { storeFile, storedFile } from "#platform/files/stored-files.ts";
import { templateRefusals } from "./labels.ts";
import { mayManageTemplates } from "./permissions.ts";
import { endUse, insertTemplate, lockTemplates, startUse, templateById, usedTemplate } from "./store.ts";
import { longestTemplateName, templateState, type TemplateReport } from "./template.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface NewTemplate {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly report: TemplateReport;
}

/** Keeps a template that was checked; nothing is written into it before it is used. */
export async function keepTemplate(ctx: Ctx, input: NewTemplate): Promise<Result<{ readonly id: string }>> {
  permit(mayManageTemplates(ctx.actor), mayManageTemplates.sentence);
  const { fileName, bytes, report } = input;
  const name = input.name.trim();
  if (name === "") return refuse(templateRefusals.noName);
  if ([...name].length > longestTemplateName) return refuse(templateRefusals.longName);
  return ctx.transaction(async (tx) => {
    const handed = { uploadedBy: personId(ctx.actor), uploadedAt: ctx.clock.now() };
    const fileId = await storeFile(tx, { name: fileName, mediaType, bytes, ...handed }); // sealed in exports: it may name its author
    const id = newId();
    await insertTemplate(tx, { id, name, fileId, hash: sha256(bytes), report, ...handed });
    await record(tx, ctx, "plan.template.kept", { templateId: id, fileId });
    return accept({ id });
  });
}

/** From now on papers are written into this template; one that was used until now is used no more. */
export async function useTemplate(ctx: Ctx, id: string): Promise<Result<void>> {
  permit(mayManageTemplates(ctx.actor), mayManageTemplates.sentence);
  return ctx.transaction(async (tx) => {
    await lockTemplates(tx);
    const template = await templateById(tx, id);
    if (!template) throw new NotFound();
    if (templateState(template) === "used") return refuse(templateRefusals.alreadyUsed);
    if (!(await storedFile(tx, template.fileId))) return refuse(templateRefusals.gone);
    const before = await usedTemplate(tx);
    const now = ctx.clock.now();
    if (before) await endUse(tx, before.id, now);
    await startUse(tx, id, now);
    await record(tx, ctx, "plan.template.used", { templateId: id, insteadOf: before?.id ?? null });
    return accept(undefined);
  });
}

/** From now on papers have our own look again. */
export async function withdrawTemplate(ctx: Ctx, id: string): Promise<Result<void>> {
  permit(mayManageTemplates(ctx.actor), mayManageTemplates.sentence);
  return ctx.transaction(async (tx) => {
    await lockTemplates(tx);
    const template = await templateById(tx, id);
    if (!template) throw new NotFound();
    if (templateState(template) !== "used") return refuse(templateRefusals.notUsed);
    await endUse(tx, id, ctx.clock.now());
    await record(tx, ctx, "plan.template.withdrawn", { templateId: id });
    return accept(undefined);
  });
}
