import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { addSection, bindTree, loanPage, manuscriptOf, sectionPage } from "#domain/documents/index.ts";
import { editNode, nodePage } from "#domain/plan/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { axeFindings, openChromium } from "../support/chromium.ts";
import { useCity } from "../support/city.ts";
import { lookAt } from "../support/pictures.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../support/plan.ts";
import { serveCity, type ServedCity } from "../support/served-city.ts";
import { press, standing, type } from "../support/writing.ts";

describe("a section written in two browsers", () => {
  const city = useCity();
  let ctx: Ctx;
  let plan: PlanInTest;
  let browser: Browser;
  const served: ServedCity[] = [];
  let kato: Page;
  let ito: Page;
  let online: BrowserContext;
  let base = "";
  let section = "";
  let loan = "";

  beforeAll(async () => {
    const crisis = await divisionIn(city(), "危機管理課");
    const sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    plan = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練"]]]);
    base = `/staff/manuscripts/${plan.plan.slug}`;
    const entry = { planId: plan.plan.id, parentId: null, title: "序論", divisionId: crisis, dueOn: null };
    const added = await addSection(ctx, entry);
    if (!added.ok) throw new Error(added.refusal.message);
    section = added.value.id;
    browser = await openChromium();
    kato = await pageOf(await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] }));
    ito = await pageOf(await personIn(city(), "伊藤", { roles: ["clerk"], divisionIds: [crisis] }));
    online = kato.context();
  });
  afterAll(async () => {
    await browser?.close();
    for (const each of served) await each.close();
  });

  async function pageOf(actor: PersonActor): Promise<Page> {
    const site = await serveCity(city(), actor);
    served.push(site);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: site.url });
    return context.newPage();
  }

  const lentText = async () => plainText((await loanPage(ctx, loan)).own.texts["body"] ?? richTextOf(""));
  const standingText = async () => plainText((await sectionPage(ctx, section)).section.texts["body"] ?? richTextOf(""));

  it("is taken out and saves itself behind the typing, with what the bar of the editor puts in", async () => {
    await kato.goto(`${base}/sections/${section}`);
    await press(kato, "借りて書く");
    loan = kato.url().split("/").at(-1) ?? "";
    await kato.locator(".ProseMirror").waitFor();
    await type(kato, "市民とともにつくる計画です。");
    await standing(kato, "unsaved");
    await standing(kato, "saved");
    expect(await lentText()).toBe("市民とともにつくる計画です。");
    await press(kato, "脚注");
    await kato.keyboard.insertText("協働の指針による");
    await kato.keyboard.press("Enter");
    await press(kato, "数値の参照");
    await kato.getByLabel("本文に入れる数値を探す").fill("施策の数");
    await kato.getByRole("button", { name: "施策の数：1施策" }).click();
    await kato.keyboard.press("Enter");
    await press(kato, "番号つき");
    await kato.keyboard.insertText("目的");
    await kato.keyboard.press("Enter");
    await press(kato, "段を下げる");
    await kato.keyboard.insertText("背景");
    await press(kato, "第1から");
    expect(await axeFindings(kato)).toEqual([]);
    expect(await lookAt(kato, "writing")).toEqual([]);
    await press(kato, "保存する");
    await standing(kato, "saved");
    expect((await lentText()).split("\n").slice(0, 2)).toEqual([
      "市民とともにつくる計画です。（注：協働の指針による）1施策",
      "第1　目的",
    ]);
  });

  it("is kept on the device while there is no connection, and sent when there is one again", async () => {
    await online.setOffline(true);
    await type(kato, "電波のない所で書きました。");
    await standing(kato, "offline");
    expect(await kato.locator("[role=status]", { hasText: "通信が切れています" }).innerText()).toContain(
      "この端末に控えています。",
    );
    expect(await lentText()).not.toContain("電波のない所");
    await online.setOffline(false);
    await standing(kato, "saved");
    expect(await lentText()).toContain("電波のない所で書きました。");
  });

  it("tells a second tab that the first one saved before it, and keeps what the second says", async () => {
    const second = await online.newPage();
    await second.goto(kato.url());
    await second.locator(".ProseMirror").waitFor();
    await type(kato, "はじめの画面。");
    await standing(kato, "unsaved");
    await standing(kato, "saved");
    await type(second, "あとの画面。");
    await standing(second, "over");
    expect(await second.locator(".ProseMirror").getAttribute("contenteditable")).toBe("false");
    await second.getByRole("link", { name: "節のページを開く" }).click();
    expect(await second.locator("#copies").innerText()).toContain("別の画面で先に保存された");
    expect(await axeFindings(second)).toEqual([]);
    expect(await lookAt(second, "section-with-copies")).toEqual([]);
    await second.close();
  });

  it("loses nothing where a second tab sends what the first one still has on the device and goes on with", async () => {
    const converting = (kind: string) =>
      kato.evaluate((name) => {
        document.querySelector("#writing-form")?.dispatchEvent(new Event(name));
      }, kind);
    await converting("compositionstart"); // nothing is sent inside a conversion; the device keeps it
    await type(kato, "変換の途中。");
    const kept = () => kato.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":loan:")).length);
    await expect.poll(kept).toBe(1);
    const second = await online.newPage();
    await second.goto(kato.url());
    await expect.poll(lentText).toContain("変換の途中。");
    await type(kato, "変換のあと。");
    await converting("compositionend");
    await standing(kato, "saved");
    expect(await lentText()).toContain("変換の途中。変換のあと。");
    await second.close();
  });

  it("is taken over with both texts kept: what the first one wrote without a connection comes later as a copy", async () => {
    await online.setOffline(true);
    await type(kato, "引継ぎのあとに届く文。");
    await standing(kato, "offline");
    await ito.goto(`${base}/sections/${section}`);
    await ito.getByRole("link", { name: "急ぐときは、引き継ぐ" }).click();
    expect(await axeFindings(ito)).toEqual([]);
    await press(ito, "引き継ぐ");
    await ito.locator(".ProseMirror").waitFor();
    await type(ito, "伊藤が仕上げました。");
    await online.setOffline(false);
    await standing(kato, "over");
    await standing(ito, "saved");
    await press(ito, "返却する");
    await ito.getByText("返却しました。").waitFor();
    const text = await standingText();
    expect([text.includes("伊藤が仕上げました。"), text.includes("はじめの画面。")]).toEqual([true, true]);
    const { copies } = await sectionPage(ctx, section);
    expect(copies.map(({ cause }) => cause)).toEqual(["stale", "takenOver", "late"]);
    expect(plainText(copies[2]?.texts?.["body"] ?? richTextOf(""))).toContain("引継ぎのあとに届く文。");
  });

  it("is returned beside a change of the plan's page, after a look at both", async () => {
    await bindTree(ctx, { planId: plan.plan.id, parentId: null });
    const bound = (await manuscriptOf(ctx, plan.plan.id)).lines.find(({ name }) => name === "訓練");
    await editNode(ctx, {
      ...(await plan.node("訓練")),
      divisionId: bound?.divisionIds[0] ?? (await sectionPage(ctx, section)).section.divisionId,
    });
    await ito.goto(`${base}/sections/${bound?.id}`);
    await press(ito, "借りて書く");
    await ito.locator(".ProseMirror").first().waitFor();
    await type(ito, "伊藤の姿");
    await standing(ito, "unsaved");
    await standing(ito, "saved");
    await editNode(ctx, { ...(await plan.node("訓練")), fields: { vision: richTextOf("企画の姿") } });
    await press(ito, "返却する");
    await ito.getByRole("heading", { name: /2つの文章を見くらべる/ }).waitFor();
    expect(await axeFindings(ito)).toEqual([]);
    expect(await lookAt(ito, "stale-return")).toEqual([]);
    await press(ito, "右の文章で返却する");
    await ito.getByText("返却しました。").waitFor();
    const { node } = await nodePage(ctx, (await plan.node("訓練")).id);
    expect(plainText(node.fields.vision ?? richTextOf(""))).toBe("伊藤の姿");
  });

  it("holds on a telephone, with nothing wider than the screen", async () => {
    await ito.setViewportSize({ width: 360, height: 740 });
    for (const [name, path] of [
      ["manuscript-360", base],
      ["section-360", `${base}/sections/${section}`],
      ["figures-360", `${base}/figures`],
      ["remarks-360", `${base}/remarks`],
      ["glossary-360", `${base}/glossary`],
    ] as const) {
      await ito.goto(path);
      expect(await lookAt(ito, name)).toEqual([]);
      expect(await axeFindings(ito)).toEqual([]);
    }
  });
});
