import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import { seedMihon } from "../../db/seeds/mihon/seed.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { personIn } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

/** A new mayor: the sample city's old plan of six goals becomes one of seven for other years, in the browser. */
describe("a plan made anew", () => {
  const city = useCity();
  let served: ServedCity;
  let browser: Browser;
  let office: Page;
  let citizen: Page;
  const plan = "/staff/plans/2030";

  beforeAll(async () => {
    await seedMihon(city().as(systemActor("seed")));
    served = await serveCity(city(), await personIn(city(), "佐藤", { roles: ["planning"] }));
    browser = await openChromium();
    office = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const main = () => office.getByRole("main");
  const words = () => main().innerText();
  const press = (name: string) => follow(office, main().getByRole("button", { name, exact: true }));

  /** The three steps from the old plan to the new one. */
  async function rebase(): Promise<void> {
    await office.goto(`${served.url}/staff/plans/2022/rebasing`);
    await office.getByLabel("新しい計画の名前").fill("第3次みほん市総合計画");
    await office.getByLabel("アドレスの言葉").fill("2030");
    await office.getByLabel("始まりの年度").selectOption("2030");
    await office.getByLabel("終わりの年度").selectOption("2034");
    await office.getByLabel("5番目の項目の名前").fill("自然と調和するまち");
    await office.getByLabel("6番目の項目の名前").fill("歩いて暮らせるまち");
    await office.getByLabel("7番目の項目の名前").fill("ともにつくる開かれたまち");
    await press("次へ：もとの項目の行き先");
    await office.getByLabel("5 快適で自然と共生するまち").selectOption("apart");
    await office.getByLabel("5-1 環境の保全").selectOption("goal-4");
    await office.getByLabel("5-2 都市基盤の整備").selectOption("goal-5");
    await office.getByLabel("6 協働と健全な行政のまち").selectOption("goal-6");
    await press("次へ：できあがりを確かめる");
  }

  it("is shown exactly before it is there: 7 goals, 39 measures, no loss", async () => {
    await rebase();
    expect(await axeFindings(office)).toEqual([]);
    const preview = await words();
    expect(preview).toContain("基本目標7、政策13、施策39");
    expect(preview).toContain("分割2");
    expect(preview).toContain("8件を引き継ぐ");
    await press("この内容で新しい計画を作る");
    expect(office.url()).toContain(plan);
    expect(await words()).toContain("組み直しを取り消せます");
  });

  it("is taken back whole, and made again", async () => {
    await press("組み直しを取り消す");
    expect(office.url()).toContain("/staff/plans/2022");
    expect((await office.goto(`${served.url}${plan}`))?.status()).toBe(404);
    await rebase();
    await press("この内容で新しい計画を作る");
    expect((await office.goto(`${served.url}${plan}`))?.status()).toBe(200);
  });

  it("has its lineage already, to be refined and taken back by plain forms", async () => {
    await office.goto(`${served.url}${plan}/lineage`);
    expect(await words()).toContain("前の計画の施策39のうち39を対応済み");
    expect(await axeFindings(office)).toEqual([]);
    await main()
      .locator("[aria-labelledby=old-title] li", { hasText: "5-2-3 公共交通の確保" })
      .getByRole("link")
      .click();
    await office.getByLabel("深化").selectOption({ label: "拡充" });
    await office.getByLabel("何を深めたか").fill("予約制の乗合タクシーを市の全体に広げます。");
    await press("保存する");
    expect(await words()).toContain("継続・拡充");
    await press("直前の操作を元に戻す");
    expect(await words()).not.toContain("継続・拡充");
    await main()
      .locator("[aria-labelledby=old-title] li", { hasText: "5-2-3 公共交通の確保" })
      .getByRole("link")
      .click();
    await office.getByLabel("深化").selectOption({ label: "拡充" });
    await office.getByLabel("何を深めたか").fill("予約制の乗合タクシーを市の全体に広げます。");
    await press("保存する");
  });

  it("says what a version still lacks", async () => {
    await office.goto(`${served.url}${plan}/checks`);
    expect(await words()).toContain("直すところ");
    expect(await axeFindings(office)).toEqual([]);
    await office.goto(`${served.url}${plan}/quality?order=late`);
    expect(await axeFindings(office)).toEqual([]);
  });

  it("tells a reader of the old plan where a measure went, once it is published", async () => {
    await office.goto(`${served.url}/staff/publications/new?subject=plan&reference=2030`);
    await office.getByLabel("版の名前").fill("素案");
    await office.getByRole("radio", { name: /検討中として公開/ }).check();
    await office.getByLabel("問い合わせ先の課").selectOption({ index: 1 });
    await press("公開前の確認へ進む");
    await main()
      .getByRole("button", { name: /公開する/ })
      .first()
      .click();
    await office.waitForLoadState();
    await citizen.goto(`${served.url}/plan/2022/5-2-3`);
    const page = await citizen.getByRole("main").innerText();
    expect(page).toContain("次の計画「第3次みほん市総合計画」では");
    expect(page).toContain("予約制の乗合タクシー");
    expect(page).toContain("暮らしの足を守る"); // what the sample's other plan made of it
    await citizen.getByRole("link", { name: /6-1-3/ }).click();
    expect(await citizen.getByRole("main").innerText()).toContain("前の計画「第2次みほん市総合計画 後期基本計画」から");
    await office.goto(`${served.url}${plan}`);
    expect(await words()).not.toContain("組み直しを取り消せます");
  });
});

async function follow(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForNavigation(), button.click()]);
}
