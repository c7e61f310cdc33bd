import type { Ctx } from "#domain/audit/index.ts";
import { createPlan, insertBranch, publishablePlan, setSdgGapNote, type Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { expectAccepted } from "./outcome.ts";
import { branchesOf, type DivisionIds } from "./sample-branches.ts";
import type { SamplePlan } from "./sample-plan.ts";

/** Writes a sample plan with everything in it. */
export async function seedPlan(
  ctx: Ctx,
  sample: SamplePlan,
  places: { readonly divisions?: DivisionIds; readonly predecessorId?: string } = {},
): Promise<Plan> {
  const { slug, kind, name, vision, summary, period, levels, division, nodes } = sample;
  const divisions = places.divisions ?? new Map<string, string>();
  const divisionId = (division && divisions.get(division)) ?? null;
  const predecessorId = places.predecessorId ?? null;
  const entry = { slug, kind, name, vision, summary, ...period, levels, divisionId, predecessorId };
  const plan = expectAccepted(await createPlan(ctx, entry), name);
  const branches = branchesOf(nodes, divisions);
  const inserted = await ctx.transaction((tx) => insertBranch(tx, ctx, { planId: plan.id, parentId: null, branches }));
  expectAccepted(inserted, `the tree of ${name}`);
  for (const note of sample.sdgGapNotes) {
    expectAccepted(await setSdgGapNote(ctx, { planId: plan.id, ...note }), `the note on goal ${note.goal}`);
  }
  return plan;
}

/** Publishes the plan as it stands now. */
export async function publishPlan(ctx: Ctx, plan: Plan, words: VersionWords): Promise<void> {
  const version = { of: publishablePlan, reference: plan.slug, ...words };
  expectAccepted(await publishNow(ctx, version), words.label);
}
