import { personId, record, within, type Ctx, type Tx } from "#domain/audit/index.ts";
import { createDivision } from "#domain/identity/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { enqueueJob, jobById } from "#platform/jobs/index.ts";
import { groundRefusal, storedGrounds, type ValueSave } from "../../actions/value-grounds.ts";
import { tidiedGrounds, type ValueGrounds } from "../../indicators/grounds.ts";
import type { ActualState } from "../../indicators/register.ts";
import { lockSeriesOfPlan, type ChangeGrounds } from "../../store/indicator-values.ts";
import { lockPlan } from "../../store/plans.ts";
import type { PresentPlan } from "../difference/facets.ts";
import { step } from "./steps.ts";
import type { Difference, DifferenceChoices } from "../difference/difference.ts";
import { choiceName } from "../questions/divisions.ts";
import { importRefusals } from "../labels.ts";
import type { ImportPlan } from "../model.ts";
import { mayImportPlans } from "../permissions.ts";
import type { ImportSummary, PlanImport } from "../plan-import.ts";
import { compareImport, importCase, readImport, type ImportCase } from "../queries.ts";
import { saveWrites } from "../writing/saving.ts";
import { lastApplied, lockImport, saveStep } from "../store/imports.ts";
import type { ImportWrites } from "../writing/import-writes.ts";
import { writesOf } from "../writing/writes.ts";

export interface Application {
  readonly id: string;
  readonly choices: DifferenceChoices;
  /** Whether the sheet's actuals stand already (確定). */
  readonly actualState: ActualState;
  readonly grounds: ValueGrounds;
  /** Of the difference that the clerk looked at. */
  readonly fingerprint: string;
}

export const applyImportKind = "plan.import.apply";

/** Hands the import to the queue, as it was looked at. Refuses while there are errors or open questions. */
export async function requestApplication(
  ctx: Ctx,
  { id, choices, actualState, grounds, fingerprint }: Application,
): Promise<Result<{ jobId: string }>> {
  return step(ctx, id, async (tx) => {
    await saveStep(tx, id, { choices, actualState, grounds: tidiedGrounds(grounds), refusal: null });
    const inTx = { ...ctx, db: tx };
    const theCase = await importCase(inTx, id);
    const ready = await prepare(inTx, theCase);
    if (!ready.ok) return ready;
    if (ready.value.fingerprint !== fingerprint) return refuse(importRefusals.planChanged);
    const roles = ctx.actor.kind === "person" ? [...ctx.actor.roles] : [];
    const payload = { importId: id, fingerprint, roles };
    const jobId = await enqueueJob(tx, {
      municipalityCode: ctx.municipality.code,
      kind: applyImportKind,
      payload,
      requestedBy: personId(ctx.actor) ?? undefined,
    });
    await saveStep(tx, id, { state: "applying", jobId });
    await record(tx, ctx, "plan.import.requested", { importId: id, jobId, actualState });
    return accept({ jobId });
  });
}

interface Ready {
  readonly read: ImportPlan;
  readonly writes: ImportWrites;
  readonly difference: Difference;
  readonly fingerprint: string;
  readonly parents: ReadonlyMap<string, string | null>;
}

/** Everything that is to be saved, or why nothing can be. */
async function prepare(
  ctx: Ctx,
  theCase: ImportCase,
  divisionIds: ReadonlyMap<string, string> = new Map(),
): Promise<Result<Ready>> {
  const read = await readImport(ctx, theCase);
  if (read.errors.length > 0) return refuse(importRefusals.hasErrors(read.errors.length));
  if (read.openQuestions.length > 0) return refuse(importRefusals.hasQuestions(read.openQuestions.length));
  const { planImport, plan } = theCase;
  const { difference, present, fingerprint } = await compareImport(ctx, theCase, read);
  const imported = (await lastApplied(ctx.db, plan.id))?.imported ?? {};
  const idOf = (name: string) => divisionIds.get(name) ?? "";
  const writes = writesOf({
    plan: read,
    difference,
    choices: planImport.choices,
    actualState: planImport.actualState,
    present,
    imported,
    divisionIds: idOf,
    newId,
  });
  if (!writes.ok) return writes;
  const saves = valueSaves(writes.value, present);
  const unsaid = await groundRefusal(ctx, ctx.db, { planId: plan.id, saves, grounds: planImport.grounds });
  if (unsaid) return refuse(unsaid);
  const parents = new Map(present.nodes.map(({ id, parentId }) => [id, parentId]));
  return accept({ read, writes: writes.value, difference, fingerprint, parents });
}

/** What the import writes over the values that stand. */
function valueSaves({ indicators }: ImportWrites, present: PresentPlan): ValueSave[] {
  const standing = new Map(present.indicators.map(({ id, content }) => [id, content]));
  return indicators.flatMap(({ id, content }) => {
    const before = standing.get(id);
    return before ? [{ id, name: before.name, before, after: content }] : [];
  });
}

type Advance = (percent: number, note: string) => Promise<void>;

/**
 * Applies an import as it was looked at: all of it in one transaction, or nothing. What it refuses is kept with the import, which
 * is then open again. Run again after a crash, it finds its work done or undone, never half done.
 */
