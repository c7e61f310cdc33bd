import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { requestPaper, listPapers } from "#domain/plan/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { asOwner, tamper } from "../../../../test/support/tampering.ts";
import {
  changedTemplates,
  keepTemplate,
  listTemplates,
  templateFile,
  templateState,
  useTemplate,
  withdrawTemplate,
} from "./index.ts";

const report = { words: [], unknown: [], styles: [], hasCover: false, hasContents: false, notes: [] };
const handed = (name: string) => ({ name, fileName: `${name}.docx`, bytes: new Uint8Array([1, 2, 3]), report });

describe("word templates", () => {
  const city = useCity();
  const planning = async () => city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
  const states = async (ctx: Awaited<ReturnType<typeof planning>>) =>
    Object.fromEntries((await listTemplates(ctx)).map((each) => [each.name, templateState(each)]));

  it("are kept as they came, and used by one at a time", async () => {
    const ctx = await planning();
    const { id: first } = accepted(await keepTemplate(ctx, handed("一つめ")));
    const { id: second } = accepted(await keepTemplate(ctx, handed("二つめ")));
    expect(await states(ctx)).toMatchObject({ 一つめ: "kept", 二つめ: "kept" });
    accepted(await useTemplate(ctx, first));
    accepted(await useTemplate(ctx, second));
    expect(await states(ctx)).toMatchObject({ 一つめ: "withdrawn", 二つめ: "used" });
    expect(await useTemplate(ctx, second)).toMatchObject({ ok: false, refusal: { code: "alreadyUsed" } });
    accepted(await useTemplate(ctx, first)); // one that was used before may come back
    accepted(await withdrawTemplate(ctx, first));
    expect(await withdrawTemplate(ctx, first)).toMatchObject({ ok: false, refusal: { code: "notUsed" } });
    expect(await states(ctx)).toMatchObject({ 一つめ: "withdrawn", 二つめ: "withdrawn" });
    expect((await templateFile(ctx, first)).bytes).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("leave a line in the record for each act", async () => {
    const ctx = await planning();
    const { id } = accepted(await keepTemplate(ctx, handed("記録")));
    accepted(await useTemplate(ctx, id));
    accepted(await withdrawTemplate(ctx, id));
    const rows = await ctx.db.selectFrom("event").select("act").orderBy("sequence", "desc").limit(3).execute();
    expect(rows.map(({ act }) => act)).toEqual(["plan.template.withdrawn", "plan.template.used", "plan.template.kept"]);
  });

  it("need a name that tells them apart", async () => {
    const ctx = await planning();
    expect(await keepTemplate(ctx, handed("　"))).toMatchObject({ ok: false, refusal: { code: "noName" } });
    expect(await keepTemplate(ctx, handed("あ".repeat(61)))).toMatchObject({
      ok: false,
      refusal: { code: "longName" },
    });
  });

  it("are handed in and used by the planning office and administrators only", async () => {
    const administrator = city().as(await personIn(city(), "小林", { roles: ["administrator"] }));
    const { id } = accepted(await keepTemplate(administrator, handed("管理者")));
    const clerk = city().as(await personIn(city(), "高橋", { roles: ["clerk"] }));
    await expect(keepTemplate(clerk, handed("課"))).rejects.toThrow("ひな形");
    await expect(useTemplate(clerk, id)).rejects.toThrow("ひな形");
    await expect(withdrawTemplate(clerk, id)).rejects.toThrow("ひな形");
    await expect(listTemplates(clerk)).rejects.toThrow("ひな形");
  });

  it("never change: not their file's hash, not their report, and a changed file is detected", async () => {
    const ctx = await planning();
    const { id } = accepted(await keepTemplate(ctx, handed("不変")));
    const found = (await listTemplates(ctx)).find((each) => each.id === id);
    expect(found?.hash).toBe(sha256(new Uint8Array([1, 2, 3])));
    const change = ctx.db.updateTable("word_template").set({ hash: "x" }).where("id", "=", id).execute();
    await expect(change).rejects.toThrow("never changed");
    await expect(ctx.db.deleteFrom("word_template").where("id", "=", id).execute()).rejects.toThrow("never changed");
    expect((await changedTemplates(ctx)).changed).toEqual([]);
    const other = sql`update stored_file set content = ${Buffer.from([1, 2, 4])} where id = ${found?.fileId}`;
    await expect(asOwner(city(), other)).rejects.toThrow("a kept file is never changed");
    await tamper(city(), "stored_file", other);
    expect((await changedTemplates(ctx)).changed).toEqual(["不変"]);
  });

  it("are remembered by the Word papers that are asked for, unless these are to have our own look", async () => {
    const ctx = await planning();
    const { plan } = await planOf(ctx, "みほん市総合計画", ["1 安全"]);
    const { id } = accepted(await keepTemplate(ctx, handed("使用中")));
    accepted(await useTemplate(ctx, id));
    const request = { planId: plan.id, publicationId: null };
    accepted(await requestPaper(ctx, { ...request, form: "word" }));
    accepted(await requestPaper(ctx, { ...request, form: "word", isPlain: true }));
    accepted(await requestPaper(ctx, { ...request, form: "pdf" }));
    const papers = await listPapers(ctx, plan.id);
    expect(papers.map(({ form, templateId }) => `${form} ${templateId === id}`).toSorted()).toEqual([
      "pdf false",
      "word false",
      "word true",
    ]);
  });
});
