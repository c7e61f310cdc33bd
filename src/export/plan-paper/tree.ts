import type { PlanSnapshot } from "#domain/plan/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { NodeSnapshot } from "./edition.ts";

/** A node in its place (項目), with the number of the goal above it. */
export interface Branch {
  readonly node: NodeSnapshot;
  readonly goal: number;
  readonly levelName: string;
  readonly hasPage: boolean;
  readonly children: readonly Branch[];
}

/** The tree of a plan, in its order. */
export function branchesOf(snapshot: PlanSnapshot): Branch[] {
  const byParent = grouped(snapshot.nodes, (node) => node.parentId);
  const levels = new Map(snapshot.levels.map((level) => [level.depth, level]));
  const build = (node: NodeSnapshot, goal: number): Branch => ({
    node,
    goal,
    levelName: levels.get(node.depth)?.name ?? "",
    hasPage: levels.get(node.depth)?.hasPage ?? false,
    children: inOrder(byParent.get(node.id)).map((child) => build(child, goal)),
  });
  return inOrder(byParent.get(null)).map((node, index) => build(node, index + 1));
}

/** A branch and everything below it, from the top. */
export function allBelow(branch: Branch): Branch[] {
  return [branch, ...branch.children.flatMap((child) => allBelow(child))];
}

function inOrder(nodes: readonly NodeSnapshot[] | undefined): NodeSnapshot[] {
  return (nodes ?? []).toSorted((a, b) => a.order - b.order);
}

/** Code and title with a full-width space between. */
export function codeAndTitle({ code, title }: Pick<NodeSnapshot, "code" | "title">): string {
  return code === "" ? title : `${code}　${title}`;
}

/** The anchor of a node's heading. */
export function anchorOf(node: Pick<NodeSnapshot, "id">): string {
  return `node-${node.id}`;
}
