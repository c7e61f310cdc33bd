import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { publish } from "#domain/publication/index.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  indicatorHistory,
  indicatorPage,
  planPayload,
  planSnapshot,
  removeIndicator,
  removeNode,
  restoreIndicator,
} from "./index.ts";

describe("an indicator whose target was published", () => {
  const city = useCity();
  let ctx: Ctx;
  let plan: PlanInTest;
  let nodeId: string;
  let published: string;

  const grounds = { reason: "国の調査が終わったため", decidedBy: "策定委員会", decidedOn: "2026-04-01" };
  const remove = async (id: string, said?: typeof grounds) =>
    removeIndicator(ctx, { id, version: (await indicatorPage(ctx, id)).version, ...(said && { grounds: said }) });
  const removedIn = async () => (await planSnapshot(ctx, plan.plan.id)).removedIndicators;

  beforeAll(async () => {
    ({ planning: ctx } = await castOf(city()));
    plan = await smallPlan(ctx);
    nodeId = (await plan.node("訓練")).id;
    published = await added("公表した指標");
    const payload = await planSnapshot(ctx, plan.plan.id);
    const words = { divisionName: "企画課", divisionContact: "", note: "" };
    const decided = { label: "策定版", openness: "decided" } as const;
    await publish(ctx, { kind: planPayload, reference: plan.plan.slug, payload, ...decided, ...words });
  });

  async function added(name: string): Promise<string> {
    const result = await addIndicator(ctx, { nodeId, content: { ...trainingIndicator, code: "", name } });
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value.id;
  }

  it("is removed only with reason, decider and a day that has been", async () => {
    expect(await remove(published)).toMatchObject({
      refusal: { fields: { removalReason: expect.stringContaining("「公表した指標」の目標値は公表されています。") } },
    });
    expect(await remove(published, { ...grounds, decidedBy: " ", decidedOn: "2099-01-01" })).toMatchObject({
      refusal: { fields: { removalDecidedBy: expect.any(String), removalDecidedOn: expect.any(String) } },
    });
    expect(await indicatorPage(ctx, published)).toMatchObject({ name: "公表した指標" });
  });

  it("stops its branch from being removed, naming it", async () => {
    const node = await plan.node("訓練");
    expect(await removeNode(ctx, { id: node.id, version: node.version })).toMatchObject({
      refusal: { code: "publishedTargets", message: expect.stringContaining("公表した指標") },
    });
  });

  it("goes public as removed with the reason, until it is brought back, which its history keeps", async () => {
    expect(await remove(published, grounds)).toMatchObject({ ok: true });
    expect(await removedIn()).toMatchObject([{ id: published, nodeId, name: "公表した指標", ...grounds }]);
    await restoreIndicator(ctx, { id: published });
    expect(await removedIn()).toEqual([]);
    const { removals } = await indicatorHistory(ctx, await indicatorPage(ctx, published));
    expect(removals).toMatchObject([grounds]);
  });

  it("is told apart from one that nobody read, which goes without a word and is not told of", async () => {
    expect(await remove(await added("公表していない指標"))).toMatchObject({ ok: true });
    expect(await removedIn()).toEqual([]);
  });
});
