import type { Ctx } from "#domain/audit/index.ts";
import { planById, planOutline } from "#domain/plan/index.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import type { Consultation } from "../consultation.ts";
import { callFault, ruleList } from "./call.ts";
import type { ProposalDetail } from "./detail.ts";
import { callIn } from "./store/calls.ts";

/** An idea call as it would go public now. */
export async function callDetail(ctx: Ctx, { id, occasion }: Consultation): Promise<Result<ProposalDetail>> {
  const call = await callIn(ctx.db, id);
  if (!call) throw new NotFound(`idea call ${id}`);
  const fault = callFault(call);
  if (fault) return refuse(fault);
  const { scope, measures } = await measuresIn(ctx, occasion.planId, call.nodeId);
  return accept({
    kind: "proposal",
    theme: call.theme,
    eligibility: call.eligibility,
    rules: [...ruleList(call)],
    moderation: call.moderation,
    nameAsking: call.nameAsking,
    scope,
    measures,
  });
}

/** The part of the plan that a call is about, and the measures (施策) in it; of the whole plan where none is named. */
async function measuresIn(ctx: Ctx, planId: string, nodeId: string | null) {
  const plan = await planById(ctx, planId);
  const nodes = await planOutline(ctx, planId);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const withPage = new Set(plan.levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const measures = nodes
    .filter(({ id, depth }) => withPage.has(depth) && isInsideOf(byId, id, nodeId))
    .map(({ id, code, title }) => ({ id, code, title }));
  const top = byId.get(nodeId ?? "");
  return { measures, scope: top ? { code: top.code, title: top.title } : null };
}

function isInsideOf(
  byId: ReadonlyMap<string, { readonly parentId: string | null }>,
  id: string,
  top: string | null,
): boolean {
  if (top === null || id === top) return true;
  const above = byId.get(id)?.parentId;
  return above ? isInsideOf(byId, above, top) : false;
}
