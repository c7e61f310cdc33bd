import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { publishedLineage } from "../lineage/origins.ts";
import type { IndicatorSnapshot, NodeSnapshot, PlanSnapshot } from "../snapshot.ts";
import { indicatorsOfPlan, type StoredIndicator } from "../store/indicators.ts";
import { removedWithReason } from "../store/indicator-removals.ts";
import { nodesOfPlan, type StoredNode } from "../store/nodes.ts";
import { grouped } from "#kernel/grouped.ts";
import { repeatsOf } from "../store/listings.ts";
import { sdgGapNotesOf, sdgLinksOf } from "../store/sdgs.ts";
import { inOrder } from "../tree.ts";
import { otherSetsWithTargets } from "./indicators.ts";
import { planById } from "./plans.ts";

type Division = Awaited<ReturnType<typeof divisionsOn>>[number];

/** The whole plan as it stands now, as one value that can go public: no person, divisions as they are called today. */
export async function planSnapshot(ctx: Ctx, planId: string): Promise<PlanSnapshot> {
  const plan = await planById(ctx, planId);
  const { id, slug, kind, name, vision, summary, startYear, endYear, levels } = plan;
  const nodes = inOrder(await nodesOfPlan(ctx.db, planId));
  const ids = nodes.map((node) => node.id);
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map((division) => [division.id, division]));
  const indicators = grouped(await indicatorsOfPlan(ctx.db, planId), (each) => each.nodeId);
  const sdgs = await sdgLinksOf(ctx.db, ids);
  const repeats = await repeatsOf(ctx.db, ids);
  const setsOf = await targetSetSnapshots(ctx, planId);
  const { predecessor, originsOf, endings } = await publishedLineage(ctx, plan);
  return {
    plan: { id, slug, kind, name, vision, summary, startYear, endYear },
    levels: levels.map(({ depth, name: levelName, hasPage }) => ({ depth, name: levelName, hasPage })),
    nodes: nodes.map((node, order) => ({
      ...nodeSnapshot(node, divisions),
      order,
      sdgs: (sdgs.get(node.id) ?? []).map((link) => ({ ...link, targets: [...link.targets] })),
      repeats: repeats.get(node.id) ?? [],
      origins: originsOf(node.id),
      indicators: (indicators.get(node.id) ?? []).map((each) => ({
        ...indicatorSnapshot(each, divisions),
        targetSets: setsOf(each.id),
      })),
    })),
    sdgGapNotes: await sdgGapNotesOf(ctx.db, planId),
    predecessor,
    removedIndicators: await removedWithReason(ctx.db, planId),
    endings: [...endings],
  };
}

function nodeSnapshot(
  node: StoredNode,
  divisions: ReadonlyMap<string, Division>,
): Omit<NodeSnapshot, "order" | "sdgs" | "repeats" | "origins" | "indicators"> {
  const division = divisions.get(node.divisionId ?? "");
  return {
    id: node.id,
    parentId: node.parentId,
    depth: node.depth,
    code: node.code,
    title: node.title,
    keyword: node.keyword,
    isPriority: node.isPriority,
    division: division ? { name: division.path, phone: division.phone, email: division.email } : null,
    relatedDivisions: node.relatedDivisionIds.flatMap((id) => divisions.get(id)?.path ?? []).sort(),
    fields: { ...node.fields },
    relatedPlans: node.relatedPlans.map((plan) => ({ ...plan })),
    terms: node.terms.map((term) => ({ ...term })),
  };
}

/** What the sets beside the plan's own aim at with an indicator (by id); a set that aims at nothing with it is left out. */
async function targetSetSnapshots(
  ctx: Ctx,
  planId: string,
): Promise<(indicatorId: string) => IndicatorSnapshot["targetSets"]> {
  const sets = await otherSetsWithTargets(ctx, planId);
  return (indicatorId) =>
    sets.flatMap(({ set: { id, kind, name }, targets }) => {
      const own = targets.get(indicatorId) ?? [];
      return kind === "plan" || own.length === 0 ? [] : [{ id, kind, name, targets: own.map((each) => ({ ...each })) }];
    });
}

/** An indicator as it goes public: only confirmed actuals. */
function indicatorSnapshot(
  indicator: StoredIndicator,
  divisions: ReadonlyMap<string, Division>,
): Omit<IndicatorSnapshot, "targetSets"> {
  const {
    planId: _plan,
    nodeId: _node,
    seriesId: _series,
    position: _position,
    version: _version,
    updatedAt: _at,
    divisionId,
    targets,
    actuals,
    ...shown
  } = indicator;
  return {
    ...shown,
    division: divisions.get(divisionId ?? "")?.path ?? "",
    baseline: { ...shown.baseline },
    targets: targets.map((target) => ({ ...target })),
    actuals: actuals.filter(({ state }) => state === "confirmed").map(({ state: _state, ...actual }) => actual),
  };
}
