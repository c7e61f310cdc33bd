import { personId, type Ctx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { planById, type PlanWithLevels } from "../queries/plans.ts";
import { indicatorsOfPlan, type StoredIndicator } from "../store/indicators.ts";
import { outlineOf, type OutlineNode } from "../store/tree.ts";
import { inOrder } from "../tree.ts";
import {
  contradictionsOf,
  isPair,
  progressOfLineage,
  type ContradictedLink,
  type LineageLink,
  type LineagePair,
  type LineageProgress,
} from "./lineage.ts";
import { lastLineageStep, linksOf } from "./store.ts";

/** A node of one of the two trees, with the links that speak of it. */
export interface LineageNode extends OutlineNode {
  readonly levelName: string;
  readonly isMeasure: boolean;
  readonly links: readonly LineageLink[];
}

/** Both trees beside each other with what is known of where the old went (対応表). */
export interface LineageBoard {
  readonly plan: PlanWithLevels;
  /** Undefined until the plan names the one before it. */
  readonly predecessor: PlanWithLevels | undefined;
  /** In reading order. */
  readonly old: readonly LineageNode[];
  readonly new: readonly LineageNode[];
  /** In the reading order of the old plan, then of the new; what is new comes last. */
  readonly links: readonly LineageLink[];
  readonly contradictions: readonly ContradictedLink[];
  readonly progress: LineageProgress;
  /** Whether this person has an act on the lineage to take back. */
  readonly canUndo: boolean;
}

export async function lineageBoard(ctx: Ctx, plan: PlanWithLevels): Promise<LineageBoard> {
  const predecessor = plan.predecessorId === null ? undefined : await planById(ctx, plan.predecessorId);
  const olds = predecessor ? inOrder(await outlineOf(ctx.db, predecessor.id)) : [];
  const news = inOrder(await outlineOf(ctx.db, plan.id));
  const known = new Set(olds.map((node) => node.id));
  const stored = (await linksOf(ctx.db, plan.id)).filter(
    (link) => link.oldNodeId === null || known.has(link.oldNodeId),
  );
  const links = inReadingOrder(stored, [...olds, ...news]);
  const old = linked(
    olds,
    predecessor,
    grouped(links, (link) => link.oldNodeId),
  );
  const fresh = linked(
    news,
    plan,
    grouped(links, (link) => link.newNodeId),
  );
  return {
    plan,
    predecessor,
    old,
    new: fresh,
    links,
    contradictions: contradictionsOf(links),
    progress: progressOfLineage(links, { old: measureIds(old), new: measureIds(fresh) }),
    canUndo: (await lastLineageStep(ctx.db, plan.id, personId(ctx.actor))) !== undefined,
  };
}

function inReadingOrder(links: readonly LineageLink[], nodes: readonly OutlineNode[]): LineageLink[] {
  const places = new Map(nodes.map((node, index) => [node.id, index]));
  const at = (id: string | null) => places.get(id ?? "") ?? places.size;
  return links.toSorted((a, b) => at(a.oldNodeId) - at(b.oldNodeId) || at(a.newNodeId) - at(b.newNodeId));
}

function linked(
  nodes: readonly OutlineNode[],
  plan: PlanWithLevels | undefined,
  links: ReadonlyMap<string | null, readonly LineageLink[]>,
): LineageNode[] {
  const levels = new Map(plan?.levels.map((level) => [level.depth, level]));
  return nodes.map((node) => ({
    ...node,
    levelName: levels.get(node.depth)?.name ?? "",
    isMeasure: levels.get(node.depth)?.hasPage ?? false,
    links: links.get(node.id) ?? [],
  }));
}

function measureIds(nodes: readonly LineageNode[]): string[] {
  return nodes.filter((node) => node.isMeasure).map((node) => node.id);
}

/** An indicator of the old plan whose measure goes on, and what of the new plan continues it or could. */
export interface SeriesOffer {
  readonly pair: LineagePair;
  readonly old: StoredIndicator;
  readonly heir: StoredIndicator | undefined;
  /** Indicators of the linked new measure that continue nothing yet. */
  readonly candidates: readonly StoredIndicator[];
}

/** The indicators that linked measures offer to continue, in the order of the links. */
export async function seriesOffers(ctx: Ctx, board: LineageBoard): Promise<SeriesOffer[]> {
  if (!board.predecessor) return [];
  const old = grouped(await indicatorsOfPlan(ctx.db, board.predecessor.id), (each) => each.nodeId);
  const own = await indicatorsOfPlan(ctx.db, board.plan.id);
  const heirs = new Map(own.map((each) => [each.seriesId, each]));
  const inherited = new Set([...old.values()].flat().map((each) => each.seriesId));
  return board.links.filter(isPair).flatMap((pair) =>
    (old.get(pair.oldNodeId) ?? []).map((each) => ({
      pair,
      old: each,
      heir: heirs.get(each.seriesId),
      candidates: own.filter((one) => one.nodeId === pair.newNodeId && !inherited.has(one.seriesId)),
    })),
  );
}
