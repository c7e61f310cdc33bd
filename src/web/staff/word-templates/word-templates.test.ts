import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { listPapers, paperFile } from "#domain/plan/index.ts";
import { checkTemplate } from "#export/word-template/check.ts";
import { makePaperJob } from "#jobs/make-paper.ts";
import { systemClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../test/support/plan.ts";
import { bodyPlace, handmadeTemplate, runs, templateOfLibreOffice } from "../../../../test/support/word-templates.ts";
import { wordFaults } from "../../../../test/support/word-validator.ts";

const base = "/staff/word-templates";

function handIn(browser: Browser, bytes: Uint8Array<ArrayBuffer>, name = "市の書式") {
  const form = new FormData();
  form.set("name", name);
  form.set("file", new File([bytes], "書式.docx"));
  return browser.send(base, form);
}

describe("the pages of the city's Word templates", () => {
  const city = useCity();

  async function desk() {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    return { ctx, browser: new Browser(appOf(city(), { actor: ctx.actor }), city()) };
  }

  it("say what will be here, refuse a file in words, and keep the name that was typed", async () => {
    const { browser } = await desk();
    expect(await (await browser.get(base)).text()).toContain("まだ登録していません");
    const refused = await handIn(browser, handmadeTemplate({ body: runs("本文なし") }));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("計画書を入れる場所「{{本文}}」がありません。");
    expect(page).toContain('value="市の書式"');
    const empty = await browser.post(base, { name: "市の書式" });
    expect(await empty.text()).toContain("ファイルが選ばれていません。");
    expect((await handIn(browser, handmadeTemplate({ body: bodyPlace }), "")).status).toBe(422);
  });

  it("tell what was found before it is used, and hand out the file as it came", async () => {
    const { browser } = await desk();
    const handed = handmadeTemplate({ body: runs("{{課名}}") + bodyPlace });
    const kept = await handIn(browser, handed);
    const address = kept.headers.get("location") ?? "";
    const page = await (await browser.get(address)).text();
    expect(page).toContain("知らない言葉が1か所にあります");
    expect(page).toContain("本文の第1段落「{{課名}}」");
    expect(page).toContain("登録しただけ");
    const file = new Uint8Array(await (await browser.get(`${address}/file`)).arrayBuffer());
    expect(Buffer.from(file).equals(Buffer.from(handed))).toBe(true);
    expect((await browser.get(`${base}/nothing`)).status).toBe(404);
  });

  it("offer a sample that is a template itself", async () => {
    const { browser } = await desk();
    const sample = await browser.get(`${base}/sample`);
    const bytes = new Uint8Array(await sample.arrayBuffer());
    const checked = checkTemplate(bytes);
    expect(checked).toMatchObject({ ok: true, value: { hasCover: true, unknown: [], notes: [] } });
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
    expect(parts.some((text) => text.includes("見本"))).toBe(true);
    expect(parts.some((text) => /noto/i.test(text))).toBe(false);
  });

  it("let papers be written into the template in use, and made anew when it is another", async () => {
    const { ctx, browser } = await desk();
    const { plan } = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 備え"]]]);
    const papers = `/staff/plans/${plan.slug}/papers`;
    expect(await (await browser.get(papers)).text()).not.toContain("ひな形を使わず");
    const address = (await handIn(browser, templateOfLibreOffice())).headers.get("location") ?? "";
    expect((await browser.post(`${address}/use`, {})).status).toBe(303);
    expect((await browser.post(`${address}/use`, {})).status).toBe(422);
    expect(await (await browser.get(papers)).text()).toContain("市のひな形「市の書式」に入れて作ります");
    await browser.post(papers, { source: "draft", kind: "main", form: "word" });
    const steps = await makeAll(ctx, plan.id);
    expect(steps).toContain("市のひな形に入れています");
    const [paper] = await listPapers(ctx, plan.id);
    const { bytes } = await paperFile(ctx, plan.id, paper?.id ?? "");
    expect(wordFaults(bytes)).toEqual([]);
    const header = strFromU8(unzipSync(bytes)["word/header1.xml"] ?? new Uint8Array());
    expect(header).toContain("みほん市総合計画");
    const listed = await (await browser.get(papers)).text();
    expect(listed).toContain("ひな形「市の書式」");
    expect(listed).not.toContain("作り直す");
    expect((await browser.post(`${address}/withdrawal`, {})).status).toBe(303);
    expect(await (await browser.get(papers)).text()).toContain("標準の体裁で作り直す");
  }, 60_000);

  async function makeAll(ctx: Awaited<ReturnType<typeof desk>>["ctx"], planId: string): Promise<string[]> {
    const handler = makePaperJob(city().database, systemClock);
    const notes: string[] = [];
    for (const { id, fileId } of await listPapers(ctx, planId))
      if (fileId === null)
        await handler(
          { id, payload: { paperId: id }, municipality: city().municipality, attempt: 1, requestedBy: undefined },
          async (_, note) => void notes.push(note ?? ""),
        );
    return notes;
  }
});
