import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { axeFindings, openChromium } from "../support/chromium.ts";

const round = "/consultations/implementation-plan";
const phone = { viewport: { width: 360, height: 640 } };

describe("a citizen with something to say", () => {
  const site = inject("siteUrl");
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const pageWith = async (options: BrowserContextOptions) =>
    (await browser.newContext({ ...phone, ...options })).newPage();

  it("on an old phone, without JavaScript, comes from the first page to a receipt, and with it back to the own words", async () => {
    const page = await pageWith({ javaScriptEnabled: false });
    await page.goto(site);
    await tap(page, "link", "実施計画（案）への意見募集");
    await tap(page, "link", "意見を書く");
    await tap(page, "button", /へ進む/);
    expect(await page.getByRole("alert").innerText()).toContain("意見を入れてください。");
    await writeComment(page, "通学路に街灯をふやしてください。");
    await tap(page, "button", "意見を直す");
    expect(await page.locator("textarea[name=text]").inputValue()).toBe("通学路に街灯をふやしてください。");
    await tap(page, "button", /へ進む/);
    expect(await page.getByLabel("氏名").inputValue()).toBe("見本 花子");
    await tap(page, "button", "確認へ進む");
    await send(page);
    const receipt = await receiptOn(page);
    await page.goto(`${site}/receipts`);
    await page.getByLabel("受付番号").fill(receipt.toLowerCase().replaceAll("-", " "));
    await tap(page, "button", "その後を見る");
    expect(await page.getByRole("main").innerText()).toContain("通学路に街灯をふやしてください。");
  });

  it("comes from a round that is over to its results", async () => {
    const page = await pageWith({ javaScriptEnabled: false });
    await page.goto(`${site}/consultations/plan-draft`);
    await tap(page, "link", /結果を見る/);
    expect(await heading(page)).toContain("意見と市の考え方");
  });

  it("finds what was being written again after the page was closed, and can throw it away", async () => {
    const page = await pageWith({});
    await page.goto(`${site}${round}/comment`);
    await page.locator("textarea[name=text]").fill("書きかけの意見");
    await page.reload();
    await page.getByText("書きかけの意見を戻しました").waitFor();
    expect(await page.locator("textarea[name=text]").inputValue()).toBe("書きかけの意見");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "書きかけを消す" }).click();
    await page.reload();
    expect(await page.locator("textarea[name=text]").inputValue()).toBe("");
  });

  it("sends without a line, and the comment goes by itself once when the line is back", async () => {
    const page = await pageWith({});
    await page.goto(`${site}${round}/comment`);
    await writeComment(page, "電波の届かない谷にもバスを。");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "この内容で送る" }).click();
    await page.getByText("まだ送られていません。意見は").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().setOffline(false);
    const again = page.getByText("まだ送られていません。もう一度");
    await page.locator(".receipt-number").or(again).first().waitFor();
    if (await again.isVisible()) await Promise.any([send(page), page.locator(".receipt-number").waitFor()]);
    expect(await receiptOn(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    await page.goto(`${site}${round}/comment`);
    expect(await heading(page)).toBe("意見を書く"); // nothing waits any more, and no draft is left
    expect(await page.locator("textarea[name=text]").inputValue()).toBe("");
  });

  it("gives a waiting comment up, and nothing of it stays on the device", async () => {
    const page = await pageWith({});
    await page.goto(`${site}${round}/comment`);
    await writeComment(page, "やはりやめます。");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "この内容で送る" }).click();
    await page.getByRole("button", { name: "送るのをやめる" }).click();
    await page.getByText("この端末から消しました").waitFor();
    await page.context().setOffline(false);
    await page.goto(`${site}${round}/comment`);
    expect(await page.locator("[data-form-notices]").innerText()).not.toContain("送信を待っている");
  });
});

/** One tap; the page that follows fits the screen. */
async function tap(page: Page, role: "link" | "button", name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole(role, { name }).first().click();
  await page.waitForLoadState();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `width after ${name}`).toBe(360);
}

function heading(page: Page): Promise<string> {
  return page.getByRole("heading", { level: 1 }).innerText();
}

function receiptOn(page: Page): Promise<string> {
  return page.locator(".receipt-number").innerText();
}

/** From the form's first page to the one before sending. */
async function writeComment(page: Page, words: string): Promise<void> {
  await page.getByLabel("意見", { exact: false }).and(page.locator("textarea")).fill(words);
  await tap(page, "button", /へ進む/);
  await page.getByLabel("氏名").fill("見本 花子");
  await page.getByLabel("住所").fill("みほん市中央1-2-3");
  await page.getByRole("radio", { name: "市内に住む人" }).check();
  await tap(page, "button", "確認へ進む");
  expect(await heading(page)).toBe("送る前に確かめる");
}

/** Whoever is as quick as this test is asked once more whether a machine sends. */
async function send(page: Page): Promise<void> {
  const done = page.locator(".receipt-number");
  const asked = page.getByText("まだ送られていません。もう一度");
  await page.getByRole("button", { name: "この内容で送る" }).click();
  await done.or(asked).first().waitFor();
  if (await asked.isVisible()) await Promise.any([sendAgain(page), done.waitFor()]); // what waits for a line may go by itself
  await done.waitFor();
}

async function sendAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "この内容で送る" }).click();
  await page.locator(".receipt-number").waitFor();
}
