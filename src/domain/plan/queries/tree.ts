import { wordsOf } from "#kernel/folding.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { NotFound } from "#kernel/result.ts";
import { missingOf, type NodeLine } from "../checks.ts";
import type { Missing } from "../labels.ts";
import { sealOf } from "../renumbering-seal.ts";
import { linesOf, nodesMatching } from "../store/lines.ts";
import { levelsOf } from "../store/plans.ts";
import { outlineOf, planOfNode, type OutlineNode } from "../store/tree.ts";
import { inOrder, renumbering, type Recoding } from "../tree.ts";
import type { PlanWithLevels } from "./plans.ts";

/** A line of the tree; what is missing is told of measures only. */
export interface TreeLine extends NodeLine {
  readonly missing: readonly Missing[];
}

/** The children of a node (of the plan when null), in order: branches load when they are opened. */
export async function treeChildren(ctx: Ctx, planId: string, parentId: string | null): Promise<TreeLine[]> {
  const lines = await linesOf(ctx.db, planId, { parentId });
  const levels = await levelsOf(ctx.db, planId);
  const withPage = new Set(levels.filter((level) => level.hasPage).map((level) => level.depth));
  return lines.map((line) => ({ ...line, missing: withPage.has(line.depth) ? missingOf(line) : [] }));
}

/** Every measure (施策) of the plan in reading order, with what its page lacks. */
export async function listMeasures(ctx: Ctx, plan: PlanWithLevels): Promise<TreeLine[]> {
  const depths = new Set(plan.levels.filter((level) => level.hasPage).map((level) => level.depth));
  const lines = inOrder(await linesOf(ctx.db, plan.id)).filter((line) => depths.has(line.depth));
  return lines.map((line) => ({ ...line, missing: missingOf(line) }));
}

/** A node as a step of a path. */
export interface PathNode {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly depth: number;
}

/** The way from the top to a node, the node itself last. */
export async function treePath(ctx: Ctx, nodeId: string): Promise<PathNode[]> {
  const planId = await planOfNode(ctx.db, nodeId);
  const nodes = planId ? await outlineOf(ctx.db, planId) : [];
  const path = pathIn(nodes, nodeId);
  if (path.length === 0) throw new NotFound();
  return path;
}

/** The same way within a tree that is already read. */
export function pathIn(nodes: readonly OutlineNode[], nodeId: string): PathNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path: PathNode[] = [];
  for (let node = byId.get(nodeId); node; node = byId.get(node.parentId ?? "")) {
    path.unshift({ id: node.id, code: node.code, title: node.title, depth: node.depth });
  }
  return path;
}

/** The whole tree in reading order, without texts. */
export async function planOutline(ctx: Ctx, planId: string): Promise<OutlineNode[]> {
  return inOrder(await outlineOf(ctx.db, planId));
}

/** Nodes whose number, name or keyword holds all the words, at most `limit`. */
export async function searchNodes(ctx: Ctx, planId: string, { words, limit = 50 }: { words: string; limit?: number }) {
  const parts = wordsOf(words);
  return parts.length === 0 ? [] : nodesMatching(ctx.db, { planId, words: parts, limit });
}

/** What renumbering would change, with the seal that `renumber` asks for as `codes`. */
export interface RenumberingPreview {
  readonly changes: readonly (Recoding & { readonly title: string })[];
  readonly codes: string;
}

export async function previewRenumbering(ctx: Ctx, planId: string): Promise<RenumberingPreview> {
  const nodes = await outlineOf(ctx.db, planId);
  const changes = renumbering(nodes, await levelsOf(ctx.db, planId));
  const titles = new Map(nodes.map((node) => [node.id, node.title]));
  return {
    changes: changes.map((change) => ({ ...change, title: titles.get(change.id) ?? "" })),
    codes: sealOf(changes),
  };
}
