import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { formulationPage } from "#domain/formulation/index.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { begunFormulation, frozenDraft, frozenNow, publishFormulation } from "../support/formulation.ts";
import { personIn, smallPlan } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

describe("the planning office at a gate", () => {
  const city = useCity();
  let ctx: Ctx;
  let served: ServedCity;
  let browser: Browser;
  let page: Page;
  let slug: string;

  beforeAll(async () => {
    const sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    const { plan } = await smallPlan(ctx);
    ({ slug } = plan);
    await begunFormulation(ctx, plan);
    await frozenNow(ctx, plan);
    await frozenDraft(ctx, plan, "骨子案");
    served = await serveCity(city(), sato, { clock: ctx.clock });
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(15_000);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const confirm = async (body: string) => {
    await page.getByLabel("確かめた会議").fill(body);
    await page.getByLabel("確かめた日").fill("2026-11-22");
    await page.getByRole("button", { name: "確認を記録する" }).click();
    await page.getByRole("listitem").filter({ hasText: body }).waitFor();
  };
  const decide = async (how: string) => {
    await page.getByLabel(how, { exact: true }).check();
    await page.getByLabel("決定した会議や役職").fill("庁議");
    await page.getByLabel("決定した日").fill("2026-11-22");
    await page.getByRole("button", { name: "決定を記録する" }).click();
  };

  it("is refused with a sentence, confirms with two bodies, passes with a condition, and notes that it is met", async () => {
    await page.goto(`${served.url}/staff/formulation/${slug}`);
    await page.getByRole("link", { name: "基本構想素案" }).last().click();
    await page.getByRole("button", { name: "この版で関門を開く" }).click();
    await page.getByText("この関門の版：").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await decide("通す");
    const refusal = page.getByRole("alert");
    expect(await refusal.textContent()).toContain(
      "「将来都市像と目標を、2つの会議がこの版で確かめた」を満たしていないため、この関門は通せません。",
    );
    await confirm("総合計画審議会");
    await confirm("策定委員会");
    await decide("通す");
    expect(await refusal.textContent()).toContain("満たしていない項目が");
    await page.getByLabel("条件（条件付きで通すとき）").fill("残った項目を素案までに満たすこと");
    await decide("条件付きで通す");
    await page.getByRole("heading", { name: /条件付きで通過.*骨子案/ }).waitFor();
    await page.getByLabel("満たした日").fill("2026-11-22");
    await page.getByLabel("どのように満たしたか").fill("すべて書いた");
    await page.getByRole("button", { name: "済みにする" }).click();
    await page.getByText("✓ 済み").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("lets citizens read where the plan stands, on a telephone and without script", async () => {
    await publishFormulation(ctx, (await formulationPage(ctx, slug)).plan);
    const phone = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await phone.goto(`${served.url}/formulation`);
    expect(await phone.locator("main").textContent()).toContain("庁議が条件を付けて通しました。");
    expect(await phone.locator("[aria-current=step]").textContent()).toContain("基本計画素案");
    await phone.close();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${served.url}/formulation`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