export async function applyImport(
  ctx: Ctx,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
  advance: Advance,
): Promise<Result<ImportSummary>> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  const applied = await ctx.transaction((tx) => applyIn(tx, ctx, { id, fingerprint, advance }));
  if (!applied.ok) await ctx.transaction((tx) => saveStep(tx, id, { state: "open", refusal: applied.refusal }));
  return applied;
}

interface Applying {
  readonly id: string;
  readonly fingerprint: string;
  readonly advance: Advance;
}

async function applyIn(tx: Tx, ctx: Ctx, { id, fingerprint, advance }: Applying): Promise<Result<ImportSummary>> {
  const planImport = await lockImport(tx, id);
  if (!planImport) throw new NotFound();
  if (planImport.state === "applied" && planImport.summary) return accept(planImport.summary);
  if (planImport.state !== "applying") return refuse(importRefusals.notOpen);
  await lockPlan(tx, planImport.planId);
  await lockSeriesOfPlan(tx, planImport.planId);
  const inTx = within(ctx, tx);
  const theCase = await importCase(inTx, id);
  await advance(10, "表を読んでいます");
  const looked = await prepare(inTx, theCase);
  if (!looked.ok) return looked;
  if (looked.value.fingerprint !== fingerprint) return refuse(importRefusals.planChanged);
  const names = newDivisionNames(looked.value.read);
  const divisionIds = await registerDivisions(inTx, names);
  if (!divisionIds.ok) return divisionIds;
  const ready = names.length === 0 ? looked : await prepare(inTx, theCase, divisionIds.value);
  if (!ready.ok) return ready;
  await advance(30, "計画に書き込んでいます");
  const share = (done: number) => advance(30 + Math.round(done * 65), "計画に書き込んでいます");
  await saveWrites(tx, ready.value.writes, {
    ctx,
    planId: planImport.planId,
    grounds: importGrounds(planImport),
    parents: ready.value.parents,
    advance: share,
  });
  return accept(await finish(tx, ctx, { planImport, ready: ready.value }));
}

/** What the history of a value says when a sheet changed it and nobody had to say why. */
const importReason = "表の取込み";

function importGrounds({ grounds, fileId }: PlanImport): ChangeGrounds {
  const { targets, actuals } = storedGrounds(grounds);
  return {
    targets: { ...targets, reason: targets.reason || importReason },
    actuals: { ...actuals, reason: actuals.reason || importReason, fileId },
  };
}

/** Divisions that the sheet names and the city does not have yet, registered from today on. */
async function registerDivisions(ctx: Ctx, names: readonly string[]): Promise<Result<ReadonlyMap<string, string>>> {
  const ids = new Map<string, string>();
  for (const name of names) {
    const created = await createDivision(ctx, { name, fromOn: ctx.clock.today() });
    if (!created.ok) return created;
    ids.set(name, created.value);
  }
  return accept(ids);
}

async function finish(
  tx: Tx,
  ctx: Ctx,
  { planImport, ready }: { planImport: PlanImport; ready: Ready },
): Promise<ImportSummary> {
  const { writes, difference } = ready;
  const all = [
    ...writes.nodes.map(({ kind }) => kind),
    ...writes.indicators.map(({ isNew }) => (isNew ? "new" : "changed")),
  ];
  const summary = {
    added: all.filter((kind) => kind === "new").length,
    changed: all.filter((kind) => kind === "changed").length,
    removed: writes.removedNodes.length + writes.removedIndicators.length,
    unchanged: difference.unchanged,
  };
  await saveStep(tx, planImport.id, {
    state: "applied",
    summary,
    imported: writes.imported,
    appliedAt: ctx.clock.now(),
    refusal: null,
  });
  await record(tx, ctx, "plan.import.applied", { importId: planImport.id, planId: planImport.planId, ...summary });
  return summary;
}

function newDivisionNames(read: ImportPlan): string[] {
  const choices = [
    ...read.nodes.flatMap((node) => [node.division, ...(node.relatedDivisions ?? [])]),
    ...read.indicators.map(({ division }) => division),
  ];
  return [...new Set(choices.flatMap((choice) => (choice && "newName" in choice ? [choiceName(choice)] : [])))];
}

/** Opens an import again whose job failed or was cancelled: nothing of it had been saved. */
export async function reopenImport(ctx: Ctx, id: string): Promise<Result<void>> {
  permit(mayImportPlans(ctx.actor), mayImportPlans.sentence);
  return ctx.transaction(async (tx) => {
    const planImport = await lockImport(tx, id);
    if (!planImport) throw new NotFound();
    const job = planImport.jobId === null ? undefined : await jobById(ctx, ctx.municipality.code, planImport.jobId);
    const isUnderWay = job?.state === "waiting" || job?.state === "running";
    if (planImport.state !== "applying" || isUnderWay) return refuse(importRefusals.notOpen);
    await saveStep(tx, id, { state: "open", jobId: null });
    await record(tx, ctx, "plan.import.reopened", { importId: id });
    return accept(undefined);
  });
}
