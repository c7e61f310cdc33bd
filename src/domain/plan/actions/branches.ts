import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { codeByPattern, freeIndicatorCode } from "../code-pattern.ts";
import { indicatorFaults, tidiedIndicator, type IndicatorContent } from "../indicator.ts";
import type { RevisionAct } from "../labels.ts";
import { emptyNode, nodeFaults, tidied, type NodeContent } from "../node.ts";
import { mayShapeTree } from "../permissions.ts";
import type { PlanLevel } from "../plan.ts";
import { takenCode } from "../refusals.ts";
import { sdgLinkFault, type SdgLink } from "../sdg-links.ts";
import { indicatorCodes, insertIndicators, keepIndicatorRevisions, type NewIndicator } from "../store/indicators.ts";
import { insertNodes, type NewNode } from "../store/nodes.ts";
import { levelsOf } from "../store/plans.ts";
import { keepRevisions } from "../store/revisions.ts";
import { insertSdgLinks } from "../store/sdgs.ts";
import { childrenOf } from "../tree.ts";
import { holdTree, tooDeep } from "./held-tree.ts";

/** A part of a tree as a whole: a node with everything that belongs to it and everything below. What is left out is empty. */
export interface Branch extends Partial<Omit<NodeContent, "title">> {
  /** Made beforehand where the caller must know it. */
  readonly id?: string;
  readonly title: string;
  readonly sdgs?: readonly SdgLink[];
  /** An indicator whose code is "" gets the next of its node; one with a series continues that instead of beginning its own. */
  readonly indicators?: readonly (IndicatorContent & { readonly seriesId?: string })[];
  readonly children?: readonly Branch[];
}

export interface BranchInsertion {
  readonly planId: string;
  /** Null: at the top. */
  readonly parentId: string | null;
  readonly branches: readonly Branch[];
  readonly act?: RevisionAct;
}

interface Gathered {
  readonly nodes: NewNode[];
  readonly sdgs: (SdgLink & { nodeId: string })[];
  readonly indicators: NewIndicator[];
}

interface Gathering extends Gathered {
  readonly planId: string;
  readonly levels: readonly PlanLevel[];
  readonly nodeCodes: Set<string>;
  readonly indicatorCodes: Set<string>;
}

/**
 * Adds whole branches behind what stands under a parent, in a few statements whatever their size, with one event. It runs in the
 * caller's transaction, which must be taken back when this refuses.
 */
export async function insertBranch(
  tx: Tx,
  ctx: Ctx,
  input: BranchInsertion,
): Promise<Result<{ nodes: number; indicators: number }>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  const { planId, parentId, branches } = input;
  const tree = await holdTree(tx, planId);
  const parent = tree.nodes.find((node) => node.id === parentId);
  if (parentId !== null && !parent) throw new NotFound();
  const gathering: Gathering = {
    planId,
    levels: await levelsOf(tx, planId),
    nodeCodes: new Set(tree.nodes.map((node) => node.code)),
    indicatorCodes: new Set((await indicatorCodes(tx, planId)).keys()),
    nodes: [],
    sdgs: [],
    indicators: [],
  };
  const place = {
    parentId,
    parentCode: parent?.code ?? "",
    depth: (parent?.depth ?? 0) + 1,
    from: childrenOf(tree.nodes, parentId).length,
  };
  const gathered = gatherAll(gathering, branches, place);
  if (!gathered.ok) return gathered;
  await insertGathered(tx, ctx, { gathered: gathering, act: input.act ?? "created" });
  const counts = { nodes: gathering.nodes.length, indicators: gathering.indicators.length };
  await record(tx, ctx, "plan.branch.inserted", { planId, parentId, ...counts });
  return accept(counts);
}

interface BranchPlace {
  readonly parentId: string | null;
  readonly parentCode: string;
  readonly depth: number;
  /** The position of the first branch. */
  readonly from: number;
}

