import {
  mayReadPlans,
  mayShapeTree,
  planBySlug,
  planOutline,
  previewRenumbering,
  renumber,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { json, onwards, page } from "#web/answer.tsx";
import type { ActAnswer } from "#web/islands/plan-tree/protocol.ts";
import type { NoticeKey } from "#web/ui/notices.ts";
import { text, texts, type Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { add, inTree, move, remove, rename, undo, type Outcome, type TreeAct } from "./acts.ts";
import { branchesOf, idsAbove, matchesOf } from "./branches.ts";
import { NodeActsPage } from "./node-acts-page.tsx";
import { RenumberingPage } from "./renumbering-page.tsx";
import { TreePage } from "./tree-page.tsx";

const base = "/staff/plans/:slug/tree";

export const treeRoutes: readonly StaffRoute[] = [
  { method: "get", path: base, may: mayReadPlans, handle: (visit) => showTree(visit) },
  { method: "get", path: `${base}/children`, may: mayReadPlans, handle: tellChildren },
  { method: "get", path: `${base}/matches`, may: mayReadPlans, handle: tellMatches },
  {
    method: "get",
    path: `${base}/nodes/:id`,
    may: mayShapeTree,
    handle: (visit) => showNodeActs(visit, visit.params["id"] ?? ""),
  },
  { method: "post", path: `${base}/additions`, may: mayShapeTree, handle: acting(add, "created") },
  { method: "post", path: `${base}/renamings`, may: mayShapeTree, handle: acting(rename, "saved") },
  { method: "post", path: `${base}/moves`, may: mayShapeTree, handle: acting(move, "moved") },
  { method: "post", path: `${base}/removals`, may: mayShapeTree, handle: acting(remove, "removed") },
  { method: "post", path: `${base}/undoings`, may: mayShapeTree, handle: acting(undo, "restored") },
  { method: "get", path: `${base}/renumbering`, may: mayShapeTree, handle: (visit) => showRenumbering(visit) },
  { method: "post", path: `${base}/renumberings`, may: mayShapeTree, handle: applyRenumbering },
];

function planOf({ ctx, params }: Visit): Promise<PlanWithLevels> {
  return planBySlug(ctx, params["slug"] ?? "");
}

async function showTree(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, query } = visit;
  const plan = await planOf(visit);
  const node = query.get("node") ?? "";
  const above = isId(node) ? idsAbove(await planOutline(ctx, plan.id), node) : [];
  const open = [...new Set([...(query.get("open") ?? "").split(",").filter(isId), ...above])];
  const branches = await branchesOf(ctx, plan.id, [null, ...open]);
  const words = query.get("q");
  const matches = words ? await matchesOf(ctx, plan.id, words) : undefined;
  const element = (
    <TreePage
      visit={visit}
      plan={plan}
      branches={branches}
      open={open}
      current={node || null}
      matches={matches}
      refusal={refusal}
    />
  );
  return page(element, refusal ? 422 : 200);
}

async function tellChildren(visit: Visit): Promise<Response> {
  const plan = await planOf(visit);
  const parents = visit.query.getAll("parent").map((id) => id || null);
  return json(await branchesOf(visit.ctx, plan.id, parents));
}

async function tellMatches(visit: Visit): Promise<Response> {
  const plan = await planOf(visit);
  return json(await matchesOf(visit.ctx, plan.id, visit.query.get("q") ?? ""));
}

/** An act answers the island with the branches it touched, and a plain form with the page to look at next. */
function acting(act: TreeAct, notice: NoticeKey) {
  return async (visit: Visit): Promise<Response> => {
    const plan = await planOf(visit);
    const outcome = await act(visit.ctx, plan, visit.form);
    const asksJson = visit.request.headers.get("accept")?.includes("application/json");
    return asksJson ? tellOutcome(visit, plan, outcome) : showOutcome(visit, plan, { outcome, notice });
  };
}

async function tellOutcome(
  { ctx, form }: Visit,
  plan: PlanWithLevels,
  { result, id, parents }: Outcome,
): Promise<Response> {
  const loaded = texts(form, "loaded").map((each) => each || null);
  const branches = await branchesOf(ctx, plan.id, [...parents, ...loaded]);
  if (result.ok) return json({ ok: true, id, branches, savedAt: tokyoTime(ctx.clock.now()) } satisfies ActAnswer);
  const { message, remedy = "" } = inTree(result.refusal);
  return json({ ok: false, refusal: { message, remedy }, branches } satisfies ActAnswer, 422);
}

async function showOutcome(
  visit: Visit,
  plan: PlanWithLevels,
  { outcome, notice }: { readonly outcome: Outcome; readonly notice: NoticeKey },
): Promise<Response> {
  const { result, id, parents } = outcome;
  if (!result.ok) {
    const refusal = inTree(result.refusal);
    const subject = text(visit.form, "id");
    return subject === "" ? showTree(visit, refusal) : showNodeActs(visit, subject, refusal);
  }
  const stand = id ?? parents[0] ?? null;
  const address = `/staff/plans/${plan.slug}/tree`;
  return onwards(stand === null ? address : `${address}?node=${stand}#node-${stand}`, notice);
}

async function showNodeActs(visit: Visit, id: string, refusal?: Refusal): Promise<Response> {
  const plan = await planOf(visit);
  const outline = await planOutline(visit.ctx, plan.id);
  const node = outline.find((each) => each.id === id);
  if (!node) throw new NotFound(`node ${id}`);
  const typed = refusal && visit.form.has("text") ? text(visit.form, "text") : undefined;
  return page(
    <NodeActsPage visit={visit} plan={plan} outline={outline} node={node} refusal={refusal} typed={typed} />,
    refusal ? 422 : 200,
  );
}

async function showRenumbering(visit: Visit, refusal?: Refusal): Promise<Response> {
  const plan = await planOf(visit);
  const preview = await previewRenumbering(visit.ctx, plan.id);
  return page(<RenumberingPage visit={visit} plan={plan} preview={preview} refusal={refusal} />, refusal ? 422 : 200);
}

async function applyRenumbering(visit: Visit): Promise<Response> {
  const plan = await planOf(visit);
  const result = await renumber(visit.ctx, { planId: plan.id, codes: text(visit.form, "codes") });
  return result.ok ? onwards(`/staff/plans/${plan.slug}/tree`, "renumbered") : showRenumbering(visit, result.refusal);
}
