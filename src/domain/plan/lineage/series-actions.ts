import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { freeIndicatorCode } from "../code-pattern.ts";
import type { IndicatorContent } from "../indicator.ts";
import { mayEditIndicators } from "../permissions.ts";
import {
  indicatorById,
  indicatorCodes,
  indicatorsOfNodes,
  indicatorsOfPlan,
  insertIndicators,
  keepIndicatorRevisions,
  type StoredIndicator,
} from "../store/indicators.ts";
import { valueChanges } from "../indicators/changes.ts";
import { insertActuals, lockSeries, noGround, saveActualChanges } from "../store/indicator-values.ts";
import { nodesById, type StoredNode } from "../store/nodes.ts";
import { lockPlan } from "../store/plans.ts";
import { isPair } from "./lineage.ts";
import { carriedIndicator, joinedActuals, seriesFault } from "./series.ts";
import { beginSeries, linksOf, setSeries } from "./store.ts";

export interface Continuation {
  /** The indicator of the old plan. */
  readonly indicatorId: string;
  /** The measure of the new plan that continues the old one's. */
  readonly nodeId: string;
  /** An indicator that is already there; null makes one after the old one's definition, with those targets that fall in its years. */
  readonly intoId: string | null;
}

/** Lets an indicator of the new plan continue one of the old (指標の引継ぎ): from then on both plans' values are one series. */
export async function continueIndicator(ctx: Ctx, input: Continuation): Promise<Result<{ id: string }>> {
  return ctx.transaction(async (tx) => {
    const node = await heldMeasure(ctx, tx, input.nodeId);
    const old = await indicatorById(tx, input.indicatorId);
    if (!old || old.isRemoved) throw new NotFound();
    const links = await linksOf(tx, node.planId);
    if (!links.some((link) => isPair(link) && link.oldNodeId === old.nodeId && link.newNodeId === node.id))
      return refuse(notLinked);
    const own = await indicatorsOfPlan(tx, node.planId);
    const heir = own.find((each) => each.seriesId === old.seriesId);
    if (heir) return refuse(alreadyContinued(heir));
    if (input.intoId === null) return carry(ctx, tx, { node, old });
    const into = own.find((each) => each.id === input.intoId && each.nodeId === node.id);
    if (!into) throw new NotFound();
    return join(ctx, tx, { old, into });
  });
}

/** Gives an indicator a series of its own again; the values so far are copied, so that nothing is lost on either side. */
export async function separateIndicator(ctx: Ctx, input: { readonly id: string }): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const indicator = await indicatorById(tx, input.id);
    if (!indicator || indicator.isRemoved) throw new NotFound();
    await heldMeasure(ctx, tx, indicator.nodeId);
    const seriesId = newId();
    await beginSeries(tx, seriesId);
    await insertActuals(tx, [{ ...indicator, seriesId }]);
    const version = await setSeries(tx, { id: indicator.id, seriesId, at: ctx.clock.now() });
    await keepIndicatorRevisions(tx, ctx, {
      act: "edited",
      indicators: [{ id: indicator.id, version, content: contentOf(indicator) }],
    });
    await record(tx, ctx, "plan.indicator.separated", { planId: indicator.planId, indicatorId: indicator.id });
    return accept(null);
  });
}

async function heldMeasure(ctx: Ctx, tx: Tx, id: string): Promise<StoredNode> {
  const [node] = await nodesById(tx, [id]);
  if (!node) throw new NotFound();
  permit(mayEditIndicators(ctx.actor, node), mayEditIndicators.sentence);
  await lockPlan(tx, node.planId);
  return node;
}

async function carry(
  ctx: Ctx,
  tx: Tx,
  { node, old }: { node: StoredNode; old: StoredIndicator },
): Promise<Result<{ id: string }>> {
  const { planId } = node;
  const period = await lockPlan(tx, planId);
  const codes = new Set((await indicatorCodes(tx, planId)).keys());
  const { seriesId } = old;
  const content = {
    ...carriedIndicator(contentOf(old), { period, withTargets: true }),
    code: freeIndicatorCode(node.code, codes),
  };
  const id = newId();
  const position = (await indicatorsOfNodes(tx, [node.id])).length;
  await insertIndicators(tx, [{ ...content, id, seriesId, planId, nodeId: node.id, position }], ctx.clock.now());
  await keepIndicatorRevisions(tx, ctx, { act: "created", indicators: [{ id, version: 1, content }] });
  await record(tx, ctx, "plan.indicator.continued", { planId, nodeId: node.id, indicatorId: id });
  return accept({ id });
}

async function join(
  ctx: Ctx,
  tx: Tx,
  { old, into }: { old: StoredIndicator; into: StoredIndicator },
): Promise<Result<{ id: string }>> {
  const fault = seriesFault(old, into);
  if (fault) return refuse(fault);
  const { id, planId, nodeId } = into;
  const actuals = joinedActuals(old.actuals, into.actuals);
  const changes = valueChanges(old.actuals, actuals).map((each) => ({ ...each, seriesId: old.seriesId }));
  const ground = { ...noGround, reason: "前の計画の指標を引き継いだため" };
  await lockSeries(tx, [old.seriesId]);
  await saveActualChanges(tx, ctx, { changes, ground });
  const version = await setSeries(tx, { id, seriesId: old.seriesId, at: ctx.clock.now() });
  await keepIndicatorRevisions(tx, ctx, {
    act: "edited",
    indicators: [{ id, version, content: { ...contentOf(into), actuals } }],
  });
  await record(tx, ctx, "plan.indicator.continued", { planId, nodeId, indicatorId: id });
  return accept({ id });
}

/** What people enter of an indicator, without its place. */
export function contentOf(indicator: StoredIndicator): IndicatorContent {
  const {
    id: _id,
    seriesId: _s,
    planId: _p,
    nodeId: _n,
    position: _at,
    version: _v,
    updatedAt: _on,
    ...is
  } = indicator;
  return is;
}

const notLinked: Refusal = {
  code: "notLinked",
  message: "この二つの施策は、対応づけられていません。",
  remedy: "先に、前の計画の施策と新しい計画の施策を対応づけてください。",
};

function alreadyContinued({ code, name }: StoredIndicator): Refusal {
  return {
    code: "alreadyContinued",
    message: `この指標は、新しい計画の「${code} ${name}」がもう引き継いでいます。`,
    remedy: "引き継ぐ指標を変えるときは、先に「引継ぎをやめる」を選んでください。",
  };
}
