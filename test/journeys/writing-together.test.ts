import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { bindTree, manuscriptOf, planVersions, versionPage, type ManuscriptLine } from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { plainText } from "#kernel/rich-text.ts";
import { openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { lookAt } from "../support/pictures.ts";
import { divisionIn, personIn, planOf, type PlanInTest, type Sketch } from "../support/plan.ts";
import { accepted } from "../support/results.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

/** How many measures each of the five writes: three in the suite, all sixty with TOMONI_SECTIONS=12. */
const each = Number(process.env["TOMONI_SECTIONS"] ?? 3);

/** Six goals with two policies of five measures each: 60 施策. */
const sixty: Sketch = Array.from({ length: 6 }, (_, goal) => [
  `${goal + 1} 目標${goal + 1}`,
  Array.from({ length: 2 }, (_policy, policy) => [
    `${goal + 1}-${policy + 1} 政策${policy + 1}`,
    Array.from(
      { length: 5 },
      (_measure, at) => `${goal + 1}-${policy + 1}-${at + 1} 施策${goal + 1}${policy + 1}${at + 1}`,
    ),
  ]).flat(),
]).flat();

interface Writer {
  readonly name: string;
  readonly page: Page;
  /** The measures of the writer's division. */
  readonly own: readonly ManuscriptLine[];
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const standing = (page: Page, kind: string) => page.locator(`[data-standing="${kind}"]`).waitFor();

async function write(page: Page, words: string): Promise<void> {
  await page.locator(".ProseMirror").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
  await standing(page, "unsaved");
  await standing(page, "saved");
}

async function giveBack(page: Page): Promise<void> {
  await press(page, "返却する");
  await page.getByText("返却しました。").waitFor();
}

describe("a plan of sixty measures, written in five browsers at once", () => {
  const city = useCity();
  const served: ServedCity[] = [];
  let browser: Browser;
  let ctx: Ctx;
  let plan: PlanInTest;
  let base = "";
  let writers: readonly Writer[] = [];

  beforeAll(async () => {
    ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    plan = await planOf(ctx, "みほん市総合計画", sixty);
    base = `/staff/manuscripts/${plan.plan.slug}`;
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: null }));
    browser = await openChromium();
    const names = ["危機管理課", "福祉課", "学校教育課", "商工観光課", "環境課"];
    const divisions = new Map<string, string>();
    for (const name of names) divisions.set(name, await divisionIn(city(), name));
    const measures = (await manuscriptOf(ctx, plan.plan.id)).lines.filter(({ depth }) => depth === 3);
    for (const [index, { nodeId, textVersion }] of measures.entries()) {
      const divisionId = divisions.get(names[index % 5] ?? "") ?? null;
      accepted(await editNode(ctx, { id: nodeId ?? "", version: textVersion, divisionId }));
    }
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    const ofDivision = grouped(
      lines.filter(({ depth }) => depth === 3),
      ({ divisionIds }) => divisionIds[0] ?? "",
    );
    const found: Writer[] = [];
    for (const [name, id] of divisions)
      found.push({ name, page: await deskOf(name, id), own: ofDivision.get(id) ?? [] });
    writers = found;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const site of served) await site.close();
  });

  async function deskOf(name: string, divisionId?: string): Promise<Page> {
    const roles = divisionId ? (["clerk"] as const) : (["planning"] as const);
    const person = await personIn(city(), name, { roles, ...(divisionId && { divisionIds: [divisionId] }) });
    const site = await serveCity(city(), person);
    served.push(site);
    return (await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: site.url })).newPage();
  }

  async function takeOut(page: Page, section: Pick<ManuscriptLine, "id">): Promise<void> {
    await page.goto(`${base}/sections/${section.id}`);
    await press(page, "借りて書く");
    await page.locator(".ProseMirror").first().waitFor();
  }

  async function visions(): Promise<Map<string, string>> {
    const { lines } = await manuscriptOf(ctx, plan.plan.id);
    return new Map(lines.map(({ name, texts }) => [name, texts["vision"] ? plainText(texts["vision"]) : ""]));
  }

  async function freeze(page: Page, name: string): Promise<void> {
    await page.goto(`/staff/documents/${plan.plan.slug}/freezing`);
    await page.getByLabel("版の名前").fill(name);
    await page.getByLabel("凍結する理由").fill("庁議に諮るため");
    await page.getByLabel("検討中として公開").check();
    await press(page, "凍結する");
    await page.getByRole("heading", { name: new RegExp(name) }).waitFor();
  }

  it("takes what each of them writes in their own sections, and nothing of it elsewhere", async () => {
    await Promise.all(
      writers.map(async ({ name, page, own }) => {
        for (const section of own.slice(0, each)) {
          await takeOut(page, section);
          await write(page, `${name}が${section.name}の姿を書きました。`);
          await giveBack(page);
        }
      }),
    );
    const told = await visions();
    const expected = writers.flatMap(({ name, own }) =>
      own.slice(0, each).map((section) => [section.name, `${name}が${section.name}の姿を書きました。`] as const),
    );
    expect(expected).toHaveLength(5 * each);
    expect(expected.filter(([name, words]) => told.get(name) !== words)).toEqual([]);
    expect([...told.values()].filter((words) => words !== "")).toHaveLength(5 * each);
  }, 900_000);

  it("is frozen, goes on, is frozen again, and the two versions are compared word by word", async () => {
    const planner = await deskOf("山田");
    await freeze(planner, "素案");
    const [{ page, own, name } = { page: planner, own: [], name: "" }] = writers;
    const [section] = own;
    if (!section) throw new Error("the first writer has no measure");
    await takeOut(page, section);
    await write(page, "地域の人たちと進めます。");
    await giveBack(page);
    await freeze(planner, "原案");
    const versions = await planVersions(ctx, plan.plan.id);
    expect(versions.map((version) => version.name)).toEqual(["原案", "素案"]);
    await planner.goto(`/staff/documents/${plan.plan.slug}/compare?from=1&to=2`);
    const row = planner.locator("tr", { hasText: "地域の人たちと進めます。" }).first();
    expect(await row.innerText()).toContain(`${name}が${section.name}の姿を書きました。`);
    expect(await planner.locator("ins").allInnerTexts()).toHaveLength(1);
    expect(await lookAt(planner, "writing-together-comparison")).toEqual([]);
    const { content } = await versionPage(ctx, versions[1]?.id ?? "");
    expect(JSON.stringify(content)).not.toContain("地域の人たちと進めます。");
  }, 120_000);
});
