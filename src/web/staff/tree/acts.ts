import type { Ctx } from "#domain/audit/index.ts";
import {
  addNode,
  moveNode,
  planOutline,
  removeNode,
  renameNode,
  undoLast,
  type OutlineNode,
  type PlanWithLevels,
  type TreePlace,
} from "#domain/plan/index.ts";
import { NotFound, type Refusal, type Result } from "#kernel/result.ts";
import { text } from "#web/visit.ts";
import { nameParts } from "./name-text.ts";

/** What an act on the tree came to: the node to stand on, and the nodes whose branches it changed. */
export interface Outcome {
  readonly result: Result<unknown>;
  readonly id: string | null;
  readonly parents: readonly (string | null)[];
}

/** An act as a form sends it, done to a plan. */
export type TreeAct = (ctx: Ctx, plan: PlanWithLevels, form: FormData) => Promise<Outcome>;

export const add: TreeAct = async (ctx, plan, form) => {
  const parentId = text(form, "parent") || null;
  const siblings = childrenOf(await planOutline(ctx, plan.id), parentId);
  const before = siblings.findIndex((node) => node.id === text(form, "after"));
  const position = before < 0 ? siblings.length : before + 1;
  const result = await addNode(ctx, { planId: plan.id, parentId, position, ...nameParts(text(form, "text")) });
  return { result, id: result.ok ? result.value.id : null, parents: [parentId] };
};

export const rename: TreeAct = async (ctx, plan, form) => {
  const node = await nodeOf(ctx, plan, text(form, "id"));
  const result = await renameNode(ctx, { ...seen(form), ...nameParts(text(form, "text")) });
  return { result, id: node.id, parents: [node.parentId] };
};

export const remove: TreeAct = async (ctx, plan, form) => {
  const node = await nodeOf(ctx, plan, text(form, "id"));
  return { result: await removeNode(ctx, seen(form)), id: null, parents: [node.parentId] };
};

export const move: TreeAct = async (ctx, plan, form) => {
  const outline = await planOutline(ctx, plan.id);
  const id = text(form, "id");
  const node = outline.find((each) => each.id === id);
  if (!node) throw new NotFound(`node ${id}`);
  const place = placeBeside(outline, { id, target: text(form, "target"), side: text(form, "place") });
  return { result: await moveNode(ctx, { ...seen(form), ...place }), id, parents: [node.parentId, place.parentId] };
};

export const undo: TreeAct = async (ctx, plan) => ({
  result: await undoLast(ctx, { planId: plan.id }),
  id: null,
  parents: [],
});

function seen(form: FormData): { readonly id: string; readonly version: number } {
  return { id: text(form, "id"), version: Number(text(form, "version")) };
}

/** The place beside or inside another node, as the tree's rules count it: without the node that goes there. */
export function placeBeside(
  outline: readonly OutlineNode[],
  { id, target, side }: { readonly id: string; readonly target: string; readonly side: string },
): TreePlace {
  const beside = outline.find((node) => node.id === target);
  if (!beside) throw new NotFound(`node ${target}`);
  const parentId = side === "inside" ? beside.id : beside.parentId;
  const others = childrenOf(outline, parentId).filter((node) => node.id !== id);
  if (side === "inside") return { parentId, position: others.length };
  const place = others.findIndex((node) => node.id === beside.id);
  return { parentId, position: side === "after" ? place + 1 : place };
}

export function childrenOf(outline: readonly OutlineNode[], parentId: string | null): OutlineNode[] {
  return outline.filter((node) => node.parentId === parentId).sort((a, b) => a.position - b.position);
}

async function nodeOf(ctx: Ctx, plan: PlanWithLevels, id: string): Promise<OutlineNode> {
  const node = (await planOutline(ctx, plan.id)).find((each) => each.id === id);
  if (!node) throw new NotFound(`node ${id}`);
  return node;
}

/** What the tree says when a node was changed by someone else meanwhile; the page of the measure has longer words for it. */
export function inTree(refusal: Refusal): Refusal {
  if (refusal.code !== "stale") return refusal;
  return {
    code: refusal.code,
    message: "開いている間に、ほかの人がこの項目を変えました。",
    remedy: "いまの内容を確かめて、もう一度操作してください。",
  };
}