function gatherAll(into: Gathering, branches: readonly Branch[], place: BranchPlace): Result<null> {
  for (const [index, branch] of branches.entries()) {
    const result = gather(into, branch, { ...place, from: place.from + index });
    if (!result.ok) return result;
  }
  return accept(null);
}

function gather(into: Gathering, branch: Branch, place: BranchPlace): Result<null> {
  const level = into.levels.find((each) => each.depth === place.depth);
  if (!level) return tooDeep(into.levels.length);
  const node = newNode(into, branch, { ...place, pattern: level.codePattern });
  const faults = nodeFaults(node) ?? (branch.sdgs ?? []).map(sdgLinkFault).find((fault) => fault !== undefined);
  if (faults) return refuse({ ...faults, message: `「${node.title}」：${faults.message}` });
  if (node.code !== "" && into.nodeCodes.has(node.code)) return takenCode(node.code);
  into.nodeCodes.add(node.code);
  into.nodes.push(node);
  into.sdgs.push(...(branch.sdgs ?? []).map((link) => ({ ...link, nodeId: node.id })));
  const indicators = gatherIndicators(into, node, branch.indicators ?? []);
  if (!indicators.ok) return indicators;
  return gatherAll(into, branch.children ?? [], {
    parentId: node.id,
    parentCode: node.code,
    depth: place.depth + 1,
    from: 0,
  });
}

function newNode(into: Gathering, branch: Branch, place: BranchPlace & { readonly pattern: string }): NewNode {
  const { id = newId(), title, sdgs: _sdgs, indicators: _indicators, children: _children, ...given } = branch;
  const code = freeCode(into.nodeCodes, place);
  const content = tidied({ ...emptyNode, code, ...given, title });
  return { ...content, id, planId: into.planId, parentId: place.parentId, depth: place.depth, position: place.from };
}

function freeCode(
  taken: ReadonlySet<string>,
  { pattern, parentCode, from }: BranchPlace & { readonly pattern: string },
): string {
  if (pattern === "") return "";
  let ordinal = from + 1;
  while (taken.has(codeByPattern(pattern, parentCode, ordinal))) ordinal++;
  return codeByPattern(pattern, parentCode, ordinal);
}

function gatherIndicators(into: Gathering, node: NewNode, indicators: NonNullable<Branch["indicators"]>): Result<null> {
  for (const [position, { seriesId, ...entered }] of indicators.entries()) {
    const tidy = tidiedIndicator(entered);
    const code = tidy.code === "" ? freeIndicatorCode(node.code, into.indicatorCodes) : tidy.code;
    const faults = indicatorFaults(tidy);
    if (faults)
      return refuse({
        ...faults,
        message: `指標「${tidy.name}」：${Object.values(faults.fields ?? {})[0] ?? faults.message}`,
      });
    if (into.indicatorCodes.has(code)) return takenCode(code);
    into.indicatorCodes.add(code);
    const id = newId();
    into.indicators.push({
      ...tidy,
      code,
      id,
      seriesId: seriesId ?? id,
      planId: into.planId,
      nodeId: node.id,
      position,
    });
  }
  return accept(null);
}

async function insertGathered(
  tx: Tx,
  ctx: Ctx,
  { gathered, act }: { gathered: Gathered; act: RevisionAct },
): Promise<void> {
  const at = ctx.clock.now();
  await insertNodes(tx, gathered.nodes, at);
  await insertSdgLinks(tx, gathered.sdgs);
  await insertIndicators(tx, gathered.indicators, at);
  await keepRevisions(tx, ctx, { ids: gathered.nodes.map((node) => node.id), act });
  await keepIndicatorRevisions(tx, ctx, {
    act,
    indicators: gathered.indicators.map((each) => ({ id: each.id, version: 1, content: contentOf(each) })),
  });
}

function contentOf({
  id: _id,
  seriesId: _series,
  planId: _plan,
  nodeId: _node,
  position: _position,
  ...content
}: NewIndicator): IndicatorContent {
  return content;
}
