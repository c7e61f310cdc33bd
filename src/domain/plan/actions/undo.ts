import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { nodeParts, partDiffers } from "../node.ts";
import { mayShapeTree } from "../permissions.ts";
import { nodesById } from "../store/nodes.ts";
import { isSameLinks } from "../sdg-links.ts";
import { revisionContent } from "../store/revisions.ts";
import { sdgLinksOf } from "../store/sdgs.ts";
import { lastStep, markUndone } from "../store/steps.ts";
import { saveName, savePlaces } from "../store/tree.ts";
import { changedPlaces, moved } from "../tree.ts";
import type { TreeStep } from "../tree-step.ts";
import { holdTree, revise, type HeldTree } from "./held-tree.ts";
import { bringBack, takeAway } from "./removal.ts";

/** Takes back the person's own last act on a plan's tree, as long as nobody changed the same nodes since. */
export async function undoLast(ctx: Ctx, input: { planId: string }): Promise<Result<{ undone: TreeStep["kind"] }>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  return ctx.transaction(async (tx) => {
    const tree = await holdTree(tx, input.planId);
    const last = await lastStep(tx, input.planId, personId(ctx.actor) ?? "");
    if (!last) return refuse({ code: "nothingToUndo", message: "元に戻せる操作がありません。" });
    const refusal = await takeBack(ctx, tree, last.step);
    if (refusal) return refuse(refusal);
    await markUndone(tx, last.id, ctx.clock.now());
    await record(tx, ctx, "plan.step.undone", { planId: input.planId, step: last.id, kind: last.step.kind });
    return accept({ undone: last.step.kind });
  });
}

async function takeBack(ctx: Ctx, tree: HeldTree, step: TreeStep): Promise<Refusal | undefined> {
  switch (step.kind) {
    case "added":
      return unadd(ctx, tree, step.id);
    case "removed":
      return refusalOf(await bringBack(ctx, tree, step.id));
    case "renamed":
      return unrename(ctx, tree, step);
    case "moved":
      return unmove(ctx, tree, step);
    case "renumbered":
      return unrenumber(ctx, tree, step);
  }
}

function refusalOf(result: Result<unknown>): Refusal | undefined {
  return result.ok ? undefined : result.refusal;
}

async function unadd(ctx: Ctx, tree: HeldTree, id: string): Promise<Refusal | undefined> {
  const [node] = await nodesById(tree.tx, [id]);
  const added = await revisionContent(tree.tx, id, 1);
  const content = added?.content;
  const links = (await sdgLinksOf(tree.tx, [id])).get(id) ?? [];
  const isAsAdded =
    node &&
    content &&
    !nodeParts.some((part) => partDiffers(node, content, part)) &&
    isSameLinks(links, added.sdgs ?? []); // acts since, and taken back, do not count
  if (!isAsAdded || tree.nodes.some((each) => each.parentId === id)) return changedSince;
  await takeAway(ctx, tree, id);
  return undefined;
}

async function unrename(ctx: Ctx, tree: HeldTree, step: TreeStep & { kind: "renamed" }): Promise<Refusal | undefined> {
  const node = tree.nodes.find((each) => each.id === step.id);
  if (!node || node.title !== step.to.title || node.keyword !== step.to.keyword) return changedSince;
  await saveName(tree.tx, { id: step.id, ...step.from });
  await revise(ctx, tree, { ids: [step.id], act: "undone" });
  return undefined;
}

async function unmove(ctx: Ctx, tree: HeldTree, step: TreeStep & { kind: "moved" }): Promise<Refusal | undefined> {
  const node = tree.nodes.find((each) => each.id === step.id);
  if (!node || node.parentId !== step.to.parentId) return changedSince;
  const back = moved(tree.nodes, step.id, { place: step.from, levels: tree.levels });
  if (!back.ok) return changedSince;
  await savePlaces(tree.tx, changedPlaces(tree.nodes, back.value));
  await revise(ctx, tree, { ids: [step.id], act: "undone" });
  return undefined;
}

async function unrenumber(
  ctx: Ctx,
  tree: HeldTree,
  { changes }: TreeStep & { kind: "renumbered" },
): Promise<Refusal | undefined> {
  const before = new Map(changes.map((change) => [change.id, change]));
  const nodes = tree.nodes.filter((node) => before.has(node.id));
  const recoded = new Map(nodes.map((node) => [node.id, before.get(node.id)?.from ?? ""]));
  const others = new Set(tree.nodes.filter((node) => !before.has(node.id)).map((node) => node.code));
  const isSame = nodes.length === changes.length && nodes.every((node) => node.code === before.get(node.id)?.to);
  if (!isSame || [...recoded.values()].some((code) => code !== "" && others.has(code))) return changedSince;
  await savePlaces(
    tree.tx,
    nodes.map((node) => ({ ...node, code: recoded.get(node.id) ?? "" })),
  );
  await revise(ctx, tree, { ids: [...recoded.keys()], act: "undone" });
  return undefined;
}

const changedSince: Refusal = {
  code: "changedSince",
  message: "この操作のあとに同じ項目が変えられたので、元に戻せません。",
  remedy: "必要なときは、1つずつ直してください。前の文章は版歴から戻せます。",
};
