import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { planVersions, type DraftVersion } from "#domain/documents/index.ts";
import { isDay } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { gateRefusals } from "../gate-refusals.ts";
import {
  confirmationFault,
  dayFault,
  decisionFault,
  openingFault,
  skippingFault,
  viewFault,
  type ConfirmationWords,
  type DecisionWords,
  type Gate,
  type ViewWords,
} from "../gate.ts";
import { mayConfirmVersions, mayDecideGates, mayWriteFormulation } from "../permissions.ts";
import { findingsFor } from "../queries/findings.ts";
import { checksAt, heldVersion, stageLines, type StageLine } from "../queries/gates.ts";
import { holdFormulation } from "../store/formulations.ts";
import {
  insertConfirmation,
  insertGate,
  insertSkipped,
  insertView,
  meetConditionRow,
  removeViewRow,
  saveDecision,
  saveItem,
} from "../store/gates.ts";

/** A stage of a plan. */
export interface AtStage {
  readonly planId: string;
  readonly stageId: string;
}

/** Opens a gate on a frozen version (関門を開く). */
export async function openGate(
  ctx: Ctx,
  { versionId, ...at }: AtStage & { readonly versionId: string },
): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  return atStage(ctx, at, async ({ tx, line, lines, versions }) => {
    const version = versions.find(({ id }) => id === versionId);
    if (!version) return refuse(gateRefusals.unknownVersion);
    const fault = openingFault(version, { own: line.gates, all: lines.flatMap(({ gates }) => gates), versions });
    if (fault) return refuse(fault);
    const id = newId();
    await insertGate(tx, { id, stageId: at.stageId, versionId, items: line.stage.manualItems }, savingOf(ctx));
    await record(tx, ctx, "formulation.gate.opened", { planId: at.planId, stageId: at.stageId, gateId: id });
    return accept(null);
  });
}

/** Skips a stage (段階を飛ばす) for a reason that is published. */
export async function skipStage(
  ctx: Ctx,
  { reason, ...at }: AtStage & { readonly reason: string },
): Promise<Result<null>> {
  permit(mayDecideGates(ctx.actor), mayDecideGates.sentence);
  return atStage(ctx, at, async ({ tx, line }) => {
    const fault = skippingFault(reason, line.gates);
    if (fault) return refuse(fault);
    const skipped = { id: newId(), stageId: at.stageId, reason, decidedOn: ctx.clock.today() };
    await insertSkipped(tx, skipped, savingOf(ctx));
    await record(tx, ctx, "formulation.stage.skipped", { planId: at.planId, stageId: at.stageId });
    return accept(null);
  });
}

interface ItemCheck {
  readonly position: number;
  readonly isDone: boolean;
  readonly words: string;
}

/** Notes that somebody checked an item by hand, with words; or takes the note back. */
export async function checkItem(ctx: Ctx, at: AtStage, { position, isDone, words }: ItemCheck): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  return atOpenGate(ctx, at, async ({ tx, gate }) => {
    if ((isDone && words.trim() === "") || words.length > 500) return refuse(gateRefusals.itemWords);
    if (!(await saveItem(tx, { gateId: gate.id, position, isDone, words }, savingOf(ctx))))
      throw new NotFound(`item ${position}`);
    await recordAt(tx, ctx, "formulation.gate.item.checked", { ...at, gateId: gate.id });
    return accept(null);
  });
}

/** Notes a view that was heard (聴いた意見). */
export async function noteView(ctx: Ctx, at: AtStage, words: ViewWords): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  return atOpenGate(ctx, at, async ({ tx, gate }) => {
    const fault = viewFault(words, ctx.clock.today());
    if (fault) return refuse(fault);
    await insertView(tx, { id: newId(), gateId: gate.id, ...words }, savingOf(ctx));
    await recordAt(tx, ctx, "formulation.gate.view.noted", { ...at, gateId: gate.id });
    return accept(null);
  });
}

export async function removeView(ctx: Ctx, at: AtStage, viewId: string): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  return atOpenGate(ctx, at, async ({ tx, gate }) => {
    if (!(await removeViewRow(tx, { gateId: gate.id, id: viewId }))) throw new NotFound(`view ${viewId}`);
    await recordAt(tx, ctx, "formulation.gate.view.removed", { ...at, gateId: gate.id });
    return accept(null);
  });
}

