import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { signInAs } from "../support/sample-staff.ts";

describe("a clerk after a workshop", () => {
  const site = { url: inject("siteUrl"), data: inject("siteData") };
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await signInAs(page, site, "sato");
  });
  afterAll(() => browser?.close());

  const listed = () =>
    page
      .locator("input[name=content]:not([type=hidden])")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

  it("types notes with Enter alone, faster than they are sent, and loses none when the line breaks", async () => {
    await page.goto(`${site.url}/staff/consultations/future`);
    await page.getByRole("link", { name: /付箋を入れる.*第2回/ }).click();
    await page.waitForLoadState("networkidle");
    for (const words of ["速い1", "速い2", "速い3"]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("status").filter({ hasText: "速い3" }).waitFor();
    expect(await listed()).toEqual(["速い3", "速い2", "速い1"]); // the newest first
    await page.context().setOffline(true);
    await page.keyboard.type("切れた");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "送れませんでした" }).waitFor();
    await page.context().setOffline(false);
    await page.keyboard.type("つながった");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "つながった" }).waitFor();
    expect(await listed()).toEqual(["つながった", "切れた", "速い3", "速い2", "速い1"]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("gets back the words of a note that is refused, with the reason", async () => {
    const long = "あ".repeat(501);
    await page.locator("input[name=note]").fill(long);
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "500字" }).waitFor();
    expect(await page.locator("input[name=note]").inputValue()).toBe(long);
  });
});
