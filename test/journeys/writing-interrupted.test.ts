import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { addSection, bindTree, loanPage, manuscriptOf } from "#domain/documents/index.ts";
import { nodePage, removeNode, restoreNode } from "#domain/plan/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { inProject } from "#platform/files/project.ts";
import { serveStaticFiles } from "#platform/http/static-files.ts";
import { listen, stopListening } from "../../src/serving.ts";
import { appOf } from "../support/browser.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { password, personAtTheDoor } from "../support/door.ts";
import { lookAt } from "../support/pictures.ts";
import { personIn, planOf, type PlanInTest } from "../support/plan.ts";
import { accepted } from "../support/results.ts";
import { giveBack, press, standing, takeOut, type, write } from "../support/writing.ts";

describe("writing that is interrupted", () => {
  const city = useCity();
  let ctx: Ctx;
  let plan: PlanInTest;
  let browser: Browser;
  let page: Page;
  let site = "";
  let email = "";
  let close: () => Promise<void>;
  let base = "";
  let loan = "";

  beforeAll(async () => {
    ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    plan = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練"]]]);
    ({ email } = await personAtTheDoor(city(), "planning"));
    const host = `c${city().municipality.code}.localhost`;
    await city()
      .database.platform.insertInto("municipality_host")
      .values({ host, municipality_code: city().municipality.code })
      .execute();
    const app = new Hono().route("/", appOf(city(), { zone: "both" }));
    const server = await listen(app, { host: "127.0.0.1", port: 0 }, serveStaticFiles(inProject("dist/assets")));
    site = `http://${host}:${(server.address() as AddressInfo).port}`; // it listens on TCP
    close = () => stopListening(server);
    base = `${site}/staff/manuscripts/${plan.plan.slug}`;
    browser = await openChromium();
    page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    page.on("dialog", (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  async function signIn(at: Page): Promise<void> {
    await at.getByLabel("メールアドレス").fill(email);
    await at.getByLabel("パスワード").fill(password);
    await press(at, "サインインする");
  }

  async function saved(key = "body"): Promise<string> {
    return plainText((await loanPage(ctx, loan)).own.texts[key] ?? richTextOf(""));
  }

  it("goes on when the sign-in ended and somebody signs in again beside it", async () => {
    const entry = { planId: plan.plan.id, parentId: null, title: "序論", divisionId: null, dueOn: null };
    const { id } = accepted(await addSection(ctx, entry));
    await page.goto(`${site}/staff/sign-in`);
    await signIn(page);
    await page.waitForURL(`${site}/staff`);
    await takeOut(page, `${base}/sections/${id}`);
    loan = page.url().split("/").at(-1) ?? "";
    await write(page, "はじめの文。");
    await page.context().clearCookies();
    await type(page, "切れたあとの文。");
    await standing(page, "signedOut");
    expect(await page.locator("[role=status]", { hasText: "サインインが切れました" }).innerText()).toContain(
      "この端末に控えています。",
    );
    expect(await axeFindings(page)).toEqual([]);
    expect(await lookAt(page, "writing-signed-out")).toEqual([]);
    const door = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "別のタブでサインインする" }).click();
    const tab = await door;
    await signIn(tab);
    await tab.waitForURL(`${site}/staff`);
    await tab.close();
    await standing(page, "saved");
    expect(await saved()).toBe("はじめの文。切れたあとの文。");
  });

  it("is kept on the device when the page was left without a sign-in, and sent when its writer comes back", async () => {
    await page.context().clearCookies();
    await type(page, "離れる前の文。");
    await standing(page, "signedOut");
    await page.reload();
    await page.getByLabel("メールアドレス").waitFor();
    expect(await saved()).not.toContain("離れる前の文。");
    await signIn(page);
    await page.locator(".ProseMirror", { hasText: "離れる前の文。" }).waitFor();
    await standing(page, "saved");
    expect(page.url().split("/").at(-1)).toBe(loan);
    expect(await saved()).toBe("はじめの文。切れたあとの文。離れる前の文。");
  });

  it("sends nothing inside a conversion (変換), and no Enter of it puts anything in", async () => {
    const keys = await page.context().newCDPSession(page);
    const before = await saved();
    await type(page, "続き。");
    await compose(keys, "にほん");
    await page.waitForTimeout(3_000); // twice the pause after which a save goes
    expect(await saved()).toBe(before);
    await keys.send("Input.insertText", { text: "日本" });
    await standing(page, "saved");
    expect(await saved()).toBe(`${before}続き。日本`);
    await press(page, "脚注");
    await compose(keys, "こくせい");
    await keys.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Enter",
      code: "Enter",
      windowsVirtualKeyCode: 13,
    });
    expect(await page.getByLabel("本文の脚注").inputValue()).toBe("こくせい");
    await keys.send("Input.insertText", { text: "国勢調査" });
    await page.keyboard.press("Enter");
    await standing(page, "unsaved");
    await standing(page, "saved");
    expect(await saved()).toBe(`${before}続き。日本（注：国勢調査）`);
  });

  it("stays to be read where the page of the plan was removed meanwhile, and goes on when that is brought back", async () => {
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: null }));
    const bound = (await manuscriptOf(ctx, plan.plan.id)).lines.find(({ name }) => name === "訓練");
    await takeOut(page, `${base}/sections/${bound?.id}`);
    loan = page.url().split("/").at(-1) ?? "";
    const address = page.url();
    await write(page, "外される前の文。");
    accepted(await removeNode(ctx, await plan.node("訓練")));
    await type(page, "外されたあとの文。");
    await standing(page, "over");
    expect(await page.locator("[role=status]", { hasText: "外されました" }).innerText()).toBe(
      "この節は、計画か原稿から外されました。ここまでに書いた文章は残してあります。 残した文章を開く",
    );
    expect(await page.locator(".ProseMirror").first().innerText()).toContain("外されたあとの文。");
    await page.getByRole("link", { name: "残した文章を開く" }).click();
    await page.getByRole("heading", { name: "訓練：書いた文章" }).waitFor();
    expect(await page.locator("main .rich").innerText()).toBe("外される前の文。外されたあとの文。");
    expect(await axeFindings(page)).toEqual([]);
    expect(await lookAt(page, "writing-gone")).toEqual([]);
    await page.goto(base);
    await page.getByText("外された節に、あなたの書いた文章が1件残っています。").waitFor();
    await page.getByRole("link", { name: "訓練" }).click();
    expect(page.url()).toBe(address);
    accepted(await restoreNode(ctx, { id: bound?.nodeId ?? "" }));
    await page.reload();
    await write(page, "戻されたあとの文。");
    await giveBack(page);
    const { node } = await nodePage(ctx, bound?.nodeId ?? "");
    expect(plainText(node.fields.vision ?? richTextOf(""))).toBe(
      "外される前の文。外されたあとの文。戻されたあとの文。",
    );
  });
});

function compose(keys: CDPSession, text: string): Promise<unknown> {
  return keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}
