import type { NodeSnapshot, PlanSnapshot } from "#domain/plan/published.ts";

/** A node of the published tree (施策体系) with its place: what stands above it and below it. */
export interface Branch {
  readonly node: NodeSnapshot;
  /** The level's name: 基本目標, 政策, 施策. */
  readonly levelName: string;
  /** Whether it has the full page of a measure (施策). */
  readonly hasPage: boolean;
  readonly parent: Branch | undefined;
  readonly children: readonly Branch[];
  /** Which of the top goals it stands under, from 1: decides its hue. */
  readonly goalNumber: number;
}

/** The whole tree of a snapshot, from the top goals down, in the order of the plan. */
export function branchesOf(snapshot: PlanSnapshot): readonly Branch[] {
  const levels = new Map(snapshot.levels.map((level) => [level.depth, level]));
  const byParent = new Map<string | null, NodeSnapshot[]>();
  for (const node of snapshot.nodes.toSorted((a, b) => a.order - b.order)) {
    const siblings = byParent.get(node.parentId);
    if (siblings) siblings.push(node);
    else byParent.set(node.parentId, [node]);
  }
  const grow = (node: NodeSnapshot, parent: Branch | undefined, goalNumber: number): Branch => {
    const children: Branch[] = [];
    const level = levels.get(node.depth);
    const branch: Branch = {
      node,
      levelName: level?.name ?? "",
      hasPage: level?.hasPage ?? false,
      parent,
      children,
      goalNumber,
    };
    for (const child of byParent.get(node.id) ?? []) children.push(grow(child, branch, goalNumber));
    return branch;
  };
  return (byParent.get(null) ?? []).map((node, index) => grow(node, undefined, index + 1));
}

/** The branch itself and all below it, in reading order. */
export function withDescendants(branch: Branch): readonly Branch[] {
  return [branch, ...branch.children.flatMap(withDescendants)];
}

export function allOf(roots: readonly Branch[]): readonly Branch[] {
  return roots.flatMap(withDescendants);
}

/** What stands above a branch, the top goal first. */
export function ancestorsOf(branch: Branch): readonly Branch[] {
  return branch.parent ? [...ancestorsOf(branch.parent), branch.parent] : [];
}

/** The branches that have pages of their own to read one after another: measures (施策), or all where no level has pages. */
export function readingOrder(roots: readonly Branch[]): readonly Branch[] {
  const all = allOf(roots);
  const pages = all.filter((branch) => branch.hasPage);
  return pages.length > 0 ? pages : all;
}

/** The branch under a display code (「1-1-2」); a node without a code is reached by its id. */
export function findBranch(roots: readonly Branch[], code: string): Branch | undefined {
  return allOf(roots).find(({ node }) => addressCode(node) === code);
}

/** What names a node in an address. */
export function addressCode(node: NodeSnapshot): string {
  return node.code === "" ? node.id : node.code;
}

/** Code and title as one line, for crumbs and lists. */
export function codeAndTitle(node: NodeSnapshot): string {
  return node.code === "" ? node.title : `${node.code}　${node.title}`;
}
