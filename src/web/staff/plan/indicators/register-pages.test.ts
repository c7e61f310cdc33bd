import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx, PersonActor } from "#domain/audit/index.ts";
import { addIndicator, editNode, indicatorPage, type Actual, type IndicatorContent } from "#domain/plan/index.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { castOf, smallPlan, trainingIndicator } from "../../../../../test/support/plan.ts";

const entered = { absence: null, note: "", state: "draft", numerator: null, denominator: null } as const;
const actual = (year: number, value: number): Actual => ({ ...entered, year, value });

const html = async (answer: Promise<Response>) => (await answer).text();

describe("the pages of the register", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let ctx: Ctx;
  let sato: PersonActor;
  let kato: PersonActor;
  let base: string;
  /** One of 加藤's division, judged by M1, and one that nobody chose a method for. */
  let training: string;
  let stock: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ({ sato, kato, planning: ctx } = cast);
    const plan = await smallPlan(ctx);
    base = `/staff/plans/${plan.plan.slug}`;
    const node = await plan.node("訓練");
    await editNode(ctx, { ...node, divisionId: cast.crisis });
    const add = async (title: string, content: IndicatorContent) => {
      const added = await addIndicator(ctx, { nodeId: (await plan.node(title)).id, content });
      return added.ok ? added.value.id : "";
    };
    training = await add("訓練", {
      ...trainingIndicator,
      method: "ratio",
      updateMonth: 6,
      actuals: [actual(2026, 13.1)],
    });
    stock = await add("備蓄", { ...trainingIndicator, name: "備蓄の日数", unit: "日", actuals: [] });
  });

  async function shown(query: string): Promise<boolean[]> {
    const page = await html(as(sato).get(`${base}/indicators?${query}`));
    return ["防災訓練に参加した人の割合", "備蓄の日数"].map((name) => page.includes(`>${name}</a>`));
  }

  it("list every indicator with who answers, how it stands and what it lacks", async () => {
    const page = await html(as(sato).get(`${base}/indicators`));
    for (const words of ["2件", "防災訓練に参加した人の割合", "危機管理課", "65.5％<span", "達成度の計算方法がない"])
      expect(page).toContain(words);
  });

  it("narrow the list by the address: division, measure, method missing, actual missing in a year", async () => {
    expect(await shown("lack=method")).toEqual([false, true]);
    expect(await shown("lack=actual&year=2026")).toEqual([false, true]);
    expect(await shown("lack=actual&year=2027")).toEqual([true, true]);
    expect(await shown("lack=draft")).toEqual([true, false]);
    expect(await shown(`division=${kato.divisionIds[0] ?? ""}`)).toEqual([true, false]);
    expect(await shown("division=unknown&order=anything")).toEqual([false, false]);
  });

  it("are put in order by every heading, the file as well", async () => {
    const names = async (order: string, path: string) => {
      const text = await html(as(sato).get(`${base}/${path}?order=${order}`));
      return text.indexOf("備蓄の日数") < text.indexOf("防災訓練") ? "備蓄 訓練" : "訓練 備蓄";
    };
    const list = await html(as(sato).get(`${base}/indicators`));
    const heads = [...list.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, words = ""]) => words);
    expect(heads.length).toBe(9);
    expect(heads.filter((words) => !words.includes("<a href="))).toEqual([]);
    for (const order of ["measure", "latest", "target"])
      expect([order, await names(order, "indicators.csv")]).toEqual([order, await names(order, "indicators")]);
    // the one with a number stands before the one without
    expect(await names("latest", "indicators.csv")).toBe("訓練 備蓄");
  });

  it("give the list as CSV with BOM, what was chosen only", async () => {
    const file = await as(sato).get(`${base}/indicators.csv?lack=method`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split("\r\n")[0]).toContain("番号,指標,施策の番号,施策,担当課");
    expect(text).toContain("備蓄の日数");
    expect(text).not.toContain("防災訓練");
  });

  it("show where a number comes from, M3 beside M1, and why a method does not fit", async () => {
    const page = await html(as(sato).get(`${base}/indicators/${training}`));
    expect(page).toContain("13.1 ÷ 20.0 × 100 ＝ 65.5％");
    expect(page).toMatch(/<svg[^>]*class="chart"[^>]*>[\s\S]*の推移<\/title>/);
    expect(page).toContain("入力中の値も入っています。");
    expect(page).toContain("の実績と目標（単位：％）</caption>");
    expect(page).toContain("8.0％"); // (13.1 − 12.5) / (20 − 12.5)
    expect(page).toContain("M2 単純達成率（減らす指標）");
    expect(page).toContain("合わない理由：この計算方法は、選ばれている「望ましい方向」の指標には使えません。");
    expect(page).toContain("M3 基準値比の進捗率</b>が合います");
  });

  it("let the planning office confirm a draft, and ask for the reason of a correction with all that was typed", async () => {
    const page = `${base}/indicators/${training}`;
    const { version } = await indicatorPage(ctx, training);
    const words = { version: String(version), year: "2026" };
    expect((await as(kato).post(`${page}/confirmation`, words)).status).toBe(422);
    expect((await as(sato).post(`${page}/confirmation`, { ...words, year: "" })).status).toBe(422);
    expect((await as(sato).post(`${page}/confirmation`, words)).status).toBe(303);
    const fields = { name: "防災訓練に参加した人の割合", unit: "％", decimals: "1", direction: "up", method: "ratio" };
    const sent = { ...fields, version: String(version + 1), "actual-2026": "13.4", "note-2026": "再集計" };
    const refused = await as(kato).post(page, sent);
    expect(refused.status).toBe(422);
    const refusedPage = await refused.text();
    expect(refusedPage).toContain('href="#correctionReason"');
    expect(refusedPage).toContain('value="再集計"');
    expect((await as(kato).post(page, { ...sent, correctionReason: "集計もれ" })).status).toBe(303);
    expect((await indicatorPage(ctx, training)).actuals[0]).toMatchObject({ value: 13.4, state: "confirmed" });
    const history = await html(as(sato).get(`${page}/history`));
    for (const part of ["13.1％（確定）", "13.4％（確定） 再集計", "集計もれ", "加藤"])
      expect(history.replaceAll("　", " ")).toContain(part);
  });

  it("make another set of targets, and keep its targets apart from the plan's", async () => {
    const entry = { name: "第3期総合戦略", kind: "strategy", startYear: "2027", endYear: "2029" };
    expect((await as(kato).post(`${base}/target-sets`, entry)).status).toBe(403);
    expect((await as(sato).post(`${base}/target-sets`, { ...entry, endYear: "2026" })).status).toBe(422);
    const made = (await as(sato).post(`${base}/target-sets`, entry)).headers.get("location") ?? "";
    const set = made.split("?")[0] ?? "";
    const targets = `${set}/indicators/${stock}`;
    expect((await as(sato).post(targets, { "target-2029": "7.55" })).status).toBe(422); // one digit after the point
    expect((await as(sato).post(targets, { "target-2029": "7.5", revisionReason: "国の指針" })).status).toBe(303);
    expect((await as(sato).post(targets, { "target-2029": "8", "seen-2029": "7" })).status).toBe(422);
    expect(await html(as(sato).get(set))).toContain("7.5日");
    expect(await html(as(sato).get(`${base}/target-sets`))).toContain("1件");
    expect(await html(as(sato).get(`${base}/indicators/${stock}`))).toContain("第3期総合戦略</a>：令和11年度 7.5日");
    expect((await indicatorPage(ctx, stock)).targets).toEqual(trainingIndicator.targets);
  });
});
