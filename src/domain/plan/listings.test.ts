import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { listAgain, nodePage, planSnapshot, removeNode, unlist } from "./index.ts";

describe("a node that is also listed elsewhere (再掲)", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;
  let drill: string;
  let fire: string;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    plan = await smallPlan(planning);
    drill = (await plan.node("訓練")).id;
    fire = (await plan.node("消防")).id;
  });

  async function listedUnderFire(): Promise<string[]> {
    const { nodes } = await planSnapshot(planning, (await nodePage(planning, fire)).plan.id);
    return nodes.find((node) => node.id === fire)?.repeats ?? [];
  }

  it("goes public under both places, and stands once", async () => {
    expect(await listAgain(planning, { nodeId: drill, underNodeId: fire })).toMatchObject({ ok: true });
    expect(await listAgain(planning, { nodeId: drill, underNodeId: fire })).toMatchObject({ ok: true }); // again: no second
    expect(await listedUnderFire()).toEqual([drill]);
    const page = await nodePage(planning, drill);
    expect(page.alsoUnder.map(({ title }) => title)).toEqual(["消防"]);
    expect(page.listingPlaces).toEqual([]); // 防災 is its own place, 消防 is taken
    expect((await nodePage(planning, fire)).repeated.map(({ title }) => title)).toEqual(["訓練"]);
  });

  it("is offered only to those who may list it", async () => {
    const stock = (await plan.node("備蓄")).id;
    expect((await nodePage(planning, stock)).listingPlaces.map(({ title }) => title)).toEqual(["消防"]);
    expect((await nodePage(clerk, stock)).listingPlaces).toEqual([]);
  });

  it("is refused under its own place and under another level", async () => {
    const own = (await plan.node("防災")).id;
    const top = (await plan.node("福祉")).id;
    for (const underNodeId of [own, top, drill, "x"])
      expect(await listAgain(planning, { nodeId: drill, underNodeId })).toMatchObject({
        refusal: { code: "unfitListing" },
      });
  });

  it("is for those who shape the tree", async () => {
    await expect(listAgain(clerk, { nodeId: drill, underNodeId: fire })).rejects.toThrow();
    await expect(unlist(clerk, { nodeId: drill, underNodeId: fire })).rejects.toThrow();
  });

  it("disappears with the node, and when it is taken away", async () => {
    const stores = (await plan.node("備蓄")).id;
    await listAgain(planning, { nodeId: stores, underNodeId: fire });
    await removeNode(planning, { id: stores, version: 1 });
    expect(await listedUnderFire()).toEqual([drill]);
    await unlist(planning, { nodeId: drill, underNodeId: fire });
    expect(await listedUnderFire()).toEqual([]);
  });
});
