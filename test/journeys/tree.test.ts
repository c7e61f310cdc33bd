import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#domain/audit/index.ts";
import { createPlan, insertBranch, planOutline, type Branch } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";

const level = (name: string, codePattern: string, hasPage = false) => ({ name, codePattern, evaluator: "", hasPage });
const levels = [level("基本目標", "{n}"), level("政策", "{parent}-{n}"), level("施策", "{parent}-{n}", true)];
const words = {
  kind: "basicPlan" as const,
  name: "第3次計画",
  vision: "",
  summary: "",
  startYear: 2027,
  endYear: 2031,
};
const branches: readonly Branch[] = [
  {
    title: "安全",
    children: [{ title: "防災", children: [{ title: "消防団" }, { title: "避難所" }] }, { title: "防犯" }],
  },
  { title: "福祉", children: [{ title: "高齢者" }] },
];

describe("the tree of a plan in the browser", () => {
  const city = useCity();
  const sato: Actor = { kind: "person", id: newId(), name: "佐藤", roles: ["planning"], divisionIds: [] };
  let ctx: Ctx;
  let planId = "";
  let served: ServedCity;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ctx = city().as(sato);
    await ctx.db.insertInto("person").values({ id: sato.id, name: "佐藤", email: "sato@city.example" }).execute();
    const plan = await createPlan(ctx, { slug: "2027", ...words, levels });
    if (!plan.ok) throw new Error(plan.refusal.message);
    planId = plan.value.id;
    await ctx.transaction((tx) => insertBranch(tx, ctx, { planId, parentId: null, branches }));
    served = await serveCity(city(), sato);
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const address = () => `${served.url}/staff/plans/2027/tree`;
  const stored = async () =>
    (await planOutline(ctx, planId)).map((node) => `${"  ".repeat(node.depth - 1)}${node.title}`);
  const said = (text: string) => page.locator("[aria-live=polite]", { hasText: text }).waitFor({ state: "attached" });
  const focusedRow = () =>
    page.evaluate(() => document.activeElement?.closest("[role=row]")?.querySelector(".tree-label")?.textContent ?? "");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it("is reached by Tab and walked by arrows, with one tab stop", async () => {
    await page.goto(address());
    await page.locator(".tree-alive").waitFor();
    await page.locator(".tree-tools summary").focus();
    await press("Tab");
    expect(await focusedRow()).toContain("安全");
    await press("ArrowRight");
    await said("「1 安全」を開きました。2件あります。");
    await press("ArrowDown");
    expect(await focusedRow()).toContain("防災");
    const row = page.locator("[role=row]:focus");
    expect(await row.getAttribute("aria-level")).toBe("2");
    expect(await row.getAttribute("aria-posinset")).toBe("1");
    expect(await row.getAttribute("aria-setsize")).toBe("2");
    expect(await row.getAttribute("aria-expanded")).toBe("false");
    await press("End");
    expect(await focusedRow()).toContain("福祉");
    await press("Home");
    expect(await focusedRow()).toContain("安全");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("adds, renames, moves and removes by keyboard alone, and takes it all back", async () => {
    await press("ArrowDown", "Insert");
    await page.keyboard.insertText("交通安全");
    await press("Enter");
    await said("「1-3 交通安全」を追加しました。「1 安全」の中の3件中2番目です。");
    await press("Alt+ArrowDown");
    await said("3件中3番目です。");
    await press("Alt+ArrowRight");
    await said("「1-2 防犯」の中の1件中1番目です。");
    expect(await stored()).toEqual([
      "安全",
      "  防災",
      "    消防団",
      "    避難所",
      "  防犯",
      "    交通安全",
      "福祉",
      "  高齢者",
    ]);
    await press("F2");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.insertText("歩行者の安全");
    await press("Enter");
    await said("名前を「1-3 歩行者の安全」にしました。");
    await press("Delete");
    await said("「1-3 歩行者の安全」を削除しました。Ctrl+Zで元に戻せます。");
    expect(await axeFindings(page)).toEqual([]);
    expect(await stored()).not.toContain("    歩行者の安全");
    for (const count of [1, 2, 3, 4, 5]) {
      await press("Control+z");
      await page.waitForFunction(
        (undone) =>
          performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith("/undoings")).length >= undone,
        count,
      );
    }
    await expect.poll(stored).toEqual(["安全", "  防災", "    消防団", "    避難所", "  防犯", "福祉", "  高齢者"]);
  });

  it("keeps the focus on the row after every act, and shows when it was saved", async () => {
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("row");
    expect(await page.locator(".tree-saved").textContent()).toMatch(/^保存済み \d\d:\d\d$/);
  });

  it("leaves Enter to the input method while a name is being converted", async () => {
    const before = await stored();
    const posted: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
    await press("F2");
    const input: CDPSession = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "ぼうさい", selectionStart: 4, selectionEnd: 4 });
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
    await input.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
    await input.send("Input.insertText", { text: "防災対策" });
    await page.waitForTimeout(300); // a wrong save would be on its way by now
    expect(posted).toEqual([]);
    expect(await page.locator(".tree-field input").inputValue()).toBe("防災対策");
    await press("Escape");
    expect(await page.locator(".tree-field input").count()).toBe(0);
    expect(await stored()).toEqual(before);
  });

  it("does by the menu what the keys do", async () => {
    await press("Home", "Shift+F10");
    await page.locator("[role=menu]").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    await said("「1 安全」を移しました。いちばん上の階層の2件中2番目です。");
    await press("Control+z");
    await said("直前の操作を元に戻しました。");
  });

  it("moves a branch that is dragged by its handle, to where the line shows", async () => {
    await page.goto(`${address()}?open=`);
    await page.locator(".tree-alive").waitFor();
    const row = (title: string) => page.locator("[data-node]", { hasText: title });
    const handle = row("福祉").locator(".tree-handle");
    const target = await row("安全").boundingBox();
    await handle.hover();
    await page.mouse.down();
    const { x, y } = { x: (target?.x ?? 0) + 200, y: (target?.y ?? 0) + 3 };
    await page.mouse.move(x, y + 6);
    await page.mouse.move(x, y, { steps: 3 });
    await page.locator(".tree-drop-before").waitFor();
    await page.mouse.up();
    await said("「2 福祉」を移しました。いちばん上の階層の2件中1番目です。");
    await expect.poll(async () => (await stored())[0]).toBe("福祉");
  });

  it("finds a node in a closed branch", async () => {
    await page.locator(".tree-finder input").fill("避難");
    await press("Enter");
    await page.locator(".tree-matches button", { hasText: "避難所" }).click();
    await expect.poll(() => page.locator("[role=row][tabindex='0'] .tree-label").textContent()).toContain("避難所");
  });

  it("renumbers after a preview", async () => {
    await page.goto(`${address()}/renumbering`);
    expect(await page.locator("tbody tr").first().textContent()).toBe("福祉21");
    expect(await axeFindings(page)).toEqual([]);
    await page.locator("main button", { hasText: "番号を付け直す" }).click();
    await page.locator(".notice", { hasText: "番号を付け直しました。" }).waitFor();
    expect((await planOutline(ctx, planId)).map((node) => node.code)).toEqual([
      "1",
      "1-1",
      "2",
      "2-1",
      "2-1-1",
      "2-1-2",
      "2-2",
    ]);
  });

  it("works without script: branches are links, acts are forms", async () => {
    const plain = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    ).newPage();
    await plain.goto(address());
    await plain.locator("[data-node]", { hasText: "福祉" }).locator("a.tree-toggle").click();
    await plain.locator("[data-node]", { hasText: "高齢者" }).locator("a", { hasText: "操作" }).click();
    await plain.locator("#text").fill("高齢者の暮らし【長寿】");
    await plain.locator("main button", { hasText: "名前を変える" }).click();
    expect(await plain.locator(".notice").textContent()).toContain("保存しました。");
    expect(await plain.locator("[data-node]", { hasText: "高齢者の暮らし【長寿】" }).count()).toBe(1);
    await plain.locator("button", { hasText: "直前の操作を元に戻す" }).click();
    expect(await stored()).toContain("  高齢者");
    expect(await plain.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
