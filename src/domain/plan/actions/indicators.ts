import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { freeIndicatorCode } from "../code-pattern.ts";
import { fieldRefusal } from "../field-faults.ts";
import { indicatorFaults, tidiedIndicator, type IndicatorContent } from "../indicator.ts";
import { noGrounds, tidiedGrounds, type ValueGrounds } from "../indicators/grounds.ts";
import { noRemovalGrounds, removalFaults, tidiedRemoval, type RemovalGrounds } from "../indicators/removal.ts";
import { mayConfirmActuals, mayEditIndicators } from "../permissions.ts";
import { staleIndicator, takenCode, type IndicatorRefusal } from "../refusals.ts";
import { withDecidedTargets } from "../queries/decided-targets.ts";
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
import { lockSeries } from "../store/indicator-values.ts";
import { keepRemoval } from "../store/indicator-removals.ts";
import { lockPlan, planWhere } from "../store/plans.ts";
import { groundRefusal, storedGrounds } from "./value-grounds.ts";

/** Adds an indicator (成果指標) to a measure, as its last. */
export async function addIndicator(
  ctx: Ctx,
  input: { nodeId: string; content: IndicatorContent },
): Promise<Result<{ id: string; code: string }>> {
  return ctx.transaction(async (tx) => {
    const node = await heldNode(ctx, tx, input.nodeId);
    const codes = await indicatorCodes(tx, node.planId);
    const content = newContent(ctx, { node, codes, entered: tidiedIndicator(input.content) });
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

interface NewContent {
  readonly node: StoredNode;
  readonly codes: ReadonlyMap<string, string>;
  readonly entered: IndicatorContent;
}

/** Values of a new indicator stand only if the person may confirm them. */
function newContent(ctx: Ctx, { node, codes, entered }: NewContent): IndicatorContent {
  const mayConfirm = mayConfirmActuals(ctx.actor, { ...node, ownDivisionId: entered.divisionId });
  return {
    ...entered,
    code: entered.code === "" ? freeIndicatorCode(node.code, new Set(codes.keys())) : entered.code,
    actuals: mayConfirm ? entered.actuals : entered.actuals.map((actual) => ({ ...actual, state: "draft" })),
  };
}

interface IndicatorEdit {
  readonly id: string;
  readonly version: number;
  readonly content: IndicatorContent;
  readonly grounds?: ValueGrounds;
}

/**
 * Saves an indicator's whole content, of the version that the person saw. Whether an actual stands (確定) is not decided here: new
 * ones are drafts, and a confirmed one changes only with a reason. A target that was decided and published changes only with a
 * reason and on somebody's decision.
 */
export async function editIndicator(
  ctx: Ctx,
  input: IndicatorEdit,
): Promise<Result<{ version: number }, IndicatorRefusal>> {
  return ctx.transaction<Result<{ version: number }, IndicatorRefusal>>(async (tx) => {
    const indicator = await heldIndicator(ctx, tx, input.id);
    if (indicator.version !== input.version) return staleIndicator(indicator);
    const content = enteredContent(indicator, input.content);
    const faults = indicatorFaults(content);
    if (faults) return refuse(faults);
    const holder = (await indicatorCodes(tx, indicator.planId)).get(content.code);
    if (holder && holder !== indicator.id) return takenCode(content.code);
    const grounds = tidiedGrounds(input.grounds ?? noGrounds);
    const { id, name, planId } = indicator;
    const saves = [{ id, name, before: indicator, after: content }];
    const unsaid = await groundRefusal(ctx, tx, { planId, saves, grounds });
    if (unsaid) return refuse(unsaid);
    const version = await updateIndicator(tx, ctx, { before: indicator, content, grounds: storedGrounds(grounds) });
    await keepIndicatorRevisions(tx, ctx, { act: "edited", indicators: [{ id: indicator.id, version, content }] });
    await record(tx, ctx, "plan.indicator.edited", { planId: indicator.planId, indicatorId: indicator.id, version });
    return accept({ version });
  });
}

function enteredContent(before: StoredIndicator, input: IndicatorContent): IndicatorContent {
  const entered = tidiedIndicator(input);
  const stateIn = (year: number) => before.actuals.find((actual) => actual.year === year)?.state ?? "draft";
  return {
    ...entered,
    code: entered.code === "" ? before.code : entered.code,
    actuals: entered.actuals.map((actual) => ({ ...actual, state: stateIn(actual.year) })),
  };
}

interface IndicatorRemovalInput {
  readonly id: string;
  readonly version: number;
  readonly grounds?: RemovalGrounds;
}

/** Takes an indicator off its measure, with reason, decider and day where citizens read its target; `restoreIndicator` brings it back. */
export async function removeIndicator(ctx: Ctx, input: IndicatorRemovalInput): Promise<Result<null, IndicatorRefusal>> {
  return ctx.transaction<Result<null, IndicatorRefusal>>(async (tx) => {
    const indicator = await heldIndicator(ctx, tx, input.id);
    if (indicator.version !== input.version) return staleIndicator(indicator);
    const grounds = tidiedRemoval(input.grounds ?? noRemovalGrounds);
    const slug = (await planWhere(tx, "id", indicator.planId))?.slug ?? "";
    const isPublished = (await withDecidedTargets({ db: tx }, slug)).has(indicator.id);
    const unsaid = fieldRefusal(
      removalFaults({ name: indicator.name, isPublished, grounds, today: ctx.clock.today() }),
    );
    if (unsaid) return refuse(unsaid);
    await setRemoved(tx, indicator.id, ctx.clock.now());
    await keepRemoval(tx, ctx, indicator.id, grounds);
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
  await lockSeries(tx, [seen.seriesId]);
  const { isRemoved, ...indicator } = (await indicatorById(tx, id)) ?? seen;
  if (isRemoved) throw new NotFound();
  return indicator;
}
