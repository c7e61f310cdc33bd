import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { mayShapeTree } from "../permissions.ts";
import type { NodeRefusal } from "../refusals.ts";
import { withDecidedTargets } from "../queries/decided-targets.ts";
import { indicatorsOfNodes, type StoredIndicator } from "../store/indicators.ts";
import { planWhere } from "../store/plans.ts";
import { keepRevisions } from "../store/revisions.ts";
import { countUp, markRemoved, removedBranch, savePlaces, takenIndicatorCodes, unmarkRemoved } from "../store/tree.ts";
import { branchOf, changedPlaces, inserted, without } from "../tree.ts";
import { finish, holdTreeOf, shape, tooDeep, type HeldTree, type Seen } from "./held-tree.ts";

/**
 * Removes a branch with its indicators; `restoreNode` brings all of it back. One whose published target citizens read is first taken
 * off by itself, with its reason.
 */
export async function removeNode(ctx: Ctx, input: Seen): Promise<Result<{ removed: number }, NodeRefusal>> {
  return shape(ctx, input, async (tree, node) => {
    const published = await publishedIndicators(tree, node.id);
    if (published.length > 0) return stillPublished(published);
    const removed = await takeAway(ctx, tree, node.id);
    await finish(ctx, tree, { act: "plan.node.removed", step: { kind: "removed", id: node.id } });
    return accept({ removed });
  });
}

async function publishedIndicators({ tx, planId, nodes }: HeldTree, id: string): Promise<StoredIndicator[]> {
  const indicators = await indicatorsOfNodes(tx, [...branchOf(nodes, id)]);
  if (indicators.length === 0) return [];
  const decided = await withDecidedTargets({ db: tx }, (await planWhere(tx, "id", planId))?.slug ?? "");
  return indicators.filter((indicator) => decided.has(indicator.id));
}

const namedAtMost = 3;

function stillPublished(indicators: readonly StoredIndicator[]): Result<never, NodeRefusal> {
  const names = indicators.slice(0, namedAtMost).map(({ code, name }) => `「${code} ${name}」`);
  const more = indicators.length > namedAtMost ? `など${indicators.length}件` : "";
  return refuse({
    code: "publishedTargets",
    message: `この項目には、目標値を公表した指標${names.join("")}${more}があるので、削除できません。`,
    remedy: "先にそれぞれの指標のページで、理由・決めた会議や役職・決めた日を入力して指標を削除してください。",
  });
}

/** Marks a branch removed, closes the gap and keeps a revision of every node in it. */
export async function takeAway(ctx: Ctx, { tx, nodes }: HeldTree, id: string): Promise<number> {
  const ids = [...branchOf(nodes, id)];
  await countUp(tx, ids, ctx.clock.now());
  await keepRevisions(tx, ctx, { ids, act: "removed" });
  await markRemoved(tx, { root: id, ids, at: ctx.clock.now() });
  await savePlaces(tx, changedPlaces(nodes, without(nodes, id)));
  return ids.length;
}

/** Brings a removed branch back where it was; a code that others took meanwhile is left empty. */
export async function restoreNode(ctx: Ctx, input: { id: string }): Promise<Result<{ restored: number }>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  return ctx.transaction(async (tx) => {
    const tree = await holdTreeOf(tx, input.id);
    const restored = await bringBack(ctx, tree, input.id);
    if (restored.ok) await record(tx, ctx, "plan.node.restored", { planId: tree.planId, nodeId: input.id });
    return restored;
  });
}

export async function bringBack(
  ctx: Ctx,
  { tx, nodes, levels }: HeldTree,
  id: string,
): Promise<Result<{ restored: number }>> {
  const branch = await removedBranch(tx, id);
  const [root] = branch;
  if (!root)
    return refuse({
      code: "notRemoved",
      message: "この項目は削除されていません。",
      remedy: "画面を開き直してください。",
    });
  const parent = nodes.find((node) => node.id === root.parentId);
  if (root.parentId !== null && !parent)
    return refuse({
      code: "parentGone",
      message: "上の項目が削除されているので、戻せません。",
      remedy: "先に上の項目を元に戻してください。",
    });
  const taken = await takenIndicatorCodes(tx, id);
  if (taken.length > 0)
    return refuse({
      code: "takenCode",
      message: `指標の番号（${taken.join("、")}）が使われています。`,
      remedy: "ほかの指標の番号を変えてから、元に戻してください。",
    });
  const deeper = (parent?.depth ?? 0) + 1 - root.depth; // the parent may have moved meanwhile
  const deepest = Math.max(...branch.map((node) => node.depth)) + deeper;
  if (deepest > levels) return tooDeep(levels);
  const codes = new Set(nodes.map((node) => node.code));
  const back = branch.map((node) => ({
    ...node,
    depth: node.depth + deeper,
    code: codes.has(node.code) ? "" : node.code,
  }));
  await unmarkRemoved(tx, id);
  const grown = inserted([...nodes, ...back.slice(1)], back[0] ?? root, root.position);
  await savePlaces(tx, changedPlaces([...nodes, ...branch], grown));
  const ids = branch.map((node) => node.id);
  await countUp(tx, ids, ctx.clock.now());
  await keepRevisions(tx, ctx, { ids, act: "restored" });
  return accept({ restored: ids.length });
}
