import type { Ctx } from "#domain/audit/index.ts";
import { listPlans, planById, planOutline } from "#domain/plan/index.ts";

/** A measure (施策) as these pages name it, with the address of its page. */
export interface MeasureName {
  readonly id: string;
  readonly label: string;
  readonly planName: string;
  readonly href: string;
}

/** Every node with a page of every plan, the newest plan first, each plan in its order. */
export async function allMeasures(ctx: Ctx): Promise<MeasureName[]> {
  const found: MeasureName[] = [];
  for (const { id, slug, name } of (await listPlans(ctx)).toSorted((a, b) => b.startYear - a.startYear)) {
    const { levels } = await planById(ctx, id);
    const paged = new Set(levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
    for (const node of await planOutline(ctx, id))
      if (paged.has(node.depth))
        found.push({
          id: node.id,
          label: [node.code, node.title].filter(Boolean).join(" "),
          planName: name,
          href: `/staff/plans/${slug}/nodes/${node.id}`,
        });
  }
  return found;
}
