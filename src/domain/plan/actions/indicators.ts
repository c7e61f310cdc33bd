import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { freeIndicatorCode } from "../code-pattern.ts";
import { indicatorFaults, tidiedIndicator, type IndicatorContent } from "../indicator.ts";
import { mayEditIndicators } from "../permissions.ts";
import { staleIndicator, takenCode, type IndicatorRefusal } from "../refusals.ts";
import {
  indicatorById,
  indicatorCodes,
  indicatorsOfNodes,
  insertIndicators,
  keepIndicatorRevisions,
  setRemoved,
  updateIndicator,
  type StoredIndicator,
} from "../store/indicators.ts";
import { nodesById, type StoredNode } from "../store/nodes.ts";
import { noGround } from "../store/indicator-values.ts";
import { lockPlan } from "../store/plans.ts";

/** Adds an indicator (成果指標) to a measure, as its last. */
export async function addIndicator(
  ctx: Ctx,
  input: { nodeId: string; content: IndicatorContent },
): Promise<Result<{ id: string; code: string }>> {
  return ctx.transaction(async (tx) => {
    const node = await heldNode(ctx, tx, input.nodeId);
    const codes = await indicatorCodes(tx, node.planId);
    const entered = tidiedIndicator(input.content);
    const content = {
      ...entered,
      code: entered.code === "" ? freeIndicatorCode(node.code, new Set(codes.keys())) : entered.code,
    };
    const faults = indicatorFaults(content);
    if (faults) return refuse(faults);
    if (codes.has(content.code)) return takenCode(content.code);
    const id = newId();
    const position = (await indicatorsOfNodes(tx, [node.id])).length;
    await insertIndicators(
      tx,
      [{ ...content, id, seriesId: id, planId: node.planId, nodeId: node.id, position }],
      ctx.clock.now(),
    );
    await keepIndicatorRevisions(tx, ctx, { act: "created", indicators: [{ id, version: 1, content }] });
    await record(tx, ctx, "plan.indicator.added", { planId: node.planId, nodeId: node.id, indicatorId: id });
    return accept({ id, code: content.code });
  });
}

/** Saves an indicator's whole content, of the version that the person saw. */
export async function editIndicator(
  ctx: Ctx,
  input: { id: string; version: number; content: IndicatorContent },
): Promise<Result<{ version: number }, IndicatorRefusal>> {
  return ctx.transaction<Result<{ version: number }, IndicatorRefusal>>(async (tx) => {
    const indicator = await heldIndicator(ctx, tx, input.id);
    if (indicator.version !== input.version) return staleIndicator(indicator);
    const entered = tidiedIndicator(input.content);
    const content = { ...entered, code: entered.code === "" ? indicator.code : entered.code };
    const faults = indicatorFaults(content);
    if (faults) return refuse(faults);
    const holder = (await indicatorCodes(tx, indicator.planId)).get(content.code);
    if (holder && holder !== indicator.id) return takenCode(content.code);
    const version = await updateIndicator(tx, ctx, { before: indicator, content, ground: noGround });
    await keepIndicatorRevisions(tx, ctx, { act: "edited", indicators: [{ id: indicator.id, version, content }] });
    await record(tx, ctx, "plan.indicator.edited", { planId: indicator.planId, indicatorId: indicator.id, version });
    return accept({ version });
  });
}

/** Takes an indicator off its measure; `restoreIndicator` brings it back. */
export async function removeIndicator(
  ctx: Ctx,
  input: { id: string; version: number },
): Promise<Result<null, IndicatorRefusal>> {
  return ctx.transaction<Result<null, IndicatorRefusal>>(async (tx) => {
    const indicator = await heldIndicator(ctx, tx, input.id);
    if (indicator.version !== input.version) return staleIndicator(indicator);
    await setRemoved(tx, indicator.id, ctx.clock.now());
    await record(tx, ctx, "plan.indicator.removed", { planId: indicator.planId, indicatorId: indicator.id });
    return accept(null);
  });
}

/** Brings a removed indicator back to its measure. */
export async function restoreIndicator(ctx: Ctx, input: { id: string }): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const indicator = await indicatorById(tx, input.id);
    if (!indicator?.isRemoved) throw new NotFound();
    await heldNode(ctx, tx, indicator.nodeId);
    if ((await indicatorCodes(tx, indicator.planId)).has(indicator.code)) return takenCode(indicator.code);
    await setRemoved(tx, indicator.id, null);
    await record(tx, ctx, "plan.indicator.restored", { planId: indicator.planId, indicatorId: indicator.id });
    return accept(null);
  });
}

async function heldNode(ctx: Ctx, tx: Tx, id: string): Promise<StoredNode> {
  const [node] = await nodesById(tx, [id]);
  if (!node) throw new NotFound();
  permit(mayEditIndicators(ctx.actor, node), mayEditIndicators.sentence);
  await lockPlan(tx, node.planId); // codes are free or taken in the whole plan
  return node;
}

async function heldIndicator(ctx: Ctx, tx: Tx, id: string): Promise<StoredIndicator> {
  const seen = await indicatorById(tx, id);
  if (!seen || seen.isRemoved) throw new NotFound();
  await heldNode(ctx, tx, seen.nodeId);
  const { isRemoved, ...indicator } = (await indicatorById(tx, id)) ?? seen;
  if (isRemoved) throw new NotFound();
  return indicator;
}
