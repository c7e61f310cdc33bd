import type { Ctx } from "#domain/audit/index.ts";
import { daysBefore } from "../earlier.ts";
import { publishPlan, seedPlan } from "../plan-insertion.ts";
import { chikumaPlans } from "./plans.ts";
import { seedChikumaStatistics } from "./statistics.ts";

/** The published outline of a real city: no person, no division, nothing that its pages do not say. */
export async function seedChikuma(ctx: Ctx): Promise<void> {
  let predecessorId: string | undefined;
  for (const [index, sample] of chikumaPlans.entries()) {
    // A day apart, so that the plan with the measures is the newest.
    const then = daysBefore(ctx, chikumaPlans.length - 1 - index);
    const plan = await seedPlan(then, sample, { ...(sample.predecessor && predecessorId && { predecessorId }) });
    await publishPlan(then, plan, {
      label: "公開資料による整理（非公式）",
      openness: "decided",
      divisionName: "このサイトの運営者（千曲市ではありません）",
      divisionContact: "",
      note: `${sample.name}のうち、公開資料から読み取れる範囲だけを収めています。`,
    });
    predecessorId = plan.id;
  }
  await seedChikumaStatistics(ctx);
}
