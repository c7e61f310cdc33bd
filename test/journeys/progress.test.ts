import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/audit/index.ts";
import { enqueueJob } from "#platform/jobs/index.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { personIn, smallPlan } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

describe("the page of long work in the browser", () => {
  const city = useCity();
  let sato: PersonActor;
  let served: ServedCity;
  let browser: Browser;
  let id = "";
  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    const request = {
      municipalityCode: city().municipality.code,
      kind: "audit.verify",
      payload: {},
      requestedBy: sato.id,
    };
    id = await city()
      .as(sato)
      .transaction((tx) => enqueueJob(tx, request));
    served = await serveCity(city(), sato);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const becomes = (state: string, progress: number) =>
    city().database.platform.updateTable("job").set({ state, progress }).where("id", "=", id).execute();

  it("follows the work to its end without losing the focus, and then rests", async () => {
    const page = await browser.newPage();
    await becomes("running", 42);
    await page.goto(`${served.url}/staff/jobs/${id}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator("main a", { hasText: "処理の状況" }).focus();
    await becomes("running", 80);
    await page.locator("label", { hasText: "進みぐあい 80%" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("処理の状況");
    await becomes("done", 100);
    await page.locator("main", { hasText: "終わりました。" }).waitFor();
    expect(await page.locator("main").getAttribute("data-refresh")).toBe("");
  });

  it("leaves a form alone that somebody is filling in, and renews what stands around it", async () => {
    const { plan } = await smallPlan(city().as(sato));
    const page = await browser.newPage();
    await page.goto(`${served.url}/staff/plans/${plan.slug}/papers`);
    await page.getByRole("button", { name: "計画書をつくる" }).click();
    await page.locator("main", { hasText: "順番を待っています" }).waitFor();
    await page.getByLabel("概要版").check();
    await page.getByLabel("Word").check();
    await page.locator("h1").click();
    await city().database.platform.updateTable("job").set({ state: "running", progress: 42 }).execute();
    await page.locator("main", { hasText: "42" }).waitFor();
    expect([await page.getByLabel("概要版").isChecked(), await page.getByLabel("Word").isChecked()]).toEqual([
      true,
      true,
    ]);
  });

  it("reloads itself where there is no script", async () => {
    await becomes("running", 42);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${served.url}/staff/jobs/${id}`);
    await becomes("done", 100);
    await plain.locator("main", { hasText: "終わりました。" }).waitFor();
    expect(await plain.locator("progress").count()).toBe(0);
  });
});
