import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { lockPlan } from "../store/plans.ts";
import { outlineOf, type OutlineNode } from "../store/tree.ts";
import { linkedMeanwhile, manyToMany, nodeGone, noPredecessor, nothingToTakeBack, sideMissing } from "./refusals.ts";
import type { Evolution, LineageKind } from "./labels.ts";
import { hasSameEnds, settled, withLink, type LineageLink } from "./lineage.ts";
import { mayTraceLineage } from "./permissions.ts";
import {
  deleteLinks,
  insertLinks,
  keepLineageStep,
  lastLineageStep,
  linksOf,
  markLineageStepUndone,
  type LineageStep,
} from "./store.ts";
import { readCorrespondence, type CorrespondenceRow } from "./correspondence.ts";

/**
 * What a person enters of links. One old node may go to several new ones (分割), several to one (統合); of 「終了」 only old ones are
 * named, of 「新規」 only new ones. Without a kind, the shape of all links decides it.
 */
export interface LinkEntry {
  readonly oldNodeIds: readonly string[];
  readonly newNodeIds: readonly string[];
  readonly kind: LineageKind | null;
  readonly evolution: Evolution | null;
  readonly note: string;
}

/** A lineage held by a transaction, with both trees. */
interface HeldLineage {
  readonly tx: Tx;
  readonly planId: string;
  readonly links: readonly LineageLink[];
  readonly old: readonly OutlineNode[];
  readonly new: readonly OutlineNode[];
}

/** Says where old nodes went, that they end, or that new ones are new. */
export async function linkNodes(
  ctx: Ctx,
  input: LinkEntry & { readonly planId: string },
): Promise<Result<{ ids: readonly string[] }>> {
  const ids: string[] = [];
  const done = await change(ctx, input.planId, "plan.lineage.linked", (held) => {
    if (!isThere(held.old, input.oldNodeIds) || !isThere(held.new, input.newNodeIds)) return refuse(nodeGone);
    const entered = linksIn(input);
    if (!entered.ok) return entered;
    let links: Result<LineageLink[]> = accept([...held.links]);
    for (const link of entered.value) if (links.ok) links = withLink(links.value, link);
    ids.splice(0, ids.length, ...entered.value.map((link) => link.id)); // a transaction that is tried again begins anew
    return links.ok ? accept(settled(links.value, input.kind === null ? [] : ids)) : links;
  });
  return done.ok ? accept({ ids }) : done;
}

function linksIn({ oldNodeIds, newNodeIds, kind, evolution, note }: LinkEntry): Result<LineageLink[]> {
  const isLone = kind === "end" || kind === "new";
  if (!isLone && (oldNodeIds.length === 0 || newNodeIds.length === 0)) return refuse(sideMissing);
  if (oldNodeIds.length > 1 && newNodeIds.length > 1) return refuse(manyToMany);
  const olds = oldNodeIds.length > 0 ? oldNodeIds : [null];
  const news = newNodeIds.length > 0 ? newNodeIds : [null];
  const given = { kind: kind ?? "continue", evolution, note };
  return accept(
    olds.flatMap((oldNodeId) => news.map((newNodeId) => ({ id: newId(), oldNodeId, newNodeId, ...given }))),
  );
}

/** An old node and the new one as which it goes on. */
export interface NodePair {
  readonly oldNodeId: string;
  readonly newNodeId: string;
}

/** Links many pairs as 継続 in one act, which is taken back as one; refused whole when a node of them was linked meanwhile. */
export async function linkPairs(
  ctx: Ctx,
  input: { readonly planId: string; readonly pairs: readonly NodePair[] },
): Promise<Result<null>> {
  return change(ctx, input.planId, "plan.lineage.linked", (held) => {
    const [olds, news] = [input.pairs.map((pair) => pair.oldNodeId), input.pairs.map((pair) => pair.newNodeId)];
    if (!isThere(held.old, olds) || !isThere(held.new, news)) return refuse(nodeGone);
    const linked = new Set(held.links.flatMap(({ oldNodeId, newNodeId }) => [oldNodeId, newNodeId]));
    const named = [...olds, ...news];
    if (new Set(named).size < named.length || named.some((id) => linked.has(id))) return refuse(linkedMeanwhile);
    const given = { kind: "continue", evolution: null, note: "" } as const;
    return accept([...held.links, ...input.pairs.map((pair) => ({ id: newId(), ...pair, ...given }))]);
  });
}

/** Says a link's kind, 深化 and note anew. */
export async function describeLink(
  ctx: Ctx,
  input: { readonly planId: string; readonly id: string } & Pick<LinkEntry, "kind" | "evolution" | "note">,
): Promise<Result<null>> {
  return change(ctx, input.planId, "plan.lineage.described", ({ links }) => {
    const link = links.find((each) => each.id === input.id);
    if (!link) return refuse(linkGone);
    const { evolution, note, kind } = input;
    const changed = withLink(links, { ...link, evolution, note, kind: kind ?? link.kind });
    return changed.ok ? accept(settled(changed.value, kind === null ? [] : [link.id])) : changed;
  });
}

