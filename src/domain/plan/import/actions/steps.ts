import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";
import { keepSheets, sheetAt } from "#platform/files/kept-sheets.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { levelsOf, planWhere } from "../../store/plans.ts";
import { parseRole, type ColumnMeaning } from "../mapping/columns.ts";
import type { HeaderRows } from "../mapping/header.ts";
import { importRefusals } from "../labels.ts";
import { mappingFault } from "../mapping/mapping-fault.ts";
import type { Answers } from "../model.ts";
import { mayImportPlans } from "../permissions.ts";
import type { PlanImport } from "../plan-import.ts";
import { frameOf, guessFor } from "../queries.ts";
import { insertImport, lastApplied, lockImport, saveStep } from "../store/imports.ts";

export interface UploadedTable {
  readonly planId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

/** Starts an import: keeps the original and what was read of it. Decisions of the plan's last import are taken over as answers. */
export async function startImport(ctx: Ctx, input: UploadedTable): Promise<Result<{ id: string }>> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  const { planId, workbook } = input;
  return ctx.transaction(async (tx) => {
    if (!(await planWhere(tx, "id", planId))) throw new NotFound();
    if ((await levelsOf(tx, planId)).length === 0) return refuse(importRefusals.noLevels);
    const startedAt = ctx.clock.now();
    const fileId = await storeFile(tx, { ...input, uploadedBy: personId(ctx.actor), uploadedAt: startedAt });
    const id = newId();
    const answers = (await lastApplied(tx, planId))?.answers ?? {};
    await keepSheets(tx, fileId, workbook);
    const encoding = workbook.encoding ?? null;
    await insertImport(tx, { id, planId, fileId, encoding, answers, startedBy: personId(ctx.actor), startedAt });
    await record(tx, ctx, "plan.import.started", { importId: id, planId, fileId });
    return accept({ id });
  });
}

/** Takes one step of an import that is still open, with its row held. */
export function step<T>(
  ctx: Ctx,
  id: string,
  work: (tx: Tx, planImport: PlanImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  return ctx.transaction(async (tx) => {
    const planImport = await lockImport(tx, id);
    if (!planImport) throw new NotFound();
    if (planImport.state !== "open") return refuse(importRefusals.notOpen);
    return work(tx, planImport);
  });
}

export interface SheetChoice {
  readonly id: string;
  readonly sheet: number;
  readonly header: HeaderRows;
  readonly includesHidden: boolean;
}

/** Chooses the sheet and its header rows. For another table the columns are guessed anew and wait for the clerk. */
export async function chooseSheet(ctx: Ctx, { id, sheet, header, includesHidden }: SheetChoice): Promise<Result<void>> {
  return step(ctx, id, async (tx, planImport) => {
    const content = await sheetAt(tx, planImport.fileId, sheet);
    if (!content) throw new NotFound();
    const isInside =
      header.from >= 0 && header.to >= header.from && header.to - header.from < 5 && header.to < content.rows.length;
    if (!isInside) return refuse(importRefusals.headerOutside);
    const frame = await frameOf({ ...ctx, db: tx }, planImport.planId);
    const before = planImport.mapping;
    const isSame = before?.sheet === sheet && before.header.from === header.from && before.header.to === header.to;
    const columns = isSame
      ? before.columns
      : guessFor(content, header, frame).map(({ confidence: _confidence, ...meaning }): ColumnMeaning => meaning);
    await saveStep(tx, id, {
      mapping: { sheet, header, columns, includesHidden },
      isMapped: isSame && planImport.isMapped,
    });
    await record(tx, ctx, "plan.import.sheetChosen", { importId: id, sheet });
    return accept(undefined);
  });
}

export interface ColumnChoice {
  readonly id: string;
  readonly columns: readonly { readonly role: string; readonly year: number | undefined }[];
}

/** Confirms what each column holds. */
export async function mapColumns(ctx: Ctx, { id, columns }: ColumnChoice): Promise<Result<void>> {
  return step(ctx, id, async (tx, planImport) => {
    if (!planImport.mapping) return refuse(importRefusals.noSheet);
    const levels = await levelsOf(tx, planImport.planId);
    const before = planImport.mapping.columns;
    const meanings = columns.map(({ role: text, year }, index): ColumnMeaning => {
      const role = parseRole(text, levels) ?? "ignore";
      const unit = before[index]?.unit;
      const isYearly = role === "baseline" || role === "target" || role === "actual";
      return { role, ...(isYearly && year !== undefined && { year }), ...(isYearly && unit !== undefined && { unit }) };
    });
    await saveStep(tx, id, { mapping: { ...planImport.mapping, columns: meanings }, isMapped: false });
    const fault = mappingFault(meanings, levels);
    if (fault) return refuse(fault);
    await saveStep(tx, id, { isMapped: true });
    await record(tx, ctx, "plan.import.columnsMapped", { importId: id });
    return accept(undefined);
  });
}

/** Keeps answers to questions; those that are not named stay. */
export async function answerQuestions(
  ctx: Ctx,
  { id, answers }: { readonly id: string; readonly answers: Answers },
): Promise<Result<void>> {
  return step(ctx, id, async (tx, planImport) => {
    await saveStep(tx, id, { answers: { ...planImport.answers, ...answers } });
    await record(tx, ctx, "plan.import.answered", { importId: id, questions: Object.keys(answers) });
    return accept(undefined);
  });
}

/** Gives up an import that is open; its file stays in the list. */
export async function abandonImport(ctx: Ctx, id: string): Promise<Result<void>> {
  return step(ctx, id, async (tx) => {
    await saveStep(tx, id, { state: "abandoned" });
    await record(tx, ctx, "plan.import.abandoned", { importId: id });
    return accept(undefined);
  });
}
