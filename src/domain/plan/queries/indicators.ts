import type { Ctx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { indicatorGaps, type Actual, type Target } from "../indicator.ts";
import { judgements, type Judgement } from "../indicators/judgement.ts";
import type { IndicatorFault } from "../labels.ts";
import type { NodeDivisions } from "../permissions.ts";
import type { Plan } from "../plan.ts";
import { actualRevisions, indicatorRevisions, targetRevisions } from "../store/indicator-history.ts";
import type { IndicatorRevision, TargetRevision, ValueRevision } from "../store/indicator-history.ts";
import { indicatorNamesOf, type IndicatorName } from "../store/indicator-names.ts";
import { indicatorsOfPlan, type StoredIndicator } from "../store/indicators.ts";
import { removalsOf, type IndicatorRemoval } from "../store/indicator-removals.ts";
import { nodesOfPlan } from "../store/nodes.ts";
import { setTargetsIn, targetSetsIn } from "../store/target-sets.ts";
import { bareTarget, type TargetSet } from "../target-set.ts";
import { inOrder } from "../tree.ts";

/** A measure (施策) as the register names it. */
export interface RegisterMeasure extends NodeDivisions {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** A line of the register (指標台帳). */
export interface RegisterLine {
  readonly indicator: StoredIndicator;
  readonly measure: RegisterMeasure;
  /** Who answers for its values: its own division, else its measure's. */
  readonly divisionId: string | null;
  readonly gaps: readonly IndicatorFault[];
  /** The latest year that could be judged by its method. */
  readonly latest: Judgement | undefined;
}

/** All indicators of a plan in reading order of their measures. */
export async function indicatorRegister(ctx: Ctx, plan: Pick<Plan, "id" | "startYear">): Promise<RegisterLine[]> {
  const nodes = inOrder(await nodesOfPlan(ctx.db, plan.id));
  const places = new Map(nodes.map((node, order) => [node.id, { node, order }]));
  const lines = (await indicatorsOfPlan(ctx.db, plan.id)).flatMap((indicator) => {
    const place = places.get(indicator.nodeId);
    return place ? [{ indicator, ...place }] : [];
  });
  return lines
    .sort((one, other) => one.order - other.order || one.indicator.position - other.indicator.position)
    .map(({ indicator, node: { id, code, title, divisionId, relatedDivisionIds } }) => ({
      indicator,
      measure: { id, code, title, divisionId, relatedDivisionIds },
      divisionId: indicator.divisionId ?? divisionId,
      gaps: indicatorGaps(indicator),
      latest: judgements(indicator, plan.startYear).find(({ attainment }) => attainment.kind === "known"),
    }));
}

/** What indicators are called, removed ones among them. */
export async function indicatorNames(ctx: Ctx, ids: readonly string[]): Promise<IndicatorName[]> {
  return ids.length === 0 ? [] : indicatorNamesOf(ctx.db, ids);
}

/** Everything that ever changed of an indicator. */
export interface IndicatorHistory {
  readonly definitions: readonly IndicatorRevision[];
  readonly targets: readonly TargetRevision[];
  readonly actuals: readonly ValueRevision<Actual>[];
  readonly removals: readonly IndicatorRemoval[];
}

export async function indicatorHistory(
  ctx: Ctx,
  { id, seriesId }: Pick<StoredIndicator, "id" | "seriesId">,
): Promise<IndicatorHistory> {
  return {
    definitions: await indicatorRevisions(ctx.db, id),
    targets: await targetRevisions(ctx.db, id),
    actuals: await actualRevisions(ctx.db, seriesId),
    removals: await removalsOf(ctx.db, id),
  };
}

/** A set with how many indicators aim at something in it. */
export interface TargetSetLine extends TargetSet {
  readonly indicators: number;
}

/** The sets of targets (目標の組) of a plan besides its own. */
export async function otherTargetSets(ctx: Ctx, planId: string): Promise<TargetSetLine[]> {
  return (await otherSetsWithTargets(ctx, planId)).map(({ set, targets }) => ({ ...set, indicators: targets.size }));
}

/** A set of targets with what it aims at, by indicator. */
export interface SetWithTargets {
  readonly set: TargetSet;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
}

export async function otherSetsWithTargets(ctx: Ctx, planId: string): Promise<SetWithTargets[]> {
  const found: SetWithTargets[] = [];
  for (const set of await otherSets(ctx, planId)) found.push({ set, targets: await targetsByIndicator(ctx, set.id) });
  return found;
}

async function otherSets(ctx: Ctx, planId: string): Promise<TargetSet[]> {
  return (await targetSetsIn(ctx.db, planId)).filter(({ kind }) => kind !== "plan");
}

async function targetsByIndicator(ctx: Ctx, setId: string): Promise<ReadonlyMap<string, readonly Target[]>> {
  const groups = grouped(await setTargetsIn(ctx.db, setId), ({ indicatorId }) => indicatorId);
  return new Map([...groups].map(([indicatorId, members]) => [indicatorId, members.map(bareTarget)]));
}

/** A set with its targets by indicator; NotFound where the plan has no such set. */
export async function targetSetPage(
  ctx: Ctx,
  { planId, setId }: { readonly planId: string; readonly setId: string },
): Promise<{ readonly set: TargetSet; readonly targets: ReadonlyMap<string, readonly Target[]> }> {
  const set = isId(setId) ? (await otherSets(ctx, planId)).find(({ id }) => id === setId) : undefined;
  if (!set) throw new NotFound();
  return { set, targets: await targetsByIndicator(ctx, setId) };
}

/** What other sets aim at with an indicator. */
export async function otherTargets(
  ctx: Ctx,
  { id, planId }: Pick<StoredIndicator, "id" | "planId">,
): Promise<{ readonly set: TargetSet; readonly targets: readonly Target[] }[]> {
  return (await otherSetsWithTargets(ctx, planId)).flatMap(({ set, targets }) => {
    const own = targets.get(id);
    return own ? [{ set, targets: own }] : [];
  });
}
