import type { Branch, TreeRow } from "#web/islands/plan-tree/protocol.ts";

const bare: Omit<TreeRow, "id" | "parentId" | "code" | "title"> = {
  keyword: "",
  division: "",
  indicators: 0,
  children: 0,
  isPriority: false,
  missing: [],
  version: 1,
};

/** A line of the tree whose code is its id. */
export function treeRow(id: string, parentId: string | null, more: Partial<TreeRow> = {}): TreeRow {
  return { ...bare, id, parentId, code: id, title: `題${id}`, ...more };
}

/** The children of a node, by their ids. */
export function treeBranch(parentId: string | null, ...ids: readonly string[]): Branch {
  return { parentId, rows: ids.map((id) => treeRow(id, parentId)) };
}
