import { folded } from "#kernel/folding.ts";
import { rootKey, type TreeState } from "./tree-state.ts";

/** A line on the screen: a node, or the field in which a new one is typed. */
export type Line =
  | {
      readonly kind: "node";
      readonly id: string;
      readonly level: number;
      /** Place among its siblings, from 1. */
      readonly place: number;
      readonly siblings: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: "draft"; readonly level: number };

/** What decides which lines there are. */
type Shown = Pick<TreeState, "branches" | "open" | "draft">;

/** The lines from top to bottom: every node whose ancestors are all open and loaded. */
export function visibleLines(state: Shown): Line[] {
  const lines: Line[] = [];
  addBranch(lines, state, { key: rootKey, level: 1 });
  return lines;
}

function addBranch(
  lines: Line[],
  state: Shown,
  { key, level }: { readonly key: string; readonly level: number },
): void {
  const ids = state.branches.get(key) ?? [];
  const draft = state.draft?.kind === "add" && (state.draft.parentId ?? rootKey) === key ? state.draft : undefined;
  if (draft && draft.afterId === null) lines.push({ kind: "draft", level });
  for (const [index, id] of ids.entries()) {
    const isOpen = state.open.has(id) && state.branches.has(id);
    lines.push({ kind: "node", id, level, place: index + 1, siblings: ids.length, isOpen });
    if (isOpen) addBranch(lines, state, { key: id, level: level + 1 });
    if (draft?.afterId === id) lines.push({ kind: "draft", level });
  }
}

/** Ids of the nodes on the screen, from top to bottom. */
export function visibleIds(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.kind === "node" ? [line.id] : []));
}

/** The next node below the current one whose code, name or keyword begins with what was typed; goes round at the end. */
export function typedAheadTo(state: TreeState, ids: readonly string[], typed: string): string | undefined {
  const wanted = folded(typed);
  const from = Math.max(0, ids.indexOf(state.current ?? ""));
  const beginAt = typed.length > 1 ? from : from + 1;
  const round = [...ids.slice(beginAt), ...ids.slice(0, beginAt)];
  return round.find((id) => {
    const row = state.rows.get(id);
    return row && [row.code, row.title, row.keyword].some((text) => folded(text).startsWith(wanted));
  });
}
