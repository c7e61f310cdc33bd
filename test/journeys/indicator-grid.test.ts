import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { indicatorRegister, saveActuals, type Actual, type PlanWithLevels } from "#domain/plan/index.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { indicatorPlan } from "../support/indicator-plan.ts";
import { personIn } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

describe("the grid of values in the browser", () => {
  const city = useCity();
  let sato: PersonActor;
  let ctx: Ctx;
  let plan: PlanWithLevels;
  let served: ServedCity;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    plan = await indicatorPlan(ctx, 12);
    served = await serveCity(city(), sato);
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(5_000);
    await open();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const address = () => `${served.url}/staff/plans/indicators/indicators/grid`;
  const open = async (query = "") => {
    await page.goto(`${address()}${query}`);
    await page.locator("#grid[data-ready]").waitFor();
  };
  const cell = (row: number, year: number) => page.locator(`input[name=c${row}-${year}]`);
  const stateOf = (row: number, year: number) => cell(row, year).locator("..").getAttribute("data-state");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const standing = (words: string) => page.locator(".grid-standing", { hasText: words }).waitFor();
  const save = () => page.getByRole("button", { name: "保存する" }).click();
  const stored = async (row: number, year: number): Promise<Actual | undefined> =>
    (await indicatorRegister(ctx, plan))[row]?.indicator.actuals.find((actual) => actual.year === year);
  const paste = (text: string) =>
    page.evaluate((copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", copied);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

  it("is a grid with one tab stop, and axe finds nothing", async () => {
    expect(await page.locator("#grid").getAttribute("role")).toBe("grid");
    expect(await page.locator("#grid input[tabindex='0']").count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("takes typing over the whole value, walks by Enter and arrows, and edits inside by F2", async () => {
    await cell(2, 2027).click();
    await page.keyboard.type("15");
    await press("Enter");
    expect(await cell(3, 2027).evaluate((input) => input === document.activeElement)).toBe(true);
    await press("F2", "Backspace");
    await page.keyboard.type("9");
    await press("Tab");
    expect([await cell(2, 2027).inputValue(), await cell(3, 2027).inputValue()]).toEqual(["15", "3.9"]);
    expect(await cell(3, 2028).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type("77");
    await press("Escape");
    expect(await cell(3, 2028).inputValue()).toBe("3.6");
    await press("ArrowUp", "Home");
    expect(await cell(2, 2022).evaluate((input) => input === document.activeElement)).toBe(true);
    await standing("まだ保存していない入力が2か所あります");
  });

  it("locks confirmed cells and says so", async () => {
    await cell(0, 2022).click();
    await page.keyboard.type("9");
    expect(await cell(0, 2022).inputValue()).toBe("0.0");
    await page.locator("[aria-live=polite]", { hasText: "確定した値です。" }).waitFor({ state: "attached" });
  });

  it("asks why there is no value, and one key answers", async () => {
    await cell(4, 2027).click();
    await page.keyboard.type("-");
    await press("Enter");
    await page.locator("dialog[open]").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press("1");
    expect(await cell(4, 2027).inputValue()).toBe("−（未調査）");
    expect(await cell(5, 2027).evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it("saves everything at once, and shows when", async () => {
    await press("Control+s");
    await standing("保存済み");
    expect(await page.locator(".grid-standing").textContent()).toMatch(/^保存済み \d\d:\d\d$/);
    expect(await stored(2, 2027)).toMatchObject({ value: 15, state: "draft" });
    expect(await stored(3, 2027)).toMatchObject({ value: 3.9 });
    expect(await stored(4, 2027)).toMatchObject({ value: null, absence: "notSurveyed" });
    expect(await stateOf(2, 2027)).toBe("draft");
  });

  it("pastes a block by its 和暦 years and names after a preview, leaves out what is no value, and goes back", async () => {
    const code = (await indicatorRegister(ctx, plan))[4]?.indicator.code ?? "";
    await cell(3, 2027).click();
    await paste(`指標\t令和10年度\tＲ１１\tR4\n${code}\t１２．５\t約3\t9\nない指標\t1\t2\t3\n`);
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const words = (await dialog.textContent()) ?? "";
    expect(words).toContain("変わる升目1、変わらない升目0、入れられない升目2。");
    expect(words).toContain("「ない指標」の行（この表にない指標）");
    await dialog.getByRole("button", { name: "1か所に入れる" }).click();
    expect([await cell(4, 2028).inputValue(), await cell(4, 2029).inputValue()]).toEqual(["１２．５", "4.7"]);
    await cell(4, 2028).click();
    await press("ArrowLeft", "Control+z");
    expect(await cell(4, 2028).inputValue()).toBe("4.6");
    await standing("保存済み");
  });

  it("copies a chosen block as Excel reads it, and empties it by Delete", async () => {
    await cell(5, 2027).click();
    await press("Shift+ArrowRight", "Shift+ArrowDown");
    expect(await page.locator("#grid td[aria-selected=true]").count()).toBe(4);
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.activeElement?.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true }));
      return clipboardData.getData("text/plain");
    });
    expect(copied).toBe("5.5\t5.6\n6.5\t6.6");
    await press("Delete");
    expect(await cell(6, 2028).inputValue()).toBe("");
    await press("Control+z");
    expect(await cell(6, 2028).inputValue()).toBe("6.6");
  });

  it("shows somebody else's value beside one's own, cell by cell", async () => {
    await cell(9, 2027).click();
    await page.keyboard.type("8.5");
    await press("Enter");
    await page.keyboard.type("9.5");
    await press("Enter");
    const [first, second] = [await theirs(9, 7.1), await theirs(10, 8.1)];
    await save();
    const list = page.locator(".grid-faults[role=alert]"); // beside the notice of years that have not begun
    await list.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect([await stored(9, 2027), await stored(10, 2027)]).toMatchObject([{ value: first }, { value: second }]);
    await list.getByRole("button", { name: "ほかの人の値（7.1）にする" }).click();
    await list.getByRole("button", { name: "自分の値（9.5）にする" }).click();
    await save();
    await standing("保存済み");
    expect([await stored(9, 2027), await stored(10, 2027)]).toMatchObject([{ value: 7.1 }, { value: 9.5 }]);
  });

  /** Somebody else saves a value of 2027. */
  async function theirs(row: number, value: number): Promise<number> {
    const indicator = (await indicatorRegister(ctx, plan))[row]?.indicator;
    const seen = indicator?.actuals.find(({ year }) => year === 2027) ?? null;
    const entry = { value, absence: null, note: "", numerator: null, denominator: null };
    const cells = [{ indicatorId: indicator?.id ?? "", year: 2027, seen, value: entry }];
    const saved = await saveActuals(ctx, { planId: plan.id, cells });
    if (!saved.ok) throw new Error(saved.refusal.message);
    return value;
  }

  it("counts a value from 分子/分母, and warns of a year that has not begun", async () => {
    await cell(8, 2027).click();
    await page.keyboard.type("1269/9402");
    await press("Enter");
    const beside = cell(8, 2027).locator("xpath=following-sibling::small");
    expect(await beside.textContent()).toBe("＝13.5"); // 1,269 ÷ 9,402 × 100 = 13.497…
    await page.locator(".notice-caution", { hasText: "まだ始まっていない年度（令和9年度）の値が1か所" }).waitFor();
    await save();
    await standing("保存済み");
    expect(await cell(8, 2027).inputValue()).toBe("13.5");
    expect(await beside.textContent()).toBe("1,269/9,402");
    expect(await stored(8, 2027)).toMatchObject({ value: 13.5, numerator: 1_269, denominator: 9_402 });
  });

  it("pastes a block into the targets after a preview, and takes it back", async () => {
    await page.goto(`${address()}?values=targets`);
    await page.locator("#targets[data-ready]").waitFor();
    const field = page.locator("input[name=c2-2030]");
    const before = await field.inputValue();
    const code = (await indicatorRegister(ctx, plan))[2]?.indicator.code ?? "";
    await page.locator("input[name=c0-2030]").click();
    await paste(`番号\tR12\tR13\n${code}\t７２．５％\t1〜2\n`);
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await dialog.textContent()).toContain("入れられない升目1");
    await dialog.getByRole("button", { name: "1か所に入れる" }).click();
    expect(await field.inputValue()).toBe("７２．５％");
    await page.getByRole("button", { name: "貼り付けを元に戻す" }).click();
    expect(await field.inputValue()).toBe(before);
    await page.locator("input[name=c0-2030]").click();
    await paste(`番号\tR12\n${code}\t７２．５％\n`);
    await page.getByRole("button", { name: "1か所に入れる" }).click();
    await page.getByRole("button", { name: "目標値を保存する" }).click();
    await page.waitForURL(/saved/);
    const targets = (await indicatorRegister(ctx, plan))[2]?.indicator.targets;
    expect(targets?.find(({ year }) => year === 2030)).toMatchObject({ value: 72.5, words: "" });
    await open();
  });

  it("asks before leaving with what is not saved", async () => {
    await cell(9, 2027).click();
    await page.keyboard.type("1");
    await press("Enter");
    const asked: string[] = [];
    page.once("dialog", (question) => {
      asked.push(question.type());
      void question.accept();
    });
    await page.getByRole("link", { name: "指標の一覧" }).click();
    expect(asked).toEqual(["beforeunload"]);
  });

  it("corrects confirmed values with a reason only", async () => {
    await open("?correct=1");
    await cell(0, 2022).click();
    await page.keyboard.type("0.5");
    await press("Enter");
    await save();
    await page.locator(".grid-faults", { hasText: "訂正の理由を入力してください。" }).waitFor();
    await page.getByLabel("訂正の理由").fill("集計の誤り");
    await save();
    await standing("保存済み");
    expect(await stored(0, 2022)).toMatchObject({ value: 0.5, state: "confirmed" });
  });

  it("is a form without script, on a telephone too: faults lead to their cells and nothing typed is lost", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const plain = await context.newPage();
    await plain.goto(address());
    expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await plain.locator("input[name=c11-2027]").fill("１１．５");
    await plain.locator("input[name=c11-2028]").fill("約3");
    await plain.getByRole("button", { name: "保存する" }).click();
    expect(await plain.locator("main .notice-bad").textContent()).toContain("令和10年度");
    expect(await plain.locator("input[name=c11-2027]").inputValue()).toBe("１１．５");
    await plain.locator("input[name=c11-2028]").fill("−（未公表）");
    await plain.getByRole("button", { name: "保存する" }).click();
    expect(await plain.locator("main .notice").first().textContent()).toContain("保存しました。");
    expect(await stored(11, 2027)).toMatchObject({ value: 11.5 });
    expect(await stored(11, 2028)).toMatchObject({ absence: "notReleased" });
    await context.close();
  });
});
