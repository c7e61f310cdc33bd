import type { Ctx } from "#domain/audit/index.ts";
import { codeByPattern } from "../code-pattern.ts";
import { planById, type PlanWithLevels } from "../queries/plans.ts";
import { indicatorsOfPlan } from "../store/indicators.ts";
import type { StoredNode } from "../store/nodes.ts";
import { wasPlanPublished } from "../queries/publications.ts";
import { branchesOf, oldContent, rebasingSeal } from "./content.ts";
import {
  rebasingDraft,
  targetsOutside,
  type DraftNode,
  type OutsideTarget,
  type RebasingDraft,
  type RebasingOrder,
} from "./draft.ts";
import { rebasingThatMade } from "./store.ts";
import type { Branch } from "../actions/branches.ts";
import type { Period } from "#kernel/period.ts";

/** What a re-basing will be, as its preview shows it. */
export interface RebasingPreview {
  readonly draft: RebasingDraft;
  readonly old: readonly StoredNode[];
  /** The new tree in reading order, with the codes it will have. */
  readonly outline: readonly OutlineLine[];
  /** How many nodes each new level gets, from the top. */
  readonly levels: readonly number[];
  readonly indicators: number;
  readonly targets: number;
  readonly sdgs: number;
  /** Old indicators whose measure ends or stays behind; their values stay in the old plan. */
  readonly indicatorsLeft: number;
  /** What `rebasePlan` asks for. */
  readonly seal: string;
}

/** A node of the new plan as its preview names it. */
export interface OutlineLine {
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly fromId: string | null;
}

export async function previewRebasing(ctx: Ctx, plan: PlanWithLevels, order: RebasingOrder): Promise<RebasingPreview> {
  const old = await oldContent(ctx.db, plan);
  const draft = rebasingDraft(old.nodes, order);
  const branches = flat(branchesOf(draft, { old, order, idOf: (key) => key }));
  const indicators = branches.flatMap((branch) => branch.indicators ?? []);
  const outline = outlineOf(draft.nodes, { order, depth: 1, parentCode: "" });
  return {
    draft,
    old: old.nodes,
    outline,
    levels: order.levels.map((_, index) => outline.filter(({ depth }) => depth === index + 1).length),
    indicators: indicators.length,
    targets: indicators.flatMap((each) => each.targets).length,
    sdgs: branches.flatMap((branch) => branch.sdgs ?? []).length,
    indicatorsLeft: old.indicators.length - indicators.length,
    seal: rebasingSeal(old, order),
  };
}

function flat(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...flat(branch.children ?? [])]);
}

function outlineOf(
  nodes: readonly DraftNode[],
  { order, depth, parentCode }: { order: RebasingOrder; depth: number; parentCode: string },
): OutlineLine[] {
  const pattern = order.levels[depth - 1]?.codePattern ?? "";
  return nodes.flatMap(({ title, fromId, children }, index) => {
    const code = pattern === "" ? "" : codeByPattern(pattern, parentCode, index + 1);
    return [{ depth, code, title, fromId }, ...outlineOf(children, { order, depth: depth + 1, parentCode: code })];
  });
}

/** How a plan was made from another one, and whether that can still be taken back. */
export interface RebasingState {
  readonly from: PlanWithLevels;
  readonly doneAt: Date;
  readonly canUndo: boolean;
}

/** Undefined for a plan that was not made by re-basing. */
export async function rebasingOf(ctx: Ctx, plan: PlanWithLevels): Promise<RebasingState | undefined> {
  const rebasing = await rebasingThatMade(ctx.db, plan.id);
  if (!rebasing) return undefined;
  const from = await planById(ctx, rebasing.fromPlanId);
  return { from, doneAt: rebasing.doneAt, canUndo: !(await wasPlanPublished(ctx.db, plan)) };
}

/** Targets of a plan that fall outside a period: its own, or one that somebody is about to give it. */
export async function outsideTargets(ctx: Ctx, planId: string, period: Period): Promise<OutsideTarget[]> {
  return targetsOutside(await indicatorsOfPlan(ctx.db, planId), period);
}
