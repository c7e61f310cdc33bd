import { record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { tidiedTargets, type Target } from "../indicator.ts";
import { valueChanges } from "../indicators/changes.ts";
import { noGrounds, tidiedGrounds, type ValueGrounds } from "../indicators/grounds.ts";
import { bareTarget } from "../target-set.ts";
import { targetFaults, targetSetFaults, type TargetSetEntry } from "../indicators/target-sets.ts";
import { mayEditIndicators, mayManageTargetSets } from "../permissions.ts";
import { replaceTargets } from "../store/indicator-values.ts";
import { indicatorsById } from "../store/indicators.ts";
import { nodesById } from "../store/nodes.ts";
import { lockPlan } from "../store/plans.ts";
import { groundRefusal, storedGrounds } from "./value-grounds.ts";
import { insertTargetSet, setTargetsIn, targetSetsIn } from "../store/target-sets.ts";

/** Makes a set of targets (目標の組) for a strategy, a grant or the SDGs beside the plan's own. */
export async function createTargetSet(
  ctx: Ctx,
  { planId, entry }: { readonly planId: string; readonly entry: TargetSetEntry },
): Promise<Result<{ id: string }>> {
  permit(mayManageTargetSets(ctx.actor), mayManageTargetSets.sentence);
  return ctx.transaction(async (tx) => {
    await lockPlan(tx, planId);
    const tidied = { ...entry, name: entry.name.trim() };
    const faults = targetSetFaults(tidied);
    if (faults) return refuse(faults);
    const isTaken = (await targetSetsIn(tx, planId)).some((set) => set.name === tidied.name);
    if (isTaken)
      return refuse({
        code: "takenName",
        message: "同じ名前の目標の組があります。",
        fields: { name: "ほかの名前にしてください。" },
      });
    const id = newId();
    await insertTargetSet(tx, { ...tidied, id, planId });
    await record(tx, ctx, "plan.targetSet.created", { planId, targetSetId: id });
    return accept({ id });
  });
}

interface TargetsInput {
  readonly planId: string;
  readonly setId: string;
  readonly indicatorId: string;
  /** What stood there when the page was made. */
  readonly seen: readonly Target[];
  readonly targets: readonly Target[];
  readonly grounds?: ValueGrounds;
}

/** Puts an indicator's targets of a set (not the plan's own) in the place of those the person saw, and keeps what changed and why. */
export async function saveTargets(ctx: Ctx, input: TargetsInput): Promise<Result<{ changed: number }>> {
  const { planId, setId, indicatorId } = input;
  return ctx.transaction(async (tx) => {
    await lockPlan(tx, planId);
    const set = (await targetSetsIn(tx, planId)).find(({ id, kind }) => id === setId && kind !== "plan");
    const [indicator] = await indicatorsById(tx, planId, [indicatorId]);
    const [node] = indicator ? await nodesById(tx, [indicator.nodeId]) : [];
    if (!set || !indicator || !node) throw new NotFound();
    permit(mayEditIndicators(ctx.actor, node), mayEditIndicators.sentence);
    const stored = (await setTargetsIn(tx, setId)).filter((each) => each.indicatorId === indicatorId).map(bareTarget);
    if (valueChanges(input.seen, stored).length > 0) return refuse(changedMeanwhile);
    const targets = tidiedTargets(input.targets);
    const grounds = tidiedGrounds(input.grounds ?? noGrounds);
    const values = { before: { targets: stored, actuals: [] }, after: { targets, actuals: [] } };
    const saves = [{ id: indicatorId, name: indicator.name, targetSetId: setId, ...values }];
    const faults =
      targetFaults(targets, { indicator, set }) ?? (await groundRefusal(ctx, tx, { planId, saves, grounds }));
    if (faults) return refuse(faults);
    const changed = await replaceTargets(tx, ctx, {
      indicatorId,
      targetSetId: setId,
      before: stored,
      after: targets,
      ground: storedGrounds(grounds).targets,
    });
    await record(tx, ctx, "plan.targets.saved", { planId, targetSetId: setId, indicatorId });
    return accept({ changed });
  });
}

const changedMeanwhile = {
  code: "stale",
  message: "開いている間に、ほかの人がこの目標値を変えました。",
  remedy: "ページを開き直して、今の目標値を確かめてから、もう一度入力してください。",
};
