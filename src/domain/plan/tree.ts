import { accept, refuse, type Result } from "#kernel/result.ts";
import { codeByPattern } from "./code-pattern.ts";
import type { PlanLevel } from "./plan.ts";

/** Where a node (施策体系の項目) stands: under which parent, as which of the siblings from 0, how deep from 1, under which code. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly depth: number;
  readonly code: string;
}

/** A place in the tree: the position counts the siblings without the node that goes there. */
export interface TreePlace {
  readonly parentId: string | null;
  readonly position: number;
}

/** The children of a node (of the plan when null), in order. */
export function childrenOf<T extends TreeNode>(nodes: readonly T[], parentId: string | null): T[] {
  return nodes.filter((node) => node.parentId === parentId).sort((a, b) => a.position - b.position);
}

/** All nodes in reading order: each before its children, siblings by position. */
export function inOrder<T extends TreeNode>(nodes: readonly T[]): T[] {
  const children = byParent(nodes);
  const walk = (parentId: string | null): T[] =>
    (children.get(parentId) ?? []).flatMap((node) => [node, ...walk(node.id)]);
  return walk(null);
}

/** The children of every parent, in order. */
export function byParent<T extends TreeNode>(nodes: readonly T[]): Map<string | null, T[]> {
  const children = new Map<string | null, T[]>();
  for (const node of [...nodes].sort((a, b) => a.position - b.position)) {
    const siblings = children.get(node.parentId);
    if (siblings) siblings.push(node);
    else children.set(node.parentId, [node]);
  }
  return children;
}

/** The ids of a node and all below it. */
export function branchOf(nodes: readonly TreeNode[], id: string): Set<string> {
  const children = byParent(nodes);
  const found = new Set([id]);
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child.id); // a Set also visits what is added meanwhile
  return found;
}

/**
 * The tree with a branch moved to a place. Refused into itself, under what is not there, or where the branch would reach deeper
 * than the plan's levels. Only depth and positions of others change; codes stay until the tree is renumbered.
 */
export function moved<T extends TreeNode>(
  nodes: readonly T[],
  id: string,
  { place, levels }: { place: TreePlace; levels: number },
): Result<T[]> {
  const node = nodes.find((each) => each.id === id);
  const parent = place.parentId === null ? undefined : nodes.find((each) => each.id === place.parentId);
  if (!node || (place.parentId !== null && !parent))
    return refuse({ code: "gone", message: "移動先の項目がありません。", remedy: "画面を開き直してください。" });
  const branch = branchOf(nodes, id);
  if (place.parentId !== null && branch.has(place.parentId))
    return refuse({
      code: "intoItself",
      message: "自分の下には移せません。",
      remedy: "ほかの移動先を選んでください。",
    });
  const deeper = (parent?.depth ?? 0) + 1 - node.depth;
  const deepest = Math.max(...nodes.filter((each) => branch.has(each.id)).map((each) => each.depth)) + deeper;
  if (deepest > levels)
    return refuse({
      code: "tooDeep",
      message: `この計画の階層は${levels}つまでなので、ここには移せません。`,
      remedy: "上の階層に移すか、計画の設定で階層を増やしてください。",
    });
  const shifted = nodes.map((each) => (branch.has(each.id) ? { ...each, depth: each.depth + deeper } : each));
  return accept(resettled(shifted, { ...node, depth: node.depth + deeper }, place));
}

function resettled<T extends TreeNode>(nodes: readonly T[], node: T, place: TreePlace): T[] {
  const others = nodes.filter((each) => each.id !== node.id);
  const closed = numbered(others, childrenOf(others, node.parentId));
  return inserted(closed, { ...node, parentId: place.parentId }, place.position);
}

/** The tree with a new node at a place; siblings behind it stand one further. */
export function inserted<T extends TreeNode>(nodes: readonly T[], node: T, position: number): T[] {
  const siblings = childrenOf(nodes, node.parentId);
  siblings.splice(clamp(position, siblings.length), 0, node);
  return numbered([...nodes, node], siblings);
}

/** The tree without a branch; siblings close the gap. */
export function without<T extends TreeNode>(nodes: readonly T[], id: string): T[] {
  const node = nodes.find((each) => each.id === id);
  const branch = branchOf(nodes, id);
  const left = nodes.filter((each) => !branch.has(each.id));
  return node ? numbered(left, childrenOf(left, node.parentId)) : left;
}

/** Where a node goes when it becomes the last child of the sibling above it; undefined for a first child. */
export function indentTarget(nodes: readonly TreeNode[], id: string): TreePlace | undefined {
  const node = nodes.find((each) => each.id === id);
  const siblings = node ? childrenOf(nodes, node.parentId) : [];
  const above = siblings[siblings.findIndex((each) => each.id === id) - 1];
  return above && { parentId: above.id, position: childrenOf(nodes, above.id).length };
}

/** Where a node goes when it stands behind its parent, one level up; undefined at the top. */
export function outdentTarget(nodes: readonly TreeNode[], id: string): TreePlace | undefined {
  const parentId = nodes.find((each) => each.id === id)?.parentId;
  const parent = nodes.find((each) => each.id === parentId);
  return parent && { parentId: parent.parentId, position: parent.position + 1 };
}

/** A change of one node's code. */
export interface Recoding {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What renumbering the whole tree by its levels' patterns would change, in reading order. Levels without a pattern have no code. */
export function renumbering(nodes: readonly TreeNode[], levels: readonly PlanLevel[]): Recoding[] {
  const patterns = new Map(levels.map((level) => [level.depth, level.codePattern]));
  const children = byParent(nodes);
  const walk = (parentId: string | null, parentCode: string): Recoding[] =>
    (children.get(parentId) ?? []).flatMap((node, index) => {
      const pattern = patterns.get(node.depth) ?? "";
      const to = pattern === "" ? "" : codeByPattern(pattern, parentCode, index + 1);
      return [{ id: node.id, from: node.code, to }, ...walk(node.id, to)];
    });
  return walk(null, "").filter((change) => change.from !== change.to);
}

/** The code a new node gets: its level's pattern with the first number behind its siblings that nobody in the plan has. */
export function codeForNew(
  nodes: readonly TreeNode[],
  { parentId, pattern }: { parentId: string | null; pattern: string },
): string {
  if (pattern === "") return "";
  const parentCode = nodes.find((node) => node.id === parentId)?.code ?? "";
  const taken = new Set(nodes.map((node) => node.code));
  let ordinal = childrenOf(nodes, parentId).length + 1;
  while (taken.has(codeByPattern(pattern, parentCode, ordinal))) ordinal++;
  return codeByPattern(pattern, parentCode, ordinal);
}

/** The nodes whose place or code differs between two states of a tree, as they are after. */
export function changedPlaces<T extends TreeNode>(before: readonly T[], after: readonly T[]): T[] {
  const old = new Map(before.map((node) => [node.id, node]));
  return after.filter((node) => {
    const was = old.get(node.id);
    return (
      !was ||
      was.parentId !== node.parentId ||
      was.position !== node.position ||
      was.depth !== node.depth ||
      was.code !== node.code
    );
  });
}

/** Gives a list of siblings the positions 0, 1, 2 … */
function numbered<T extends TreeNode>(nodes: readonly T[], siblings: readonly T[]): T[] {
  const positions = new Map(siblings.map((node, position) => [node.id, position]));
  return nodes.map((node) => ({ ...node, position: positions.get(node.id) ?? node.position }));
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(position, length));
}
