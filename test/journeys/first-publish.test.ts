import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyImportKind } from "#domain/plan/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { silentLog } from "#platform/http/log.ts";
import { startJobWorker, type JobWorker } from "#platform/jobs/index.ts";
import { applyImportJob } from "../../src/jobs/apply-import.ts";
import { messySheet } from "../../db/seeds/messy-sheet.ts";
import { openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { divisionIn, personIn } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

/** The main job in one story: from an empty city to a citizen reading a 施策 of the office's sheet. */
describe("a city's first plan", () => {
  const city = useCity();
  let served: ServedCity;
  let worker: JobWorker;
  let browser: Browser;
  let office: Page;
  let phone: Page;

  beforeAll(async () => {
    await divisionIn(city(), "企画課");
    const { database } = city();
    const handlers = { [applyImportKind]: applyImportJob(database, systemClock) };
    worker = startJobWorker({ database, handlers, log: silentLog });
    served = await serveCity(city(), await personIn(city(), "佐藤", { roles: ["planning"] }));
    browser = await openChromium();
    office = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    phone = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
    ).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await worker?.stop();
  });

  const heading = () => office.locator("h1").innerText();
  const press = (name: string) => follow(office, office.getByRole("main").getByRole("button", { name, exact: true }));

  it("is not there yet: the citizen is told so", async () => {
    await phone.goto(`${served.url}/`);
    expect(await phone.getByRole("main").innerText()).toContain("まだ");
    const answer = await phone.goto(`${served.url}/plan/2027`);
    expect(answer?.status()).toBe(404);
  });

  it("is begun by its name and address", async () => {
    await office.goto(`${served.url}/staff/plans/new?then=import`);
    await office.getByLabel("計画名").fill("みほん市総合計画");
    await office.getByLabel("アドレスの言葉").fill("2027");
    await press("計画を作る");
    expect(office.url()).toMatch(/\/staff\/plans\/2027\/imports/);
  });

  it("is filled from the messy workbook, the first answer being taken to each question", async () => {
    const buffer = Buffer.from(await messySheet());
    const file = { name: "施策体系.xlsx", mimeType: "application/octet-stream", buffer };
    await office.getByLabel("取り込むファイル").setInputFiles(file);
    await press("読み込んで次へ");
    await press("次へ：列の割り当て");
    await press("次へ：値の確認");
    while ((await heading()) === "値を確かめてください") {
      for (const card of await office.locator("form.form > div > fieldset.card").all())
        await card.locator("input[type=radio]").first().check();
      await press("答えを保存して次へ");
    }
    await press("この内容を計画に反映する");
    await office.waitForURL(/\/result$/, { timeout: 30_000 });
    expect(await office.getByRole("main").innerText()).toContain("計画に反映しました");
  });

  it("is looked at as citizens will see it, who do not see it yet", async () => {
    await office.goto(`${served.url}/staff/publications/new?subject=plan&reference=2027`);
    await office.getByLabel("版の名前").fill("令和9年3月策定版");
    await office.getByRole("radio", { name: /^公表/ }).check();
    await office.getByLabel("問い合わせ先の課").selectOption({ label: "企画課" });
    await press("公開前の確認へ進む");
    const candidate = office.url();
    expect(candidate).toContain("/candidates/");
    await follow(office, office.getByRole("main").locator("a[href*='/previews/']").first());
    expect(office.url()).toContain("/previews/");
    expect(await heading()).toContain("みほん市総合計画");
    expect((await phone.goto(`${served.url}/plan/2027`))?.status()).toBe(404);
    await office.goto(candidate);
  });

  it("is published, and read by a citizen on a phone without script", async () => {
    await press("公開する");
    expect(office.url()).toContain("notice=published");
    await phone.goto(`${served.url}/`);
    await phone.getByRole("main").getByRole("searchbox").fill("通学路");
    await follow(phone, phone.getByRole("main").getByRole("button", { name: "さがす" }));
    await follow(phone, phone.getByRole("main").locator("h2 a").first());
    expect(phone.url()).toMatch(/\/plan\/2027\/\d+-\d+-\d+$/);
    expect(await phone.getByRole("main").innerText()).toContain("通学路");
    expect(await phone.getByRole("contentinfo").innerText()).toMatch(/令和9年3月策定版[\s\S]*企画課/);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

/** Presses a button or link and waits for the page it leads to. */
async function follow(page: Page, link: Locator): Promise<void> {
  const loaded = page.waitForEvent("load");
  await link.click();
  await loaded;
}
