import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { formulationRefusals } from "../labels.ts";
import { mayWriteFormulation } from "../permissions.ts";
import { stageFault, type Stage, type StageWords } from "../stage.ts";
import { holdFormulation, raise } from "../store/formulations.ts";
import { gatesOf } from "../store/gates.ts";
import { insertStage, placeStage, removeStageRow, saveStage, stagesOf } from "../store/stages.ts";

/** Adds a stage at the end; `moveStage` brings it to its place. */
export async function addStage(ctx: Ctx, planId: string, words: StageWords): Promise<Result<null>> {
  return inOrder(ctx, planId, async (tx, stages) => {
    const fault = stageFault(words);
    if (fault) return refuse(fault);
    const stageId = newId();
    await insertStage(tx, { id: stageId, planId, position: (stages.at(-1)?.position ?? 0) + 1, ...words });
    await record(tx, ctx, "formulation.stage.added", { planId, stageId });
    return accept(null);
  });
}

interface SeenStage {
  readonly planId: string;
  readonly id: string;
  readonly version: number;
}

export async function editStage(
  ctx: Ctx,
  { planId, id, version }: SeenStage,
  words: StageWords,
): Promise<Result<null>> {
  return inOrder(ctx, planId, async (tx, stages) => {
    const fault = stageFault(words);
    if (fault) return refuse(fault);
    placeOf(stages, id);
    if (!(await saveStage(tx, { id, version, ...words }))) return refuse(formulationRefusals.stale);
    await record(tx, ctx, "formulation.stage.edited", { planId, stageId: id });
    return accept(null);
  });
}

/** Moves a stage a place up or down; at the end of the list nothing moves. */
export async function moveStage(
  ctx: Ctx,
  { planId, id, by }: { readonly planId: string; readonly id: string; readonly by: -1 | 1 },
): Promise<Result<null>> {
  return inOrder(ctx, planId, async (tx, stages) => {
    const place = placeOf(stages, id);
    const [one, other] = [stages[place], stages[place + by]];
    if (!one || !other) return accept(null);
    if (await haveGates(tx, planId, one, other)) return refuse(formulationRefusals.orderPassed);
    await placeStage(tx, one.id, other.position);
    await placeStage(tx, other.id, one.position);
    await record(tx, ctx, "formulation.stage.moved", { planId, stageId: id });
    return accept(null);
  });
}

export async function removeStage(ctx: Ctx, { planId, id, version }: SeenStage): Promise<Result<null>> {
  return inOrder(ctx, planId, async (tx, stages) => {
    const stage = stages[placeOf(stages, id)];
    if (stage && (await haveGates(tx, planId, stage))) return refuse(formulationRefusals.stagePassed);
    if (!(await removeStageRow(tx, { id, version, at: ctx.clock.now() }))) return refuse(formulationRefusals.stale);
    await record(tx, ctx, "formulation.stage.removed", { planId, stageId: id });
    return accept(null);
  });
}

async function inOrder(
  ctx: Ctx,
  planId: string,
  work: (tx: Tx, stages: readonly Stage[]) => Promise<Result<null>>,
): Promise<Result<null>> {
  permit(mayWriteFormulation(ctx.actor), mayWriteFormulation.sentence);
  return ctx.transaction(async (tx) => {
    await holdFormulation(tx, planId);
    const done = await work(tx, await stagesOf(tx, planId));
    if (done.ok) await raise(tx, planId, { by: personId(ctx.actor), at: ctx.clock.now() });
    return done;
  });
}

async function haveGates(tx: Tx, planId: string, ...stages: readonly Stage[]): Promise<boolean> {
  const ids = new Set(stages.map(({ id }) => id));
  return (await gatesOf(tx, planId)).some(({ stageId }) => ids.has(stageId));
}

function placeOf(stages: readonly Stage[], id: string): number {
  const place = stages.findIndex((stage) => stage.id === id);
  if (place < 0) throw new NotFound(`stage ${id}`);
  return place;
}
