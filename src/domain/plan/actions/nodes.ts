import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { erasureRefusals } from "../erasure/labels.ts";
import { headingDiffers, nodeFaults, nodeParts, partDiffers, tidied, type NodeContent } from "../node.ts";
import { mayEditHeading, mayEditTexts, mayLinkSdgs } from "../permissions.ts";
import { staleNode, takenCode, type NodeRefusal } from "../refusals.ts";
import { nodesById, updateContent, type StoredNode } from "../store/nodes.ts";
import { lockPlan } from "../store/plans.ts";
import type { SdgLink } from "../sdg-links.ts";
import { isStale, keepRevisions, revisionContent } from "../store/revisions.ts";
import { replaceLinks } from "../store/sdgs.ts";
import { outlineOf } from "../store/tree.ts";

type NodeInput = { readonly id: string; readonly version: number } & Partial<NodeContent>;

/** Saves a page of a measure (施策). What is left out stays as it is. */
export async function editNode(ctx: Ctx, input: NodeInput): Promise<Result<{ version: number }, NodeRefusal>> {
  return ctx.transaction<Result<{ version: number }, NodeRefusal>>(async (tx) => editNodeIn(ctx, tx, input));
}

/** The same as a part of a greater act: the act's transaction holds and records it too. */
export async function editNodeIn(
  ctx: Ctx,
  tx: Tx,
  input: NodeInput,
): Promise<Result<{ version: number }, NodeRefusal>> {
  const node = await held(ctx, tx, input.id);
  const content = tidied({ ...node, ...input });
  if (headingDiffers(content, node)) permit(mayEditHeading(ctx.actor), mayEditHeading.sentence);
  if (await isStale(tx, node, input.version)) return staleNode(node);
  return save(ctx, tx, { node, content, act: "edited" });
}

/**
 * Makes an earlier revision's content and links to the SDGs the present ones, as a new revision. The number stays (it belongs to
 * the tree); what stands above the texts and the links stay too for those who may not change them.
 */
export async function restoreRevision(
  ctx: Ctx,
  input: { nodeId: string; number: number; version: number },
): Promise<Result<{ version: number }, NodeRefusal>> {
  return ctx.transaction<Result<{ version: number }, NodeRefusal>>(async (tx) => {
    const node = await held(ctx, tx, input.nodeId);
    const old = await revisionContent(tx, node.id, input.number);
    if (!old) throw new NotFound();
    if (!old.content) return refuse(erasureRefusals.erasedRevision);
    if (node.version !== input.version) return staleNode(node);
    const { fields, relatedPlans, terms } = old.content;
    const content = mayEditHeading(ctx.actor)
      ? { ...old.content, code: node.code }
      : { ...node, fields, relatedPlans, terms };
    const sdgs = mayLinkSdgs(ctx.actor, node) ? old.sdgs : undefined;
    return save(ctx, tx, { node, content: tidied(content), sdgs, act: "reverted" });
  });
}

/** The node, held by the transaction, for a person who may edit its texts. */
async function held(ctx: Ctx, tx: Tx, id: string): Promise<StoredNode> {
  const [seen] = await nodesById(tx, [id]);
  if (!seen) throw new NotFound();
  await lockPlan(tx, seen.planId);
  const [node] = await nodesById(tx, [id], true);
  if (!node) throw new NotFound();
  permit(mayEditTexts(ctx.actor, node), mayEditTexts.sentence);
  return node;
}

interface Saving {
  readonly node: StoredNode;
  readonly content: NodeContent;
  /** Undefined leaves the links as they are. */
  readonly sdgs?: readonly SdgLink[] | undefined;
  readonly act: "edited" | "reverted";
}

async function save(
  ctx: Ctx,
  tx: Tx,
  { node, content, sdgs, act }: Saving,
): Promise<Result<{ version: number }, NodeRefusal>> {
  const changed = nodeParts.filter((part) => partDiffers(node, content, part));
  const isRelinked = sdgs !== undefined && (await replaceLinks(tx, node.id, sdgs));
  if (changed.length === 0 && !isRelinked) return accept({ version: node.version });
  const faults = nodeFaults(content);
  if (faults) return refuse(faults);
  if (changed.includes("code") && content.code !== "" && (await isTaken(tx, node, content.code)))
    return takenCode(content.code);
  const version = await updateContent(tx, { id: node.id, content, at: ctx.clock.now() });
  await keepRevisions(tx, ctx, { ids: [node.id], act });
  await record(tx, ctx, `plan.node.${act}`, {
    planId: node.planId,
    nodeId: node.id,
    fields: isRelinked ? [...changed, "sdgs"] : changed,
  });
  return accept({ version });
}

async function isTaken(tx: Tx, node: StoredNode, code: string): Promise<boolean> {
  const nodes = await outlineOf(tx, node.planId);
  return nodes.some((each) => each.id !== node.id && each.code === code);
}
