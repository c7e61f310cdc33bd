import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { branchOf, type TreeNode } from "./tree.ts";

/** A node that is also listed under another one than its parent (再掲). It is counted once, where it stands. */
export interface Listing {
  readonly nodeId: string;
  readonly underNodeId: string;
}

/** The nodes under which a node may also be listed: those one level above it, except its own parent. */
export function listingPlaces<T extends TreeNode>(nodes: readonly T[], nodeId: string): T[] {
  const node = nodes.find((each) => each.id === nodeId);
  if (!node) return [];
  const own = branchOf(nodes, nodeId);
  return nodes.filter((each) => each.depth === node.depth - 1 && each.id !== node.parentId && !own.has(each.id));
}

export function unfitListing(): Result<never, Refusal> {
  return refuse({
    code: "unfitListing",
    message: "そこには再掲できません。",
    remedy: "1つ上の階層の、いま置かれている場所ではない項目を選んでください。",
    fields: { underNodeId: "1つ上の階層の、ほかの項目を選んでください。" },
  });
}
