import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { openGate } from "#domain/formulation/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { begunFormulation, frozenDraft, stageAt } from "../../../../test/support/formulation.ts";
import { personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

function hiddenId(name: string, html: string): string {
  return new RegExp(`name="${name}" value="([0-9a-f-]+)"`).exec(html)?.[1] ?? "";
}

describe("the page of an open gate", () => {
  const city = useCity();
  let ctx: Ctx;
  let sato: PersonActor;
  let plan: PlanInTest["plan"];
  let browser: Browser;
  let path: string;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    ({ plan } = await smallPlan(ctx));
    await begunFormulation(ctx, plan);
    browser = new Browser(appOf(city(), { actor: sato, clock: ctx.clock }), city());
    const at = await stageAt(ctx, plan, "基本計画素案");
    path = `/staff/formulation/${plan.slug}/stages/${at.stageId}`;
    accepted(await openGate(ctx, { ...at, versionId: await frozenDraft(ctx, plan, "素案") }));
  });

  const shown = async () => (await browser.get(path)).text();
  const refused = async (act: string, fields: Record<string, string>) => {
    const response = await browser.post(`${path}/${act}`, fields);
    return [response.status, await response.text()] as const;
  };

  it("says what each check looks at: the version as it was frozen, the registers of today, the gate's own record", async () => {
    const html = await shown();
    expect(html).toContain("この版（令和8年11月22日に凍結）");
    expect(html).toContain("いまの台帳（令和8年11月22日現在）");
    expect(html).toContain("この関門の記録");
  });

  it("chooses no decision for the person, and refuses one without a choice, keeping what was entered", async () => {
    expect(await shown()).not.toContain('checked=""');
    const [status, html] = await refused("decision", { body: "庁議", decidedOn: "2026-11-22", conditions: "図を足す" });
    expect(status).toBe(422);
    expect(html).toContain("通すか、条件付きで通すか、差し戻すかを選んでください。");
    expect(html).toContain('value="庁議"');
    expect(html).toContain("図を足す");
    expect(html).not.toContain('checked=""');
    expect(await shown()).toContain("市の決定"); // still open
  });

  it("keeps the words of an item that was refused", async () => {
    const words = "確かめた。".repeat(101); // 505 letters, of 500 that are taken
    const [status, html] = await refused("items", { position: "2", itemWords: words });
    expect([status, html.split(`value="${words}"`).length - 1]).toEqual([422, 1]); // in its own field only
  });

  it("keeps the words that say how a condition was met, when their day is refused", async () => {
    const decision = { outcome: "conditional", body: "庁議", decidedOn: "2026-11-22", conditions: "図を足す" };
    const before = await stageAt(ctx, plan, "基本構想素案");
    await browser.post(`/staff/formulation/${plan.slug}/stages/${before.stageId}/skip`, { reason: "据え置くため" });
    expect((await browser.post(`${path}/decision`, decision)).status).toBe(303);
    const page = await shown();
    const ids = { gateId: hiddenId("gateId", page), conditionId: hiddenId("conditionId", page) };
    const [status, html] = await refused("conditions", { ...ids, metOn: "", metAs: "図1から図3を足した" });
    expect(status).toBe(422);
    expect(html).toContain('value="図1から図3を足した"');
  });
});
