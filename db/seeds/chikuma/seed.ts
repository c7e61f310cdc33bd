import type { Ctx } from "#domain/audit/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { createPersonWithPassword } from "#domain/identity/index.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { daysBefore } from "../earlier.ts";
import { randomPassword, type FirstSignIn } from "../first-sign-in.ts";
import { expectAccepted } from "../outcome.ts";
import { publishPlan, seedPlan } from "../plan-insertion.ts";
import { chikumaPlans } from "./plans.ts";
import { seedChikumaStatistics } from "./statistics.ts";
import { seedChikumaStrategy } from "./strategy.ts";

const unofficial = {
  label: "公開資料による整理（非公式）",
  openness: "decided",
  divisionName: "このサイトの運営者（千曲市ではありません）",
  divisionContact: "",
} as const;

/**
 * The published outline of a real city: no division, nothing that its pages do not say, and nobody of the city. The one who signs in
 * is whoever tries the software, and is called so.
 */
export async function seedChikuma(ctx: Ctx): Promise<FirstSignIn[]> {
  let predecessorId: string | undefined;
  let newest: Plan | undefined;
  for (const [index, sample] of chikumaPlans.entries()) {
    // A day apart, so that the plan with the measures is the newest.
    const then = daysBefore(ctx, chikumaPlans.length - 1 - index);
    const plan = await seedPlan(then, sample, { ...(sample.predecessor && predecessorId && { predecessorId }) });
    await publishPlan(then, plan, {
      ...unofficial,
      note: `${sample.name}のうち、公開資料から読み取れる範囲だけを収めています。`,
    });
    predecessorId = plan.id;
    newest = plan;
  }
  await seedChikumaStatistics(ctx);
  const note = "人口の見通しと期間の延長を収めています。基本目標と指標は、公開資料から読み取れません。";
  if (newest) await seedChikumaStrategy(ctx, newest, { ...unofficial, note });
  return [await seedVisitor(ctx)];
}

async function seedVisitor(ctx: Ctx): Promise<FirstSignIn> {
  const role = "planning";
  const [name, kana, email] = ["試す人（市の職員ではありません）", "ためすひと", "visitor@chikuma.example"];
  const password = randomPassword();
  const fromOn = `${fiscalYearOf(ctx.clock.today())}-04-01`;
  const words = { name, kana, email, roles: [{ role }], divisionId: null, title: "", fromOn, password } as const;
  expectAccepted(await createPersonWithPassword(ctx, words), name);
  return { name, role, email, password };
}
