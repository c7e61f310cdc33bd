import type { Part, TreeItem } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { anchorOf, type Branch } from "./tree.ts";

/** 施策の体系: the whole tree in one picture. */
export function treePart({ snapshot }: PlanEdition, roots: readonly Branch[]): Part | undefined {
  if (roots.length === 0) return undefined;
  const levelNames = snapshot.levels.toSorted((a, b) => a.depth - b.depth).map(({ name }) => name);
  const tree = {
    kind: "tree",
    vision: snapshot.plan.vision,
    levelNames,
    roots: roots.map((root) => itemOf(root)),
  } as const;
  return { title: "施策の体系", blocks: [tree] };
}

function itemOf({ node, goal, children }: Branch): TreeItem {
  return {
    code: node.code,
    title: node.title,
    hue: goal,
    isPriority: node.isPriority,
    to: anchorOf(node),
    children: children.map((child) => itemOf(child)),
  };
}
