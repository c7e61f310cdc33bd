import type { PathNode, PlanWithLevels } from "#domain/plan/index.ts";
import type { Crumb } from "#web/ui/parts.tsx";

type Slug = Pick<PlanWithLevels, "slug">;

/** Addresses of a plan's staff pages, in one place. */
export const addressOf = {
  plans: "/staff/plans",
  newPlan: "/staff/plans/new",
  plan: ({ slug }: Slug) => `/staff/plans/${slug}`,
  settings: ({ slug }: Slug) => `/staff/plans/${slug}/settings`,
  tree: ({ slug }: Slug, nodeId?: string) => `/staff/plans/${slug}/tree${nodeId ? `?node=${nodeId}` : ""}`,
  imports: ({ slug }: Slug) => `/staff/plans/${slug}/imports`,
  measures: ({ slug }: Slug) => `/staff/plans/${slug}/measures`,
  papers: ({ slug }: Slug) => `/staff/plans/${slug}/papers`,
  sdgs: ({ slug }: Slug) => `/staff/plans/${slug}/sdgs`,
  node: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/nodes/${id}`,
  revisions: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/nodes/${id}/revisions`,
  revision: ({ slug }: Slug, id: string, number: number) => `/staff/plans/${slug}/nodes/${id}/revisions/${number}`,
  nodeSdgs: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/nodes/${id}/sdgs`,
  newIndicator: ({ slug }: Slug, nodeId: string) => `/staff/plans/${slug}/nodes/${nodeId}/indicators/new`,
  indicators: ({ slug }: Slug) => `/staff/plans/${slug}/indicators`,
  targetSets: ({ slug }: Slug) => `/staff/plans/${slug}/target-sets`,
  targetSet: ({ slug }: Slug, setId: string) => `/staff/plans/${slug}/target-sets/${setId}`,
  setTargets: ({ slug }: Slug, setId: string, indicatorId: string) =>
    `/staff/plans/${slug}/target-sets/${setId}/indicators/${indicatorId}`,
  indicatorHistory: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/indicators/${id}/history`,
  indicator: ({ slug }: Slug, id: string) => `/staff/plans/${slug}/indicators/${id}`,
} as const;

/** 「1-1-1 地域の防災力を高める」. */
export function nodeName({ code, title }: Pick<PathNode, "code" | "title">): string {
  return code === "" ? title : `${code} ${title}`;
}

/** The way back from a page of a plan: 計画 › the plan › the nodes above. */
export function planCrumbs(plan?: Slug & { readonly name: string }, above: readonly PathNode[] = []): Crumb[] {
  return [
    { href: addressOf.plans, label: "計画" },
    ...(plan ? [{ href: addressOf.plan(plan), label: plan.name }] : []),
    ...above.map((node) => ({ href: plan ? addressOf.node(plan, node.id) : "", label: nodeName(node) })),
  ];
}
