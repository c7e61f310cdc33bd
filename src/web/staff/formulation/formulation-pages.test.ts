import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { addSection, keepVersionRemark } from "#domain/documents/index.ts";
import { editParts, formulationPage, openGate } from "#domain/formulation/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { begunFormulation, frozenDraft, frozenNow, stageAt } from "../../../../test/support/formulation.ts";
import { personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

describe("the pages of a formulation", () => {
  const city = useCity();
  let ctx: Ctx;
  let sato: PersonActor;
  let plan: PlanInTest["plan"];
  let browser: Browser;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    ({ plan } = await smallPlan(ctx));
    await begunFormulation(ctx, plan);
    browser = new Browser(appOf(city(), { actor: sato, clock: ctx.clock }), city());
  });

  const shown = async (path: string) => (await browser.get(path)).text();

  it("compare two versions of a 策定方針, on a page and as Word, PDF and Excel", async () => {
    const path = `/staff/formulation/${plan.slug}/policy/compare`;
    await writeFirst("市民とともにつくります。\n(1) 分かりやすい計画");
    await frozenNow(ctx, plan);
    expect(await shown(path)).toContain("くらべられる版が、まだありません");
    await writeFirst("市民とともに、計画をつくります。\n(1) 分かりやすい計画\n(2) 実効性のある計画");
    await frozenNow(ctx, plan, { name: "庁議決定" });
    const html = await shown(path);
    expect(html).toContain("庁議決定（第2版）");
    expect(html).toContain("骨子案（第1版）");
    expect(html).toContain("実効性のある計画");
    expect(html).not.toContain("分かりやすい計画"); // did not change
    for (const ending of ["docx", "pdf", "xlsx"]) {
      const file = await browser.get(`${path}/comparison.${ending}?from=1&to=2`);
      expect([ending, file.status, (await file.arrayBuffer()).byteLength > 1000]).toEqual([ending, 200, true]);
    }
    expect((await browser.get(`${path}/comparison.docx?from=1&to=9`)).status).toBe(404);
  });

  async function writeFirst(text: string): Promise<void> {
    const { formulation } = await formulationPage(ctx, plan.slug);
    const parts = formulation.parts.map((part, index) => (index === 0 ? { ...part, text } : part));
    accepted(await editParts(ctx, { planId: plan.id, version: formulation.version }, parts));
  }

  it("offer what was said of the held version as a view to take over, until it is one", async () => {
    const entry = { planId: plan.id, parentId: null, title: "はじめに", divisionId: null, dueOn: null };
    accepted(await addSection(ctx, entry));
    const at = await stageAt(ctx, plan, "基本計画素案");
    const versionId = await frozenDraft(ctx, plan, "素案");
    const words = {
      speaker: "総合計画審議会",
      saidOn: "2026-11-20",
      section: "",
      words: "図を増やす",
      answer: "図を3つ足します",
    };
    accepted(await keepVersionRemark(ctx, { versionId, kind: "body", words }));
    accepted(await openGate(ctx, { ...at, versionId }));
    const path = `/staff/formulation/${plan.slug}/stages/${at.stageId}`;
    const offer = "この版への意見を、聴いた意見に加える";
    expect(await shown(path)).toContain(offer);
    const taken = "図を増やす（市の対応：図を3つ足します）"; // with the city's answer
    expect(await shown(path)).toContain(`name="words" value="${taken}"`);
    const { speaker: viewBody, saidOn: heardOn } = words;
    await browser.post(`${path}/views`, { hearer: "council", viewBody, heardOn, words: taken, reference: "" });
    const after = await shown(path);
    expect(after).toContain("総合計画審議会（審議会）");
    expect(after).not.toContain(offer);
  });

  it("lead from the check of sections to those that are not confirmed", async () => {
    const at = await stageAt(ctx, plan, "基本計画素案");
    const list = `/staff/manuscripts/${plan.slug}?state=unconfirmed`;
    expect(await shown(`/staff/formulation/${plan.slug}/stages/${at.stageId}`)).toContain(`href="${list}"`);
    expect(await shown(list)).toContain("はじめに");
  });
});
