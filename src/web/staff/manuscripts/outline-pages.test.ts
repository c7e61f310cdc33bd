import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import {
  addSection,
  bindTree,
  composeDocument,
  freezeVersion,
  manuscriptOf,
  versionPage,
} from "#domain/documents/index.ts";
import { removeNode, restoreNode } from "#domain/plan/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

describe("the outline of a manuscript", () => {
  const city = useCity();
  let sato: PersonActor;
  let ctx: Ctx;
  let plan: PlanInTest;
  let base = "";
  let gone = "";

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    plan = await smallPlan(ctx);
    base = `/staff/manuscripts/${plan.plan.slug}`;
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: null }));
    gone = (await manuscriptOf(ctx, plan.plan.id)).lines.find(({ name }) => name === "訓練")?.id ?? "";
    const entry = { planId: plan.plan.id, title: "訓練の記録", divisionId: null, dueOn: null };
    accepted(await addSection(ctx, { ...entry, parentId: gone }));
  });

  const browser = () => new Browser(appOf(city(), { actor: sato }), city());
  const shown = async () =>
    (await manuscriptOf(ctx, plan.plan.id)).lines.map(({ depth, number, name }) => `${depth} ${number} ${name}`);

  it("wants a day that exists", async () => {
    const answer = await browser().post(`${base}/outline/additions`, { title: "序論", dueOn: "2026-02-30" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("期限「2026-02-30」は、日付として読めません。");
  });

  it("lets what stands below a removed node's section stand in its place, and tells it", async () => {
    const training = await plan.node("訓練");
    accepted(await removeNode(ctx, training));
    const without = ["1 第1章 安全", "2 1-1 防災", "3 1 訓練の記録", "3 1-1-2 備蓄", "2 1-2 消防", "1 第2章 福祉"];
    expect(await shown()).toEqual(without);
    const html = await (await browser().get(base)).text();
    expect(html).toContain("施策体系から削除された項目の節が1件あります。この節は、計画書に載りません。");
    expect(html).toContain("下にあった「訓練の記録」は、この節のあった所に載ります。");
    const entry = { planId: plan.plan.id, name: "素案", openness: "discussion", reason: "庁議に諮るため" } as const;
    const { id } = accepted(await freezeVersion(ctx, entry));
    const { content } = await versionPage(ctx, id);
    const prevention = content?.sections.find(({ name }) => name === "防災");
    const record = content?.sections.find(({ name }) => name === "訓練の記録");
    expect([record?.parentId, record?.depth]).toEqual([prevention?.id, 3]);
    accepted(await restoreNode(ctx, { id: training.id }));
    expect(await shown()).toHaveLength(7); // the six nodes and the record
    accepted(await removeNode(ctx, await plan.node("訓練")));
  });

  it("takes such a section out for good, and what stands below it stays where it reads", async () => {
    const before = await shown();
    const answer = await browser().post(`${base}/outline/removals`, { id: gone });
    expect(answer.headers.get("location")).toContain("leftOut");
    expect(await shown()).toEqual(before);
    expect((await manuscriptOf(ctx, plan.plan.id)).gone).toEqual([]);
    expect((await composeDocument(ctx, plan.plan.id)).sections.map(({ name }) => name)).toContain("訓練の記録");
  });
});
