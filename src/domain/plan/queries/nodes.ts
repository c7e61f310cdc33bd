import type { Ctx, Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { PlanLevel } from "../plan.ts";
import type { SdgLink } from "../sdg-links.ts";
import { indicatorById, indicatorsOfNodes, type StoredIndicator } from "../store/indicators.ts";
import { nodesById, nodesOfPlan, type StoredNode } from "../store/nodes.ts";
import {
  lastSaver,
  revisionContent,
  revisionsOf,
  type Revision,
  type RevisionWithContent,
} from "../store/revisions.ts";
import { mayShapeTree } from "../permissions.ts";
import { listingPlaces } from "../listing.ts";
import { placesOf, repeatsOf } from "../store/listings.ts";
import { sdgLinksOf } from "../store/sdgs.ts";
import { outlineOf } from "../store/tree.ts";
import type { NodeContent } from "../node.ts";
import { inOrder } from "../tree.ts";
import { planById, type PlanWithLevels } from "./plans.ts";
import { pathIn, type PathNode } from "./tree.ts";

/** Everything the staff page of a node shows. */
export interface NodePage {
  readonly node: StoredNode;
  readonly plan: PlanWithLevels;
  readonly level: PlanLevel;
  /** From the top down to the parent. */
  readonly above: readonly PathNode[];
  /** Before and behind it among the nodes of the same level, in reading order. */
  readonly previous: PathNode | undefined;
  readonly next: PathNode | undefined;
  readonly children: readonly PathNode[];
  /** 再掲: where else it is listed, which others are listed under it, and where those who shape the tree could list it. */
  readonly alsoUnder: readonly PathNode[];
  readonly repeated: readonly PathNode[];
  readonly listingPlaces: readonly PathNode[];
  readonly sdgs: readonly SdgLink[];
  readonly indicators: readonly StoredIndicator[];
  readonly lastSave: Revision | undefined;
}

/** A node with its surroundings; NotFound for an unknown or removed one. */
export async function nodePage(ctx: Ctx, nodeId: string): Promise<NodePage> {
  const node = await liveNode(ctx, nodeId);
  const plan = await planById(ctx, node.planId);
  const level = plan.levels.find((each) => each.depth === node.depth);
  if (!level) throw new NotFound();
  const outline = inOrder(await outlineOf(ctx.db, plan.id));
  const peers = outline.filter((each) => each.depth === node.depth);
  const here = peers.findIndex((each) => each.id === node.id);
  const under = new Set(await placesOf(ctx.db, node.id));
  const repeated = new Set((await repeatsOf(ctx.db, [node.id])).get(node.id));
  return {
    node,
    plan,
    level,
    above: pathIn(outline, node.id).slice(0, -1),
    previous: peers[here - 1],
    next: peers[here + 1],
    children: outline.filter((each) => each.parentId === node.id),
    alsoUnder: outline.filter((each) => under.has(each.id)),
    repeated: outline.filter((each) => repeated.has(each.id)),
    listingPlaces: mayShapeTree(ctx.actor) ? listingPlaces(outline, node.id).filter((each) => !under.has(each.id)) : [],
    sdgs: (await sdgLinksOf(ctx.db, [node.id])).get(node.id) ?? [],
    indicators: await indicatorsOfNodes(ctx.db, [node.id]),
    lastSave: await lastSaver(ctx.db, node.id),
  };
}

async function liveNode(ctx: Ctx, nodeId: string): Promise<StoredNode> {
  const [node] = isId(nodeId) ? await nodesById(ctx.db, [nodeId]) : [];
  if (!node) throw new NotFound();
  return node;
}

/** All saved states of a node, the newest first. */
export async function nodeRevisions(ctx: Ctx, nodeId: string): Promise<RevisionWithContent[]> {
  return revisionsOf(ctx.db, (await liveNode(ctx, nodeId)).id);
}

/** A node's content as it stood at a version; what a stale save began from. */
export async function nodeContentAt(ctx: Ctx, nodeId: string, number: number): Promise<NodeContent | undefined> {
  return (await revisionContent(ctx.db, nodeId, number))?.content;
}

/** Every node of a plan with its content, in reading order. */
export async function planNodes(ctx: Ctx, planId: string): Promise<StoredNode[]> {
  return inOrder(await nodesOfPlan(ctx.db, planId));
}

/** A node as it stands in a transaction of another subject; undefined for an unknown or removed one. */
export async function nodeIn(tx: Tx, id: string): Promise<StoredNode | undefined> {
  return (await nodesById(tx, [id]))[0];
}

/** An indicator that is not removed. */
export async function indicatorPage(ctx: Ctx, id: string): Promise<StoredIndicator> {
  const indicator = isId(id) ? await indicatorById(ctx.db, id) : undefined;
  if (!indicator || indicator.isRemoved) throw new NotFound();
  return indicator;
}

/** The divisions in charge (主管課) of some nodes, of whichever plan. */
export async function nodeDivisions(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const nodes = await nodesById(ctx.db, ids);
  return new Map(nodes.map(({ id, divisionId }) => [id, divisionId]));
}
