import type { Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { nodeFaults, tidied, type NodeContent } from "../node.ts";
import { mayShapeTree } from "../permissions.ts";
import { takenCode, type NodeRefusal } from "../refusals.ts";
import { insertNodes, type StoredNode } from "../store/nodes.ts";
import { levelsOf } from "../store/plans.ts";
import { keepRevisions } from "../store/revisions.ts";
import { saveName, savePlaces, type OutlineNode } from "../store/tree.ts";
import { changedPlaces, codeForNew, indentTarget, inserted, moved, outdentTarget, type TreePlace } from "../tree.ts";
import { finish, gone, holdTree, isTaken, revise, shape, tooDeep, type HeldTree, type Seen } from "./held-tree.ts";

/** A node to add; where no position is given it becomes the last, where no code is given it gets the next one. */
export interface Addition {
  readonly planId: string;
  readonly parentId: string | null;
  readonly position?: number;
  readonly title: string;
  readonly keyword?: string;
  readonly code?: string;
  readonly divisionId?: string | null;
}

/** Adds a node under a parent (or at the top). */
export async function addNode(ctx: Ctx, input: Addition): Promise<Result<{ id: string; code: string }>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  return ctx.transaction(async (tx) => {
    const tree = await holdTree(tx, input.planId);
    const parent = tree.nodes.find((node) => node.id === input.parentId);
    if (input.parentId !== null && !parent) return gone();
    const depth = (parent?.depth ?? 0) + 1;
    if (depth > tree.levels) return tooDeep(tree.levels);
    const content = await newContent(tree, { input, depth });
    const faults = nodeFaults(content);
    if (faults) return refuse(faults);
    if (isTaken(tree.nodes, content.code)) return takenCode(content.code);
    const place = { id: newId(), parentId: input.parentId, depth, position: input.position ?? Number.MAX_SAFE_INTEGER };
    await settle(ctx, tree, { ...content, ...place });
    await keepRevisions(tx, ctx, { ids: [place.id], act: "created" });
    await finish(ctx, tree, { act: "plan.node.added", step: { kind: "added", id: place.id } });
    return accept({ id: place.id, code: content.code });
  });
}

async function newContent(tree: HeldTree, { input, depth }: { input: Addition; depth: number }): Promise<NodeContent> {
  const level = (await levelsOf(tree.tx, tree.planId)).find((each) => each.depth === depth);
  const code = input.code ?? codeForNew(tree.nodes, { parentId: input.parentId, pattern: level?.codePattern ?? "" });
  const heading = { title: input.title, keyword: input.keyword ?? "", code, divisionId: input.divisionId ?? null };
  return tidied({ ...heading, relatedDivisionIds: [], isPriority: false, fields: {}, relatedPlans: [], terms: [] });
}

async function settle(
  ctx: Ctx,
  { tx, planId, nodes }: HeldTree,
  node: NodeContent & Omit<OutlineNode, "version">,
): Promise<void> {
  const grown = inserted(nodes, { ...node, version: 1 }, node.position);
  const position = grown.find((each) => each.id === node.id)?.position ?? 0;
  await savePlaces(
    tx,
    changedPlaces(nodes, grown).filter((each) => each.id !== node.id),
  );
  await insertNodes(tx, [{ ...node, position, planId }], ctx.clock.now());
}

/** Renames a node; without a keyword the old one stays. */
export async function renameNode(
  ctx: Ctx,
  input: Seen & { title: string; keyword?: string },
): Promise<Result<{ version: number }, NodeRefusal>> {
  return shape(ctx, input, async (tree, node) => {
    const name = { title: input.title.trim(), keyword: (input.keyword ?? node.keyword).trim() };
    const faults = nodeFaults({ ...node, ...name });
    if (faults) return refuse(faults);
    await saveName(tree.tx, { id: node.id, ...name });
    const from = { title: node.title, keyword: node.keyword };
    await revise(ctx, tree, { ids: [node.id], act: "renamed" });
    await finish(ctx, tree, { act: "plan.node.renamed", step: { kind: "renamed", id: node.id, from, to: name } });
    return accept({ version: node.version + 1 });
  });
}

/** Gives a node a code of its own; those below keep theirs until the tree is renumbered. */
export async function setCode(
  ctx: Ctx,
  input: Seen & { code: string },
): Promise<Result<{ version: number }, NodeRefusal>> {
  return shape(ctx, input, async (tree, node) => {
    const code = input.code.trim();
    const faults = nodeFaults({ ...node, code });
    if (faults) return refuse(faults);
    if (code !== node.code && isTaken(tree.nodes, code)) return takenCode(code);
    await savePlaces(tree.tx, [{ ...node, code }]);
    await revise(ctx, tree, { ids: [node.id], act: "renumbered" });
    const changes = [{ id: node.id, from: node.code, to: code }];
    await finish(ctx, tree, { act: "plan.node.renumbered", step: { kind: "renumbered", changes } });
    return accept({ version: node.version + 1 });
  });
}

/** Moves a branch to a place; positions count the siblings without it. */
export async function moveNode(ctx: Ctx, input: Seen & TreePlace): Promise<Result<{ version: number }, NodeRefusal>> {
  return shape(ctx, input, (tree, node) =>
    moveTo(ctx, tree, { node, place: { parentId: input.parentId, position: input.position } }),
  );
}

/** Moves a branch one level down, under the sibling above it. */
export async function indentNode(ctx: Ctx, input: Seen): Promise<Result<{ version: number }, NodeRefusal>> {
  return shape(ctx, input, (tree, node) => {
    const place = indentTarget(tree.nodes, node.id);
    return place
      ? moveTo(ctx, tree, { node, place })
      : Promise.resolve(nowhere("すぐ上に同じ階層の項目がないので、階層を下げられません。"));
  });
}

/** Moves a branch one level up, behind its parent. */
export async function outdentNode(ctx: Ctx, input: Seen): Promise<Result<{ version: number }, NodeRefusal>> {
  return shape(ctx, input, (tree, node) => {
    const place = outdentTarget(tree.nodes, node.id);
    return place
      ? moveTo(ctx, tree, { node, place })
      : Promise.resolve(nowhere("いちばん上の階層なので、これより上げられません。"));
  });
}

async function moveTo(
  ctx: Ctx,
  tree: HeldTree,
  { node, place }: { node: StoredNode; place: TreePlace },
): Promise<Result<{ version: number }, NodeRefusal>> {
  const after = moved(tree.nodes, node.id, { place, levels: tree.levels });
  if (!after.ok) return after;
  const from = { parentId: node.parentId, position: node.position };
  await savePlaces(tree.tx, changedPlaces(tree.nodes, after.value));
  await revise(ctx, tree, { ids: [node.id], act: "moved" });
  await finish(ctx, tree, { act: "plan.node.moved", step: { kind: "moved", id: node.id, from, to: place } });
  return accept({ version: node.version + 1 });
}

function nowhere(message: string): Result<never, Refusal> {
  return refuse({ code: "nowhere", message });
}
