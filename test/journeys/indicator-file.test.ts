import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { indicatorRegister, saveActuals, type Actual, type PlanWithLevels } from "#domain/plan/index.ts";
import { indicatorWorkbook } from "#export/indicator-workbook.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { indicatorPlan } from "../support/indicator-plan.ts";
import { personIn } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

const years = Array.from({ length: 10 }, (_, index) => 2022 + index);
const column = (year: number) => 7 + year - 2022;

describe("indicator values out to Excel and back", () => {
  const city = useCity();
  let sato: PersonActor;
  let ctx: Ctx;
  let plan: PlanWithLevels;
  let served: ServedCity;
  let browser: Browser;
  let page: Page;
  let written: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    plan = await indicatorPlan(ctx, 12);
    const lines = await indicatorRegister(ctx, plan);
    written = await indicatorWorkbook({ plan, lines, years, divisionName: () => "", day: "2026-04-01" });
    served = await serveCity(city(), sato);
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Uploads the file after somebody worked on its sheet of actuals. */
  async function handIn(work: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(written.buffer);
    const sheet = book.getWorksheet("実績値");
    if (sheet) work(sheet);
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await page.goto(`${served.url}/staff/plans/indicators/indicators/file`);
    const file = { name: "指標の値.xlsx", mimeType: "application/octet-stream", buffer };
    await page.getByLabel("書き出して直したファイル").setInputFiles(file);
    await page.getByRole("button", { name: "読み込んで確かめる" }).click();
    await page.waitForURL(/\/file\/[0-9a-f-]{36}/);
  }

  const stored = async (row: number, year: number): Promise<Actual | undefined> =>
    (await indicatorRegister(ctx, plan))[row]?.indicator.actuals.find((actual) => actual.year === year);

  it("says that nothing changes when nothing was changed", async () => {
    await handIn(() => {});
    expect(await page.locator("main").textContent()).toContain("変わる値はありません。");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("names the cells that cannot be read, and takes nothing", async () => {
    await handIn((sheet) => {
      sheet.getCell(2, column(2027)).value = "約15";
      sheet.getCell(3, column(2028)).value = 9.9;
    });
    const row = page.getByRole("row", { name: /L2/ });
    expect(await row.textContent()).toContain("実績値L2約15");
    expect(await page.getByRole("button", { name: "反映する" }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("takes what is chosen, with the reason for a correction", async () => {
    await handIn((sheet) => {
      sheet.getCell(2, column(2026)).value = "０．９";
      sheet.getCell(4, column(2027)).value = 22.2;
      sheet.getCell(5, column(2027)).value = 33.3;
    });
    await theirs(3, 3.9);
    await page.reload();
    const form = page.locator("main form");
    expect(await form.textContent()).toContain("0.9（「０．９」）");
    await page.getByRole("button", { name: "反映する" }).click();
    expect(await page.locator("[role=alert]").textContent()).toContain("どちらの値にするかを選んでいない升目が1か所");
    await page.getByLabel("ファイルの値（33.3）").check();
    await page.getByRole("button", { name: "反映する" }).click();
    expect(await page.locator("[role=alert]").textContent()).toContain("訂正の理由が必要です。");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("訂正の理由").fill("集計の誤り");
    await page.getByRole("button", { name: "反映する" }).click();
    await page.waitForURL(/\/indicators\?notice=imported/);
    expect([await stored(0, 2026), await stored(2, 2027), await stored(3, 2027)]).toMatchObject([
      { value: 0.9, state: "confirmed" },
      { value: 22.2, state: "draft" },
      { value: 33.3 },
    ]);
  });

  /** Somebody else saves a value of 2027. */
  async function theirs(row: number, value: number): Promise<void> {
    const indicator = (await indicatorRegister(ctx, plan))[row]?.indicator;
    const seen = indicator?.actuals.find(({ year }) => year === 2027) ?? null;
    const entry = { value, absence: null, note: "", numerator: null, denominator: null };
    const cells = [{ indicatorId: indicator?.id ?? "", year: 2027, seen, value: entry }];
    const saved = await saveActuals(ctx, { planId: plan.id, cells });
    if (!saved.ok) throw new Error(saved.refusal.message);
  }

  it("is for the person who handed it in", async () => {
    const suzuki = city().as(await personIn(city(), "鈴木", { roles: ["planning"] }));
    const other = await serveCity(city(), suzuki.actor);
    await handIn(() => {});
    const seen = await (await browser.newPage()).goto(page.url().replace(served.url, other.url));
    expect(seen?.status()).toBe(404);
    await other.close();
  });
});
