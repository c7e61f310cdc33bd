import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { insertBranch } from "../actions/branches.ts";
import { takenSlug } from "../actions/plans.ts";
import { insertLinks } from "../lineage/store.ts";
import { mayManagePlans } from "../permissions.ts";
import type { Plan } from "../plan.ts";
import { wasPlanPublished } from "../queries/publications.ts";
import { insertPlan, lockPlan, planWhere, saveLevels } from "../store/plans.ts";
import { saveSdgGapNote, sdgGapNotesOf } from "../store/sdgs.ts";
import { branchesOf, oldContent, rebasingSeal } from "./content.ts";
import { orderFaults, rebasingDraft, type RebasingOrder } from "./draft.ts";
import { insertRebasing, isFollowed, rebasingThatMade, removePlan } from "./store.ts";
import type { Tx } from "#domain/audit/index.ts";

/**
 * Makes a new plan from another one (計画の組み直し), with its tree, contents, continued indicators and lineage, in one transaction. The
 * old plan is not touched. The seal is that of the preview: refused when the old plan changed since.
 */
export async function rebasePlan(
  ctx: Ctx,
  input: { readonly fromPlanId: string; readonly order: RebasingOrder; readonly seal: string },
): Promise<Result<Plan>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  const { order } = input;
  const faults = orderFaults(order);
  if (faults) return refuse(faults);
  return ctx.transaction<Result<Plan>>(async (tx) => {
    const from = await lockPlan(tx, input.fromPlanId);
    const old = await oldContent(tx, from);
    if (rebasingSeal(old, order) !== input.seal) return refuse(changedSince);
    if (await planWhere(tx, "slug", order.slug)) return takenSlug();
    const { levels, goals: _goals, fates: _fates, takes, indicators: _indicators, ...entry } = order;
    const plan = await insertPlan(tx, { ...entry, predecessorId: from.id, divisionId: from.divisionId });
    await saveLevels(tx, plan.id, levels);
    const filled = await fill(ctx, tx, { plan, old, order });
    if (!filled.ok) return filled;
    if (takes.sdgs) for (const note of await sdgGapNotesOf(tx, from.id)) await saveSdgGapNote(tx, plan.id, note);
    const done = { planId: plan.id, fromPlanId: from.id };
    await insertRebasing(tx, { ...done, doneBy: personId(ctx.actor), doneAt: ctx.clock.now() });
    await record(tx, ctx, "plan.rebased", { ...done, ...filled.value });
    return accept(plan);
  });
}

/** Inserts the tree and the lineage that the draft draws. */
async function fill(
  ctx: Ctx,
  tx: Tx,
  { plan, old, order }: { plan: Plan; old: Awaited<ReturnType<typeof oldContent>>; order: RebasingOrder },
): Promise<Result<{ nodes: number; indicators: number; links: number }>> {
  const draft = rebasingDraft(old.nodes, order);
  const ids = new Map<string, string>();
  const idOf = (key: string) => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const branches = branchesOf(draft, { old, order, idOf });
  const inserted = await insertBranch(tx, ctx, { planId: plan.id, parentId: null, branches });
  if (!inserted.ok) return inserted;
  const links = draft.links.map(({ newKey, ...link }) => ({
    ...link,
    id: newId(),
    newNodeId: newKey === null ? null : idOf(newKey),
  }));
  await insertLinks(tx, plan.id, links);
  return accept({ ...inserted.value, links: links.length });
}

/** Takes a re-basing back: the new plan goes as a whole, the old one stays as it is. Possible until the new one was published. */
export async function undoRebasing(ctx: Ctx, input: { readonly planId: string }): Promise<Result<{ from: Plan }>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  return ctx.transaction<Result<{ from: Plan }>>(async (tx) => {
    const plan = await lockPlan(tx, input.planId);
    const rebasing = await rebasingThatMade(tx, plan.id);
    if (!rebasing) return refuse(notRebased);
    if (await wasPlanPublished(tx, plan)) return refuse(published);
    if (await isFollowed(tx, plan.id)) return refuse(followed);
    await removePlan(tx, { id: plan.id, slug: plan.slug, at: ctx.clock.now() });
    await record(tx, ctx, "plan.rebasing.undone", { planId: plan.id, fromPlanId: rebasing.fromPlanId });
    return accept({ from: await lockPlan(tx, rebasing.fromPlanId) });
  });
}

const changedSince: Refusal = {
  code: "changedSince",
  message: "確かめている間に、もとの計画が変わりました。",
  remedy: "下の内容をもう一度確かめてから、計画を作ってください。",
};

const notRebased: Refusal = {
  code: "notRebased",
  message: "この計画は、組み直しで作ったものではありません。",
};

const published: Refusal = {
  code: "published",
  message: "この計画は公開したことがあるので、組み直しを取り消せません。",
  remedy: "公開をやめるときは、「公表」で取り下げてください。",
};

const followed: Refusal = {
  code: "followed",
  message: "この計画を「前の計画」とする計画があるので、組み直しを取り消せません。",
  remedy: "先に、あとの計画の設定で「前の計画」を変えてください。",
};