/** Notes that a body confirmed 将来都市像 and 目標 on the gate's version (確認の記録). */
export async function confirmVersion(ctx: Ctx, at: AtStage, words: ConfirmationWords): Promise<Result<null>> {
  permit(mayConfirmVersions(ctx.actor), mayConfirmVersions.sentence);
  return atOpenGate(ctx, at, async ({ tx, gate, versions }) => {
    const fault = confirmationFault(words, { gate, versions, today: ctx.clock.today() });
    if (fault) return refuse(fault);
    await insertConfirmation(tx, gate.id, words, savingOf(ctx));
    await recordAt(tx, ctx, "formulation.gate.confirmed", { ...at, gateId: gate.id });
    return accept(null);
  });
}

/** Decides a gate (市の決定): never changed after, and the checks stay as they were. */
export async function decideGate(ctx: Ctx, at: AtStage, words: DecisionWords): Promise<Result<null>> {
  permit(mayDecideGates(ctx.actor), mayDecideGates.sentence);
  const { outcome } = words;
  return atOpenGate(ctx, at, async ({ tx, gate, line, lines, versions }) => {
    const version = heldVersion(line, versions);
    if (!version) throw new Error(`the version of gate ${gate.id} is gone`);
    const day = isDay(words.decidedOn) ? words.decidedOn : ctx.clock.today();
    const findings = await findingsFor({ ...ctx, db: tx }, version);
    const checks = checksAt(lines, line, { findings, day });
    const fault = decisionFault(words, { version, checks, today: ctx.clock.today() });
    if (fault || outcome === undefined) return refuse(fault ?? gateRefusals.notOpen);
    const decided = { ...tidied({ ...words, outcome }), gateId: gate.id, checks };
    if (!(await saveDecision(tx, decided, savingOf(ctx)))) return refuse(gateRefusals.notOpen);
    await recordAt(tx, ctx, "formulation.gate.decided", { ...at, gateId: gate.id, outcome });
    return accept(null);
  });
}

/** A decision with what belongs to its outcome only. */
function tidied<T extends DecisionWords>(words: T) {
  const conditions = words.outcome === "conditional" ? words.conditions : [];
  const reason = words.outcome === "sentBack" ? words.reason : "";
  return { ...words, conditions, reason, conditionIds: conditions.map(() => newId()) };
}

interface Met {
  readonly gateId: string;
  readonly conditionId: string;
  readonly metOn: string;
  readonly metAs: string;
}

/** Notes that a condition is met (条件の済み). */
export async function meetCondition(
  ctx: Ctx,
  at: AtStage,
  { gateId, conditionId, metOn, metAs }: Met,
): Promise<Result<null>> {
  permit(mayDecideGates(ctx.actor), mayDecideGates.sentence);
  return atStage(ctx, at, async ({ tx, line }) => {
    const gate = line.gates.find(({ id }) => id === gateId);
    if (!gate) throw new NotFound(`gate ${gateId}`);
    const dayIsWrong = Object.keys(
      dayFault("metOn", metOn, { from: gate.decidedOn, fromWords: "決定の日", today: ctx.clock.today() }),
    );
    if (metAs.trim() === "" || metAs.length > 500 || dayIsWrong.length > 0) return refuse(gateRefusals.metWords);
    if (!(await meetConditionRow(tx, { id: conditionId, gateId, metOn, metAs }, personId(ctx.actor))))
      return refuse(gateRefusals.conditionMet);
    await recordAt(tx, ctx, "formulation.gate.condition.met", { ...at, gateId });
    return accept(null);
  });
}

interface Held {
  readonly tx: Tx;
  readonly line: StageLine;
  readonly lines: readonly StageLine[];
  readonly versions: readonly DraftVersion[];
}

async function atStage(
  ctx: Ctx,
  { planId, stageId }: AtStage,
  work: (held: Held) => Promise<Result<null>>,
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    await holdFormulation(tx, planId);
    const within = { ...ctx, db: tx };
    const lines = await stageLines(within, planId);
    const line = lines.find(({ stage }) => stage.id === stageId);
    if (!line) throw new NotFound(`stage ${stageId}`);
    return work({ tx, line, lines, versions: await planVersions(within, planId) });
  });
}

async function atOpenGate(
  ctx: Ctx,
  at: AtStage,
  work: (held: Held & { readonly gate: Gate }) => Promise<Result<null>>,
): Promise<Result<null>> {
  return atStage(ctx, at, async (held) => {
    const gate = held.line.gates.at(-1);
    return gate?.state === "open" ? work({ ...held, gate }) : refuse(gateRefusals.notOpen);
  });
}

async function recordAt(
  tx: Tx,
  ctx: Ctx,
  act: string,
  reference: AtStage & { readonly gateId: string; readonly outcome?: string },
): Promise<void> {
  await record(tx, ctx, act, { ...reference });
}

function savingOf(ctx: Ctx) {
  return { by: personId(ctx.actor), at: ctx.clock.now() };
}
