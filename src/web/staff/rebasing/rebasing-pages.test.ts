import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { addSection, bindTree, bodyKey, manuscriptOf, returnLoan, saveLoan, takeOut } from "#domain/documents/index.ts";
import { addIndicator, listPlans, planBySlug, planOutline } from "#domain/plan/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { accepted } from "../../../../test/support/results.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { castOf, outlineText, planOf, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";

/** The fields of the last form of a page, as a browser without script would send them. */
function fieldsIn(html: string): Record<string, string[]> {
  const at = [...html.matchAll(/<form [^>]*action="\/staff\/plans/g)].at(-1)?.index ?? 0;
  const form = html.slice(at);
  const fields: Record<string, string[]> = {};
  for (const [, tag = ""] of form.matchAll(/<input ([^>]*)>/g)) {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = value("name");
    const isChosen = !/type="(checkbox|radio)"/.test(tag) || /\bchecked\b/.test(tag);
    if (name !== undefined && isChosen) fields[name] = [...(fields[name] ?? []), value("value") ?? ""];
  }
  for (const [, name = "", options = ""] of form.matchAll(/<select [^>]*?name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /value="([^"]*)" selected/.exec(options) ?? /selected="" value="([^"]*)"/.exec(options);
    fields[name] = [chosen?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? ""];
  }
  for (const [, name = "", words = ""] of form.matchAll(/<textarea [^>]*?name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
    fields[name] = [words];
  return fields;
}

describe("the pages of a re-basing", () => {
  const city = useCity();
  let ctx: Ctx;
  let planning: Browser;
  let old: PlanInTest;
  let base: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ctx = cast.planning;
    planning = new Browser(appOf(city(), { actor: cast.sato }), city());
    old = await planOf(ctx, "前の計画", [
      "1 安全",
      ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"]],
      "2 福祉",
      ["2-1 介護", ["2-1-1 予防"]],
    ]);
    base = `/staff/plans/${old.plan.slug}/rebasing`;
    await addIndicator(ctx, { nodeId: (await old.node("訓練")).id, content: trainingIndicator });
    const entry = { planId: old.plan.id, parentId: null, divisionId: null, dueOn: null };
    const { id: preface } = accepted(await addSection(ctx, { ...entry, title: "序論" }));
    const { id: chapter } = accepted(await addSection(ctx, { ...entry, title: "基本計画" }));
    accepted(await bindTree(ctx, { planId: old.plan.id, parentId: chapter }));
    const { loanId } = accepted(await takeOut(ctx, preface));
    accepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf("返した文章") } }));
    const again = accepted(await takeOut(ctx, preface));
    accepted(
      await saveLoan(ctx, { loanId: again.loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf("書きかけ") } }),
    );
  });

  it("lead in three steps from the old plan to the new one, and back again", async () => {
    const start = fieldsIn(await (await planning.get(base)).text());
    expect(start).toMatchObject({ slug: ["2032"], startYear: ["2032"], endYear: ["2036"] });
    expect(start["goalTitle"]?.slice(0, 3)).toEqual(["安全", "福祉", ""]);
    const named = { ...start, name: ["次の計画"], goalTitle: ["安全", "福祉", "デジタル"], goalKeyword: ["", "", ""] };
    const branches = await (await planning.post(`${base}/branches`, named)).text();
    expect(branches).toContain("3 デジタル");
    const chosen = fieldsIn(branches);
    const [welfare, stock] = [(await old.node("福祉")).id, (await old.node("備蓄")).id];
    expect(chosen[`fate-${welfare}`]).toEqual(["goal-1"]);
    const preview = await (await planning.post(`${base}/preview`, { ...chosen, [`fate-${stock}`]: "end" })).text();
    expect(preview).toContain("基本目標3、政策2、施策2");
    expect(preview).toContain("継続6、新規1、終了1");
    expect(preview).toContain("1件を引き継ぐ");
    expect(preview).toContain("章と節2つを文章ごと引き継ぎ");
    expect(preview).toContain("1つの節が貸出中です");
    expect(await listPlans(ctx)).toHaveLength(1);
    const sealed = fieldsIn(preview);
    const back = fieldsIn(await (await planning.post(`${base}/branches`, sealed)).text());
    expect(back[`fate-${stock}`]).toEqual(["end"]);
    const made = await planning.post(`${base}/application`, sealed);
    expect(made.headers.get("location")).toBe("/staff/plans/2032?notice=created");
    const plan = await planBySlug(ctx, "2032");
    expect(outlineText(await planOutline(ctx, plan.id))).toContain("3 デジタル");
    const { lines } = await manuscriptOf(ctx, plan.id);
    expect(lines.map(({ depth, name }) => `${"  ".repeat(depth - 1)}${name}`)).toEqual([
      "序論",
      "基本計画",
      "  安全",
      "    防災",
      "      訓練",
      "  福祉",
      "    介護",
      "      予防",
      "  デジタル",
    ]);
    expect(lines[0]?.texts).toEqual({ [bodyKey]: richTextOf("返した文章") });
    const page = await (await planning.get("/staff/plans/2032")).text();
    expect(page).toContain("組み直しを取り消す");
    expect((await planning.post("/staff/plans/2032/rebasing/undo")).headers.get("location")).toContain(old.plan.slug);
    expect((await planning.get("/staff/plans/2032")).status).toBe(404);
    expect((await planning.post(`${base}/application`, sealed)).status).toBe(303);
  });

  it("tell what is missing, and do not fail, where the last step comes without its years", async () => {
    const refused = await planning.post(`${base}/application`, {});
    expect([refused.status, (await refused.text()).includes("手順2／3")]).toEqual([422, true]);
  });

  it("keep what was entered where a step is refused", async () => {
    const start = fieldsIn(await (await planning.get(base)).text());
    const refused = await planning.post(`${base}/branches`, { ...start, name: "", vision: "月の都" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("計画名を入力してください");
    expect(html).toContain("月の都");
    const taken = await planning.post(`${base}/branches`, { ...start, name: "次", slug: old.plan.slug });
    expect(await taken.text()).toContain("同じアドレスの計画があります");
  });

  it("name the targets that a changed period leaves outside before it is saved", async () => {
    const address = `/staff/plans/${old.plan.slug}/settings`;
    const html = await (await planning.get(address)).text();
    const fields = fieldsIn(html.slice(0, html.indexOf('id="levels"'))); // the form before that of the levels
    const shorter = { ...fields, endYear: "2029" };
    const asked = await planning.post(address, shorter);
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain("期間の外になります");
    expect((await planning.post(address, { ...shorter, outside: "known" })).status).toBe(303);
    expect((await planBySlug(ctx, old.plan.slug)).endYear).toBe(2029);
    expect(await (await planning.get(address)).text()).toContain("計画期間の外の目標値が、指標1件にあります");
  });
});
