import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { addSection, handInWord, wordImports } from "#domain/documents/index.ts";
import { storedFile } from "#platform/files/stored-files.ts";
import { richOf } from "#kernel/rich-notation.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../../test/support/plan.ts";
import { accepted } from "../../../../../test/support/results.ts";
import { planInWord, wordAttacks } from "../../../../../test/support/word-files.ts";

describe("a Word file made to do harm, on the pages", () => {
  const city = useCity();
  let sato: PersonActor;
  let ctx: Ctx;
  let browser: Browser;
  let planId: string;
  let base: string;
  let desk: string;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    browser = new Browser(appOf(city(), { actor: sato }), city());
    const { plan } = await planOf(ctx, "みほん市総合計画", ["1 安全"]);
    planId = plan.id;
    base = `/staff/manuscripts/${plan.slug}`;
    const entry = { planId, parentId: null, title: "序論", divisionId: null, dueOn: null };
    desk = `${base}/sections/${accepted(await addSection(ctx, entry)).id}/word`;
  });

  const status = async (path: string) => (await browser.get(path)).status;

  function handIn(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const form = new FormData();
    form.set("file", new File([bytes], "直し.docx"));
    return browser.send(address, form);
  }

  it.each(wordAttacks)("is taken in or refused at its field, and closes no page: $name", async ({ bytes, refusal }) => {
    const answer = await handIn(desk, bytes());
    expect(answer.status).toBe(refusal === undefined ? 303 : 422);
    if (refusal === undefined) {
      const path = answer.headers.get("location") ?? "";
      expect(await status(path)).toBe(200);
      expect((await browser.post(`${path}/abandonment`)).headers.get("location")).toContain("cancelled");
      expect((await browser.post(`${path}/erasure`)).headers.get("location")).toContain("erased");
    } else {
      const html = await answer.text();
      expect(html).toContain(refusal);
      expect(html).toContain('aria-invalid="true"');
    }
    expect(await status(desk)).toBe(200);
  });

  it("is not kept when what was read of it is no document", async () => {
    const [before, body] = [(await wordImports(ctx, planId)).length, richOf("文").rich];
    const reading = { sections: [{ depth: 0.5, title: "", body }], report: [] };
    const handed = {
      planId,
      sectionId: null,
      kind: "texts",
      name: "a.docx",
      bytes: new Uint8Array(1),
      reading,
    } as const;
    const kept = await handInWord(ctx, handed);
    expect(!kept.ok && kept.refusal.message).toBe("文書の中に読み取れないところがあるため、読み込めません。");
    expect(await wordImports(ctx, planId)).toHaveLength(before);
  });

  it.each([
    ["Wordで直す", () => desk],
    ["章と節を作る", () => `${base}/word-plan`],
  ])("closes only its own page when what was kept of it can't be understood: %s", async (_, address) => {
    const form = new FormData();
    form.set("file", new File([planInWord()], "計画.docx"));
    form.set("parentId", desk.split("/").at(-2) ?? "");
    const path = (await browser.send(address(), form)).headers.get("location") ?? "";
    const id = path.split("/").at(-1) ?? "";
    const unreadable = JSON.stringify({ sections: [{ depth: null }], report: [] });
    await ctx.db.updateTable("word_import").set({ reading: unreadable }).where("id", "=", id).execute();
    expect(await status(desk)).toBe(200);
    const html = await (await browser.get(path)).text();
    expect(html).toContain("この文書は読み取れません。消去してください。");
    expect(html).not.toMatch(/取り入れる変更はありません|の章と節を作る<|文章が見つかりません/);
    expect((await browser.post(`${path}/outline`)).status).toBe(422);
    expect((await browser.post(path)).status).toBe(422);
    expect((await browser.post(`${path}/abandonment`)).headers.get("location")).toContain("cancelled");
    expect((await browser.post(`${path}/erasure`)).headers.get("location")).toContain("erased");
    const kept = (await wordImports(ctx, planId)).find((each) => each.id === id);
    expect(kept).toMatchObject({ isErased: true, state: "abandoned" });
    expect(await storedFile(ctx.db, kept?.fileId ?? "")).toBeUndefined();
  });
});
