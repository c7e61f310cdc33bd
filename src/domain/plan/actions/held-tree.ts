import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { RevisionAct } from "../labels.ts";
import { mayShapeTree } from "../permissions.ts";
import { staleNode, type NodeRefusal } from "../refusals.ts";
import { nodesById, type StoredNode } from "../store/nodes.ts";
import { levelsOf, lockPlan } from "../store/plans.ts";
import { isStale, keepRevisions } from "../store/revisions.ts";
import { keepStep } from "../store/steps.ts";
import { countUp, outlineOf, planOfNode, type OutlineNode } from "../store/tree.ts";
import type { TreeStep } from "../tree-step.ts";

/** The node that a person acts on, of the version that they saw. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** A tree held by a transaction, with the node in question when there is one. */
export interface HeldTree {
  readonly tx: Tx;
  readonly planId: string;
  readonly nodes: OutlineNode[];
  /** How many levels the plan has. */
  readonly levels: number;
}

/** The frame of every act on one node: permission, the tree held, the version compared. */
export async function shape<T>(
  ctx: Ctx,
  seen: Seen,
  act: (tree: HeldTree, node: StoredNode) => Promise<Result<T, NodeRefusal>>,
): Promise<Result<T, NodeRefusal>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  return ctx.transaction<Result<T, NodeRefusal>>(async (tx) => {
    const tree = await holdTreeOf(tx, seen.id);
    const [node] = await nodesById(tx, [seen.id]);
    if (!node) return gone();
    return (await isStale(tx, node, seen.version)) ? staleNode(node) : act(tree, node);
  });
}

export async function holdTreeOf(tx: Tx, nodeId: string): Promise<HeldTree> {
  const planId = await planOfNode(tx, nodeId);
  if (!planId) throw new NotFound();
  return holdTree(tx, planId);
}

export async function holdTree(tx: Tx, planId: string): Promise<HeldTree> {
  await lockPlan(tx, planId);
  const levels = await levelsOf(tx, planId);
  return { tx, planId, nodes: await outlineOf(tx, planId), levels: levels.length };
}

export async function revise(
  ctx: Ctx,
  { tx }: HeldTree,
  { ids, act }: { ids: readonly string[]; act: RevisionAct },
): Promise<void> {
  await countUp(tx, ids, ctx.clock.now());
  await keepRevisions(tx, ctx, { ids, act });
}

export async function finish(
  ctx: Ctx,
  { tx, planId }: HeldTree,
  { act, step }: { act: string; step: TreeStep },
): Promise<void> {
  const doneBy = personId(ctx.actor);
  if (doneBy) await keepStep(tx, { planId, step, doneBy, at: ctx.clock.now() });
  const target = step.kind === "renumbered" ? { nodes: step.changes.length } : { nodeId: step.id };
  await record(tx, ctx, act, { planId, ...target });
}

export function isTaken(nodes: readonly OutlineNode[], code: string): boolean {
  return code !== "" && nodes.some((node) => node.code === code);
}

export function gone(): Result<never, Refusal> {
  return refuse({
    code: "gone",
    message: "この項目は、ほかの人が削除しました。",
    remedy: "画面を開き直してください。",
  });
}

export function tooDeep(levels: number): Result<never, Refusal> {
  return refuse({
    code: "tooDeep",
    message: `この計画の階層は${levels}つまでです。`,
    remedy: "計画の設定で階層を増やすか、上の階層に加えてください。",
  });
}
