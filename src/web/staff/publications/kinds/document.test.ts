import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/audit/index.ts";
import { addSection, freezeVersion, versionReference } from "#domain/documents/index.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { divisionIn, personIn, planOf } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";

describe("publishing a frozen version", () => {
  const city = useCity();
  let planner: PersonActor;
  let divisionId: string;
  let reference: string;

  beforeAll(async () => {
    divisionId = await divisionIn(city(), "企画課");
    planner = await personIn(city(), "佐藤", { roles: ["planning"] });
    const ctx = city().as(planner);
    const { plan } = await planOf(ctx, "みほん市総合計画", ["1 安全"]);
    accepted(await addSection(ctx, { planId: plan.id, parentId: null, title: "はじめに", divisionId, dueOn: null }));
    const entry = { planId: plan.id, name: "素案", openness: "discussion", reason: "意見を聴くため" } as const;
    reference = versionReference(plan.slug, accepted(await freezeVersion(ctx, entry)).number);
  });

  async function checkPage(label: string, openness: string): Promise<string> {
    const browser = new Browser(appOf(city(), { actor: planner }), city());
    const version = { subject: "document", reference, label, openness, divisionId, note: "" };
    const prepared = await browser.post("/staff/publications/candidates", version);
    return (await browser.get(prepared.headers.get("location") ?? "")).text();
  }

  it("begins with the name and the step of openness that were chosen when it was frozen", async () => {
    const browser = new Browser(appOf(city(), { actor: planner }), city());
    const form = await (await browser.get(`/staff/publications/new?subject=document&reference=${reference}`)).text();
    expect(form).toContain('name="label" value="素案"');
    expect(form).toMatch(/<input type="radio" name="openness" checked="" value="discussion"/);
  });

  it("warns of another name or step, and of a decided version with open sections", async () => {
    const renamed = await checkPage("最終決定版", "decided");
    expect(renamed).toContain("凍結したときと、名前か公開の段階が違います。");
    expect(renamed).toContain("確定していない節が1件あるまま凍結された版を、公表しようとしています。");
    const same = await checkPage("素案", "discussion");
    expect([same.includes("違います。"), same.includes("公表しようとしています")]).toEqual([false, false]);
  });
});