/** Takes a link away; the kinds of those that are left follow their shape. */
export async function unlinkNodes(
  ctx: Ctx,
  input: { readonly planId: string; readonly id: string },
): Promise<Result<null>> {
  return change(ctx, input.planId, "plan.lineage.unlinked", ({ links }) =>
    links.some((each) => each.id === input.id)
      ? accept(settled(links.filter((each) => each.id !== input.id)))
      : refuse(linkGone),
  );
}

/** Takes a table of codes (対応表) into the lineage as its preview showed it; refused while a row has a fault. */
export async function importCorrespondence(
  ctx: Ctx,
  input: { readonly planId: string; readonly rows: readonly CorrespondenceRow[] },
): Promise<Result<null>> {
  return change(ctx, input.planId, "plan.lineage.imported", (held) => {
    const reading = readCorrespondence(input.rows, held);
    if (reading.faults.length > 0)
      return refuse({ code: "faults", message: `対応表に直すところが${reading.faults.length}か所あります。` });
    return accept([...reading.links]);
  });
}

/** Takes back the person's own last act on the lineage, as long as nobody changed the same links since. */
export async function undoLineage(ctx: Ctx, input: { readonly planId: string }): Promise<Result<null>> {
  permit(mayTraceLineage(ctx.actor), mayTraceLineage.sentence);
  return ctx.transaction(async (tx) => {
    const held = await hold(tx, input.planId);
    const last = await lastLineageStep(tx, input.planId, personId(ctx.actor));
    if (!last) return refuse(nothingToTakeBack);
    if (!isAsLeft(held.links, last)) return refuse(changedSince);
    await deleteLinks(
      tx,
      last.after.map((link) => link.id),
    );
    await insertLinks(tx, input.planId, last.before);
    await markLineageStepUndone(tx, last.id, ctx.clock.now());
    await record(tx, ctx, "plan.lineage.undone", { planId: input.planId, step: last.id });
    return accept(null);
  });
}

/** Whether the links stand as a step left them, and nothing stands where those would come back that it took away. */
function isAsLeft(links: readonly LineageLink[], { before, after }: LineageStep): boolean {
  const others = links.filter((link) => !after.some((each) => each.id === link.id));
  return (
    after.every((link) => links.some((each) => same(each, link))) &&
    !others.some((link) => before.some((each) => each.id === link.id || hasSameEnds(each, link)))
  );
}

/** The frame of every act: permission, the lineage held, the rule, the difference saved and kept for taking it back. */
async function change(
  ctx: Ctx,
  planId: string,
  act: string,
  rule: (held: HeldLineage) => Result<readonly LineageLink[]>,
): Promise<Result<null>> {
  permit(mayTraceLineage(ctx.actor), mayTraceLineage.sentence);
  return ctx.transaction(async (tx) => {
    const held = await hold(tx, planId);
    if (held.old.length === 0) return refuse(noPredecessor);
    const after = rule(held);
    if (!after.ok) return after;
    const step = differenceOf(held.links, after.value);
    if (step.before.length + step.after.length === 0) return accept(null);
    await saveStep(ctx, tx, { planId, act, step });
    return accept(null);
  });
}

async function saveStep(
  ctx: Ctx,
  tx: Tx,
  { planId, act, step }: { planId: string; act: string; step: LineageStep },
): Promise<void> {
  await deleteLinks(
    tx,
    step.before.map((link) => link.id),
  );
  await insertLinks(tx, planId, step.after);
  const doneBy = personId(ctx.actor);
  if (doneBy) await keepLineageStep(tx, { ...step, planId, act, doneBy, at: ctx.clock.now() });
  await record(tx, ctx, act, { planId, links: step.after.length + step.before.length });
}

async function hold(tx: Tx, planId: string): Promise<HeldLineage> {
  const plan = await lockPlan(tx, planId);
  const old = plan.predecessorId === null ? [] : await outlineOf(tx, plan.predecessorId);
  const fresh = await outlineOf(tx, planId);
  const ids = new Set(old.map((node) => node.id));
  const links = (await linksOf(tx, planId)).filter((link) => link.oldNodeId === null || ids.has(link.oldNodeId));
  return { tx, planId, links, old, new: fresh };
}

function isThere(nodes: readonly OutlineNode[], ids: readonly string[]): boolean {
  return ids.every((id) => nodes.some((node) => node.id === id));
}

function differenceOf(before: readonly LineageLink[], after: readonly LineageLink[]): LineageStep {
  return { before: notIn(after, before), after: notIn(before, after) };
}

function notIn(known: readonly LineageLink[], links: readonly LineageLink[]): LineageLink[] {
  return links.filter((link) => !known.some((each) => same(each, link)));
}

function same(a: LineageLink, b: LineageLink): boolean {
  return canonicalJson({ ...a } as Json) === canonicalJson({ ...b } as Json); // a link is JSON
}

const linkGone: Refusal = {
  code: "gone",
  message: "この対応は、ほかの人が外しました。",
  remedy: "画面を開き直してください。",
};

const changedSince: Refusal = {
  code: "changedSince",
  message: "そのあとに同じ対応が変えられたので、元に戻せません。",
  remedy: "一覧で、いまの対応を確かめて直してください。",
};
