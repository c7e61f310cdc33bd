import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "#domain/audit/index.ts";
import { applyImportKind, planOutline, renameNode } from "#domain/plan/index.ts";
import { silentLog } from "#platform/http/log.ts";
import { startJobWorker, type JobWorker } from "#platform/jobs/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { applyImportJob } from "../../src/jobs/apply-import.ts";
import { messySheet, messySheetSecondEdition } from "../../db/seeds/messy-sheet.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { personIn, planOf } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

/** The planning office imports its workbook as it is, with script switched off. */
describe("an office's workbook becomes a plan", () => {
  const city = useCity();
  let sato: PersonActor;
  let served: ServedCity;
  let worker: JobWorker;
  let browser: Browser;
  let page: Page;
  let looker: Page;
  let slug = "";
  let planId = "";

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    const { plan } = await planOf(city().as(systemActor("test")), "みほん市総合計画", []);
    [slug, planId] = [plan.slug, plan.id];
    const { database } = city();
    worker = startJobWorker({
      database,
      handlers: { [applyImportKind]: applyImportJob(database, systemClock) },
      log: silentLog,
    });
    served = await serveCity(city(), sato);
    browser = await openChromium();
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1366, height: 768 } });
    page = await plain.newPage();
    looker = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await worker?.stop();
  });

  /** Looks at the same page with axe, which needs script. */
  async function look(): Promise<void> {
    await looker.goto(page.url());
    expect(await axeFindings(looker)).toEqual([]);
  }

  /** Goes on with the page's main button, having looked at it. */
  async function goOn(button: string): Promise<void> {
    await look();
    await page.getByRole("button", { name: button, exact: true }).click();
  }

  it("by choosing the file and confirming what was guessed", async () => {
    await page.goto(`${served.url}/staff/plans/${slug}/imports`);
    const buffer = Buffer.from(await messySheet());
    await page
      .getByLabel("取り込むファイル")
      .setInputFiles({ name: "施策体系.xlsx", mimeType: "application/octet-stream", buffer });
    await goOn("読み込んで次へ");
    await goOn("次へ：列の割り当て");
    await goOn("次へ：値の確認");
    expect(await page.locator("h1").textContent()).toBe("値を確かめてください");
  });

  it("by answering what only a person can know, alike values at once", async () => {
    while ((await page.locator("h1").textContent()) === "値を確かめてください") {
      for (const card of await page.locator("form.form > div > fieldset.card").all()) {
        await card.locator("input[type=radio]").first().check();
        for (const same of await card.locator("input[type=checkbox]").all()) await same.check();
      }
      await goOn("答えを保存して次へ");
    }
    expect(await page.locator("h1").textContent()).toBe("変わる内容を確かめてください");
    expect(await page.getByText("取り込まない行（7行）").count()).toBe(1);
  });

  it("and is applied by the queue while the page tells how far it is", async () => {
    await goOn("この内容を計画に反映する");
    await page.waitForURL(/\/result$/, { timeout: 30_000 });
    await look();
    expect(await page.locator("main").textContent()).toContain("計画に反映しました");
    expect((await planOutline(city().as(sato), planId)).filter(({ depth }) => depth === 3)).toHaveLength(31);
  });

  it("and its second edition shows what changed, with the choice where a person had edited too", async () => {
    const node = (await planOutline(city().as(sato), planId)).find(({ code }) => code === "1-1-1");
    await renameNode(city().as(sato), {
      id: node?.id ?? "",
      version: node?.version ?? 0,
      title: "防災力を高める",
      keyword: "防災",
    });
    await page.goto(`${served.url}/staff/plans/${slug}/imports`);
    const buffer = Buffer.from(await messySheetSecondEdition());
    await page
      .getByLabel("取り込むファイル")
      .setInputFiles({ name: "第2稿.xlsx", mimeType: "application/octet-stream", buffer });
    await goOn("読み込んで次へ");
    await goOn("次へ：列の割り当て");
    await goOn("次へ：値の確認");
    expect(await page.locator("h1").textContent()).toBe("変わる内容を確かめてください");
    await page.getByLabel("計画の内容を残す：防災力を高める").check();
    await page.getByLabel("計画から削除する：1-1-3 だれもが安心して過ごせる避難所を整える（指標2件を含む）").check();
    await goOn("この内容を計画に反映する");
    await page.waitForURL(/\/result$/, { timeout: 30_000 });
    const titles = (await planOutline(city().as(sato), planId)).map(({ title }) => title);
    expect(titles).toContain("防災力を高める");
    expect(titles).toContain("みほん市の魅力を発信する");
    expect(titles).not.toContain("だれもが安心して過ごせる避難所を整える");
  });

  it("and a sheet with mistakes says where they are", async () => {
    await page.goto(`${served.url}/staff/plans/${slug}/imports`);
    const buffer = Buffer.from("基本目標,政策,施策,SDGs\n1 安全,1-1 防災,1-1-1 訓練,18\n");
    await page.getByLabel("取り込むファイル").setInputFiles({ name: "誤り.csv", mimeType: "text/csv", buffer });
    await goOn("読み込んで次へ");
    await goOn("次へ：列の割り当て");
    await goOn("次へ：値の確認");
    await look();
    expect(await page.locator("main").textContent()).toContain("「18」は SDGs の目標の番号（1〜17）ではありません。");
  });
});
