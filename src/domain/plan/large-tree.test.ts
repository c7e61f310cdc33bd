import { describe, expect, it } from "vitest";
import { systemActor, type Ctx } from "#domain/audit/index.ts";
import { planOf, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import { statementsOf } from "../../../test/support/statements.ts";
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

describe("a tree of 3,010 nodes", () => {
  const city = useCity();

  async function large(): Promise<{ ctx: Ctx; plan: PlanInTest }> {
    const ctx = city().as(systemActor("test"));
    return { ctx, plan: await planOf(ctx, "みほん市総合計画", sketch) };
  }

  it("opens, moves, renumbers, is checked and goes public without a statement per node", async () => {
    const { ctx, plan } = await large();
    const planId = plan.plan.id;
    const first = await plan.node("目標1");
    expect((await treeChildren(ctx, planId, first.id)).length).toBe(10);
    const { codes, changes } = await previewRenumbering(ctx, planId);
    expect(changes.length).toBe(0);
    const works = {
      branch: () => treeChildren(ctx, planId, first.id),
      matrix: () => sdgMatrix(ctx, plan.plan),
      state: () => planState(ctx, plan.plan),
      snapshot: async () => expect((await planSnapshot(ctx, planId)).nodes.length).toBe(3_010),
      sameCodes: () => renumber(ctx, { planId, codes }),
      move: () => moveNode(ctx, { ...first, parentId: null, position: 9 }),
    };
    for (const [name, work] of Object.entries(works)) expect.soft(await statementsOf(work), name).toBeLessThan(20);
  });

  it("gets 3,010 new codes in as many statements as its rows fill", async () => {
    const { ctx, plan } = await large();
    const planId = plan.plan.id;
    await moveNode(ctx, { ...(await plan.node("目標1")), parentId: null, position: 9 });
    const { codes, changes } = await previewRenumbering(ctx, planId);
    expect(changes.length).toBe(3_010); // the first goal became the last: every code changes
    expect(await statementsOf(() => renumber(ctx, { planId, codes }))).toBeLessThan(40);
  });
});
