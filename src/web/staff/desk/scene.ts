import type { Ctx } from "#domain/audit/index.ts";
import { listPlans, planById, planOutline, type Plan } from "#domain/plan/index.ts";
import { lastDeskSteps, listOccasions, type KeptStep, type Occasion } from "#domain/voices/index.ts";
import type { Option } from "#web/ui/forms.tsx";

/** What every page of the desk stands on: the plan whose voices are worked on, and its occasions. */
export interface DeskScene {
  readonly plan: Plan;
  readonly plans: readonly Plan[];
  readonly occasions: readonly Occasion[];
  /** The chosen occasion; undefined for all of the plan. */
  readonly occasion: Occasion | undefined;
  readonly steps: readonly KeptStep[];
}

/** The plan of the chosen occasion, the chosen plan, or that of the newest occasion; undefined while nothing was ever asked. */
export async function deskScene(ctx: Ctx, query: URLSearchParams): Promise<DeskScene | undefined> {
  const all = await listOccasions(ctx);
  const occasion = all.find(({ id }) => id === query.get("occasion"));
  const ids = new Set(all.map(({ planId }) => planId));
  const plans = (await listPlans(ctx)).filter(({ id }) => ids.has(id));
  const chosen = plans.find(({ id }) => id === (occasion?.planId ?? query.get("plan")));
  const plan = chosen ?? plans.find(({ id }) => id === all[0]?.planId);
  if (!plan) return undefined;
  const occasions = all.filter(({ planId }) => planId === plan.id);
  return { plan, plans, occasions, occasion, steps: await lastDeskSteps(ctx, plan.id, 1) };
}

export function occasionOptions(occasions: readonly Occasion[]): Option[] {
  return occasions.map(({ id, title }) => ({ value: id, label: title }));
}

/** The measures (施策) of a plan, those that have a page of their own. */
export async function measureOptions(ctx: Ctx, planId: string): Promise<Option[]> {
  const { levels } = await planById(ctx, planId);
  const depths = new Set(levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const nodes = (await planOutline(ctx, planId)).filter(({ depth }) => depths.has(depth));
  return nodes.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}`.trim() }));
}
