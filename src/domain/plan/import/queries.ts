import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn, mayManageDivisions } from "#domain/identity/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { cellText, type Sheet } from "#kernel/sheet.ts";
import { sheetAt, sheetTabs, type SheetTab } from "#platform/files/kept-sheets.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import { jobById, type JobView } from "#platform/jobs/index.ts";
import { decidedTargets } from "../queries/decided-targets.ts";
import { levelsOf, planWhere } from "../store/plans.ts";
import type { Plan } from "../plan.ts";
import { guessColumns, type ColumnGuess } from "./mapping/columns.ts";
import { differenceOf, fingerprintOf, type Difference } from "./difference/difference.ts";
import type { PresentPlan } from "./difference/facets.ts";
import { settledChanges, type SettledChanges } from "./difference/settled.ts";
import { findHeader, headerTexts, type HeaderRows } from "./mapping/header.ts";
import { interpret } from "./reading/interpretation.ts";
import type { ImportPlan, PlanFrame } from "./model.ts";
import { mayImportPlans } from "./permissions.ts";
import { outcomeOf, type ImportOutcome, type PlanImport } from "./plan-import.ts";
import { importById, importsOf, lastApplied } from "./store/imports.ts";
import { presentPlan } from "./store/present-plan.ts";

export interface ListedImport extends PlanImport {
  readonly outcome: ImportOutcome;
}

/** The imports of a plan, the newest first. */
export async function listImports(ctx: Ctx, planId: string): Promise<ListedImport[]> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  const listed: ListedImport[] = [];
  for (const each of await importsOf(ctx.db, planId)) {
    const job = each.state === "applying" && each.jobId ? await jobOf(ctx, each.jobId) : undefined;
    listed.push({ ...each, outcome: outcomeOf(each, job?.state) });
  }
  return listed;
}

function jobOf(ctx: Ctx, jobId: string): Promise<JobView | undefined> {
  return jobById(ctx, ctx.municipality.code, jobId);
}

/** What an import must know of a plan and of the city's divisions today. */
export async function frameOf(ctx: Ctx, planId: string): Promise<PlanFrame> {
  const levels = await levelsOf(ctx.db, planId);
  const divisions = (await divisionsOn(ctx, ctx.clock.today())).map(({ id, name, path }) => ({ id, name, path }));
  const thisYear = fiscalYearOf(ctx.clock.today());
  return { levels, divisions, mayRegisterDivisions: mayManageDivisions(ctx.actor), thisYear };
}

/** One import with its plan and the tabs of its file. @throws NotFound */
export interface ImportCase {
  readonly planImport: PlanImport;
  readonly plan: Plan;
  readonly frame: PlanFrame;
  readonly tabs: readonly SheetTab[];
}

export async function importCase(ctx: Ctx, id: string): Promise<ImportCase> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  const planImport = isId(id) ? await importById(ctx.db, id) : undefined;
  const plan = planImport && (await planWhere(ctx.db, "id", planImport.planId));
  if (!planImport || !plan) throw new NotFound();
  return { planImport, plan, frame: await frameOf(ctx, plan.id), tabs: await sheetTabs(ctx.db, planImport.fileId) };
}

export async function importFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const { planImport } = await importCase(ctx, id);
  const file = await storedFile(ctx.db, planImport.fileId);
  if (!file) throw new NotFound();
  return file;
}

/** A sheet with the guess of its header and columns. */
export interface SheetView {
  readonly sheet: Sheet;
  readonly header: HeaderRows | undefined;
}

export async function sheetView(ctx: Ctx, { planImport, frame }: ImportCase, position: number): Promise<SheetView> {
  const sheet = await sheetAt(ctx.db, planImport.fileId, position);
  if (!sheet) throw new NotFound();
  return { sheet, header: findHeader(sheet, frame.levels) };
}

/** The tab on which the plan's table most likely stands: the visible one whose header names the most columns. */
export async function likelyTab(ctx: Ctx, { planImport, frame, tabs }: ImportCase): Promise<number> {
  let best = { position: tabs.find((tab) => !tab.isHidden)?.position ?? 0, named: 0 };
  for (const tab of tabs.filter((each) => !each.isHidden && each.rows > 0).slice(0, 20)) {
    const sheet = await sheetAt(ctx.db, planImport.fileId, tab.position);
    const header = sheet && findHeader(sheet, frame.levels);
    if (!sheet || !header) continue;
    const named = guessFor(sheet, header, frame).filter(({ role }) => role !== "ignore").length;
    if (named > best.named) best = { position: tab.position, named };
  }
  return best.position;
}

const sampledRows = 30;

/** The guess for every column of a sheet under a header. */
export function guessFor(sheet: Sheet, header: HeaderRows, frame: PlanFrame): ColumnGuess[] {
  const headers = headerTexts(sheet, header);
  const rows = sheet.rows.slice(header.to + 1, header.to + 1 + sampledRows);
  return guessColumns(
    headers,
    headers.map((_, column) => rows.map((row) => cellText(row[column]))),
    frame.levels,
  );
}

/** What the sheet says so far, under the mapping and the answers given. */
export async function readImport(ctx: Ctx, { planImport, frame }: ImportCase): Promise<ImportPlan> {
  const { mapping, answers } = planImport;
  const sheet = mapping && (await sheetAt(ctx.db, planImport.fileId, mapping.sheet));
  if (!mapping || !sheet) throw new NotFound();
  return interpret(sheet, mapping, frame, answers);
}

export interface Comparison {
  readonly difference: Difference;
  readonly present: PresentPlan;
  readonly fingerprint: string;
  /** Settled values that the sheet would change. */
  readonly settled: SettledChanges;
}

/** What applying would change in the plan as it stands now. */
export async function compareImport(
  ctx: Pick<Ctx, "db">,
  { planImport, plan, frame }: ImportCase,
  read: ImportPlan,
): Promise<Comparison> {
  if (!planImport.mapping) throw new NotFound();
  const divisions = new Map(frame.divisions.map(({ id, name }) => [id, name]));
  const present = await presentPlan(ctx.db, plan.id, divisions);
  const imported = (await lastApplied(ctx.db, plan.id))?.imported ?? {};
  const difference = differenceOf({ plan: read, present, mapping: planImport.mapping, imported });
  const decided = await decidedTargets(ctx, plan.slug);
  return { difference, present, fingerprint: fingerprintOf(difference), settled: settledChanges(difference, decided) };
}
