import { divisionsOn } from "#domain/identity/index.ts";
import {
  missingLabels,
  planOutline,
  searchNodes,
  treeChildren,
  type OutlineNode,
  type TreeLine,
} from "#domain/plan/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import type { Branch, Match, TreeRow } from "#web/islands/plan-tree/protocol.ts";

/** The branches of some nodes (of the plan itself for null) as the tree shows them. What is no id is passed over. */
export async function branchesOf(ctx: Ctx, planId: string, parents: readonly (string | null)[]): Promise<Branch[]> {
  const known = [...new Set(parents)].filter((id) => id === null || isId(id));
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map(({ id, name }) => [id, name]));
  return Promise.all(
    known.map(async (parentId) => {
      const lines = await treeChildren(ctx, planId, parentId);
      return { parentId, rows: lines.map((line) => rowOf(line, divisions)) };
    }),
  );
}

function rowOf(line: TreeLine, divisions: ReadonlyMap<string, string>): TreeRow {
  const { id, parentId, code, title, keyword, isPriority, version } = line;
  return {
    id,
    parentId,
    code,
    title,
    keyword,
    isPriority,
    version,
    division: divisions.get(line.divisionId ?? "") ?? "",
    indicators: line.indicatorCount,
    children: line.childCount,
    missing: line.missing.map((each) => missingLabels[each]),
  };
}

/** Ids from the root down to the parent of a node. */
export function idsAbove(outline: readonly OutlineNode[], id: string): string[] {
  const parents = new Map(outline.map((node) => [node.id, node.parentId]));
  const above: string[] = [];
  for (let parent = parents.get(id) ?? null; parent !== null; parent = parents.get(parent) ?? null)
    above.unshift(parent);
  return above;
}

const mostMatches = 30;

/** Nodes whose number, name or keyword holds all the words, with the way to each. */
export async function matchesOf(ctx: Ctx, planId: string, words: string): Promise<Match[]> {
  const found = await searchNodes(ctx, planId, { words, limit: mostMatches });
  const outline = found.length === 0 ? [] : await planOutline(ctx, planId);
  return found.map(({ id, code, title }) => ({ id, code, title, path: idsAbove(outline, id) }));
}
