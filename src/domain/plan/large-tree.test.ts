import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { systemActor, type Ctx } from "#domain/audit/index.ts";
import { planOf, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import { moveNode, planSnapshot, planState, previewRenumbering, renumber, sdgMatrix, treeChildren } from "./index.ts";

/** 10 goals of 10 policies of 29 measures: 10 + 100 + 2,900 nodes. */
const sketch = numbered(10).flatMap((goal) => [
  `${goal} 目標${goal}`,
  numbered(10).flatMap((policy) => [
    `${goal}-${policy} 政策`,
    numbered(29).map((measure) => `${goal}-${policy}-${measure} 施策`),
  ]),
]);

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe("a tree of 3,010 nodes", () => {
  const city = useCity();

  async function large(): Promise<{ ctx: Ctx; plan: PlanInTest }> {
    const ctx = city().as(systemActor("test"));
    return { ctx, plan: await planOf(ctx, "みほん市総合計画", sketch) };
  }

  it("opens a branch within 200 ms and moves, renumbers and goes public without a statement per node", async () => {
    const { ctx, plan } = await large();
    const planId = plan.plan.id;
    const first = await plan.node("目標1");
    expect((await treeChildren(ctx, planId, first.id)).length).toBe(10);
    expect(await took(() => treeChildren(ctx, planId, first.id))).toBeLessThan(200);
    expect(await took(() => moveNode(ctx, { ...first, parentId: null, position: 9 }))).toBeLessThan(2_000);
    const { codes, changes } = await previewRenumbering(ctx, planId);
    expect(changes.length).toBe(3_010); // the first goal became the last: every code changes
    expect(await took(() => renumber(ctx, { planId, codes }))).toBeLessThan(5_000);
    expect((await planSnapshot(ctx, planId)).nodes.length).toBe(3_010);
    // Before PostgreSQL has statistics of the new rows: a query that counts row by row takes 17 s here.
    expect(await took(() => sdgMatrix(ctx, plan.plan))).toBeLessThan(3_000);
    expect(await took(() => planState(ctx, plan.plan))).toBeLessThan(3_000);
  });
});
