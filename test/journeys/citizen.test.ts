import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { openChromium } from "../support/chromium.ts";

const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 640 } };

describe("a parent with an old phone, without JavaScript", () => {
  const site = inject("siteUrl");
  let browser: Browser;
  let page: Page;
  let taps = 0;

  beforeAll(async () => {
    browser = await openChromium();
    page = await (await browser.newContext(phone)).newPage();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    taps = 0;
    await page.goto(site);
  });

  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);

  /** One tap of a thumb; the page that follows fits the screen. */
  async function tap(role: "link" | "button", name: string | RegExp): Promise<void> {
    taps += 1;
    await page.getByRole("main").getByRole(role, { name }).first().click();
    expect(await widthOf(), `the width after tapping ${name}`).toBe(360);
  }

  it("finds by a word what the city plans for the way to school, in two taps", async () => {
    await page.getByRole("main").getByRole("searchbox").fill("通学路");
    await tap("button", "さがす");
    await tap("link", /通学路と/);
    expect(taps).toBe(2);
    const text = await page.getByRole("main").innerText();
    for (const heading of ["指標で見る", "現状と課題", "主な取組"]) expect(text).toContain(heading);
    expect(text).toContain("通学路の危険な箇所");
  });

  it("finds the same by a word offered on the first page", async () => {
    await tap("link", "通学路");
    await tap("link", /通学路と/);
    expect(taps).toBe(2);
    expect(await page.locator("h1").innerText()).toContain("通学路");
  });

  it("comes to the child's school through the goals, in two taps", async () => {
    await tap("link", /子どもがのびのび育ち/);
    await tap("link", /安全で快適な学校を整える/);
    expect(taps).toBe(2);
    expect(await page.locator("h1").innerText()).toContain("安全で快適な学校を整える");
    expect(await page.getByRole("main").innerText()).toContain("この施策の担当");
  });

  it("comes there through the whole plan too, opening its branches", async () => {
    await tap("link", "体系図を見る");
    await page.goto(`${site}/plan/2027`);
    await tap("link", "すべて開く");
    await tap("link", /安全で快適な学校を整える/);
    expect(page.url()).toMatch(/\/plan\/2027\/2-2-3$/);
  });

  it("sees on every page of the way which version it is, since when, and who answers", async () => {
    for (const path of ["/", "/plan/2027/2", "/plan/2027/2-2-3", "/indicators", "/sdgs"]) {
      await page.goto(`${site}${path}`);
      const foot = await page.getByRole("contentinfo").innerText();
      expect(foot, path).toContain("策定版（見本）");
      expect(foot, path).toMatch(/令和\d+年\d+月\d+日（20\d\d年）/);
      expect(foot, path).toContain("企画部 企画課");
      expect(foot, path).toContain("0000-12-3101");
      expect(await widthOf(), path).toBe(360);
    }
  });

  it("is helped on from an address that does not exist, in Japanese", async () => {
    const answer = await page.goto(`${site}/no/such/page`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").innerText()).toBe("ページが見つかりません");
    await page.getByRole("main").getByRole("searchbox").fill("給食");
    await tap("button", "さがす");
    await tap("link", /給食を届ける/);
    expect(taps).toBe(2);
  });

  it.each(["/", "/plan/2027/2-2-3", "/indicators", "/sdgs"])("sees %s after 40 KB of page and styles", async (path) => {
    const html = await (await fetch(`${site}${path}`)).text();
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"(?! media)/g)].map(([, href]) => href ?? "");
    expect(styles).toHaveLength(1);
    const parts = [html, ...(await Promise.all(styles.map(async (href) => (await fetch(`${site}${href}`)).text())))];
    const bytes = parts.reduce((sum, part) => sum + gzipSync(part).length, 0);
    expect(bytes).toBeLessThanOrEqual(40 * 1024);
  });

  it.each(["/", "/plan/2027/2-2-3", "/indicators", "/sdgs"])("pays for all of %s at most 48 KB", async (path) => {
    const fresh = await (await browser.newContext(phone)).newPage();
    const loaded: Promise<number>[] = [];
    fresh.on("requestfinished", (request) => loaded.push(request.sizes().then((sizes) => sizes.responseBodySize)));
    await fresh.goto(`${site}${path}`, { waitUntil: "networkidle" });
    const bytes = await Promise.all(loaded);
    await fresh.context().close();
    expect(bytes.length).toBeGreaterThanOrEqual(3);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(48 * 1024);
  });
});
