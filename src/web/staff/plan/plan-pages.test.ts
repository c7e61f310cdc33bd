import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor, type Ctx, type PersonActor } from "#domain/audit/index.ts";
import {
  addIndicator,
  emptyIndicatorContent,
  editNode,
  indicatorPage,
  nodePage,
  planBySlug,
  sdgMatrix,
} from "#domain/plan/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../../../../test/support/plan.ts";

describe("the pages of a plan", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let sato: PersonActor;
  let kato: PersonActor;
  let auditor: PersonActor;
  let ctx: Ctx;
  let crisis: string;
  let plan: PlanInTest;
  let base: string;

  beforeAll(async () => {
    crisis = await divisionIn(city(), "危機管理課");
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    kato = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    auditor = await personIn(city(), "中村", { roles: ["auditor"] });
    ctx = city().as(sato);
  });

  async function freshPlan(): Promise<{ id: string; address: string }> {
    plan = await planOf(ctx, "みほん市総合計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"], "1-2 消防"]]);
    base = `/staff/plans/${plan.plan.slug}`;
    const { id } = await plan.node("訓練");
    return { id, address: `${base}/nodes/${id}` };
  }

  it("guide a city without a plan, and make one from a form with its levels", async () => {
    expect(await (await as(sato).get("/staff/plans")).text()).toContain("計画を作る");
    const fields = {
      name: "第1次計画",
      slug: "first",
      kind: "basicPlan",
      startYear: "2027",
      endYear: "2031",
      levels: "four",
    };
    const wrong = await as(sato).post("/staff/plans/new", { ...fields, endYear: "2026" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("終わりの年度が始まりの年度より前");
    expect((await as(sato).post("/staff/plans/new", fields)).headers.get("location")).toContain("/staff/plans/first");
    expect((await planBySlug(ctx, "first")).levels.map((level) => level.name)).toEqual([
      "基本目標",
      "政策",
      "施策",
      "基本事業",
    ]);
  });

  it("show a clerk the form of their own division's measure without what stands above it, others' as text", async () => {
    const { id, address } = await freshPlan();
    await editNode(ctx, { id, version: 1, divisionId: crisis, fields: { vision: richTextOf("備えるまち") } });
    const own = await (await as(kato).get(address)).text();
    expect(own).toContain('name="vision"');
    expect(own).not.toContain('name="title"');
    const other = await (await as(kato).get(`${base}/nodes/${(await plan.node("備蓄")).id}`)).text();
    expect(other).not.toContain("<textarea");
    expect(await (await as(auditor).get(address)).text()).toContain("備えるまち");
    expect((await as(auditor).post(address, { version: "2" })).status).toBe(403);
  });

  it("save what a clerk writes, and keep the heading whatever is sent", async () => {
    const { id, address } = await freshPlan();
    await editNode(ctx, { id, version: 1, divisionId: crisis });
    const sent = { version: "2", _heading: "1", title: "別の名前", vision: "・備える\n・助け合う" };
    expect((await as(kato).post(address, sent)).status).toBe(303);
    const { node } = await nodePage(ctx, id);
    expect([node.title, plainText(node.fields.vision ?? richTextOf(""))]).toEqual(["訓練", "・備える\n・助け合う"]);
  });

  it("list a measure under a second place, and take it away again", async () => {
    const { id, address } = await freshPlan();
    const underNodeId = (await plan.node("消防")).id;
    expect(await (await as(sato).get(address)).text()).toContain("再掲する先");
    expect(await (await as(kato).get(address)).text()).not.toContain("再掲する先");
    expect((await as(sato).post(`${address}/listings`, { underNodeId: id })).status).toBe(422);
    expect((await as(sato).post(`${address}/listings`, { underNodeId })).headers.get("location")).toContain(
      "#listings",
    );
    expect(await (await as(sato).get(`${base}/nodes/${underNodeId}`)).text()).toContain("この下に再掲している項目");
    expect((await as(kato).post(`${address}/listings/removal`, { underNodeId })).status).toBe(403);
    expect((await as(sato).post(`${address}/listings/removal`, { underNodeId })).status).toBe(303);
    expect((await nodePage(ctx, id)).alsoUnder).toEqual([]);
  });

  it("answer a stale save with both texts, and save the chosen ones", async () => {
    const { id, address } = await freshPlan();
    await editNode(city().as(kato), { id, version: 1 }).catch(() => undefined); // not theirs: changes nothing
    await editNode(ctx, {
      id,
      version: 1,
      fields: { vision: richTextOf("先の文"), direction: richTextOf("先の方向") },
    });
    const stale = await as(sato).post(address, {
      version: "1",
      vision: "後の文",
      currentState: "後の現状",
      _lists: "1",
      term: ["", ""],
      meaning: ["", ""],
    });
    expect(stale.status).toBe(422);
    const html = await stale.text();
    for (const words of [
      "先の文",
      "後の文",
      "後の現状",
      "先の方向",
      "2人とも変えました",
      "変えたのは相手だけです",
      'value="2"',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain("用語解説"); // empty rows are no change
    const chosen = {
      version: "2",
      "vision.json": JSON.stringify(richTextOf("後の文")),
      "currentState.json": JSON.stringify(richTextOf("後の現状")),
    };
    expect((await as(sato).post(address, chosen)).status).toBe(303);
    const { fields } = (await nodePage(ctx, id)).node;
    expect([fields.vision, fields.currentState, fields.direction]).toEqual(
      ["後の文", "後の現状", "先の方向"].map(richTextOf),
    );
  });

  it("keep what was typed when a save is refused", async () => {
    const { address } = await freshPlan();
    const refused = await as(sato).post(address, {
      version: "1",
      _heading: "1",
      title: "",
      code: "1-1-1",
      vision: "消えてはいけない文",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("消えてはいけない文");
  });

  it("show who changed which words, and bring an earlier revision back", async () => {
    const { id, address } = await freshPlan();
    await editNode(ctx, { id, version: 1, fields: { vision: richTextOf("公園を整備します。") } });
    await editNode(ctx, { id, version: 2, fields: { vision: richTextOf("公園と道路を整備します。") } });
    const html = await (await as(auditor).get(`${address}/revisions`)).text();
    expect(html).toContain('<ins class="change-added">と道路</ins>');
    expect(html).toContain("佐藤");
    expect((await as(sato).post(`${address}/revisions/2/restoration`, { version: "3" })).status).toBe(303);
    expect((await nodePage(ctx, id)).node.fields.vision).toEqual(richTextOf("公園を整備します。"));
  });

  it("take an indicator from a form, point at its faults by field, and compare a stale save", async () => {
    const { id, address } = await freshPlan();
    const words = {
      name: "訓練の参加者",
      decimals: "0",
      direction: "up",
      accumulation: "singleYear",
      baselineYear: "2025",
      baselineValue: "１，２００",
      "target-2031": "２０００",
    };
    const faulty = await as(sato).post(`${address}/indicators/new`, { ...words, "target-2030": "1.5" });
    expect(faulty.status).toBe(422);
    expect(await faulty.text()).toContain('href="#target-2030"');
    expect((await as(sato).post(`${address}/indicators/new`, words)).status).toBe(303);
    const [indicator] = (await nodePage(ctx, id)).indicators;
    expect(indicator).toMatchObject({
      code: "1-1-1-①",
      baseline: { value: 1200 },
      targets: [{ year: 2031, value: 2000 }],
    });
    const page = `${base}/indicators/${indicator?.id ?? ""}`;
    expect((await as(sato).post(page, { ...words, version: "1", "target-2031": "2500" })).status).toBe(303);
    const stale = await as(sato).post(page, { ...words, version: "1", "target-2031": "3000" });
    expect(stale.status).toBe(422);
    const html = await stale.text();
    expect(html).toMatch(/name="target-2031"[^>]* value="3000"/);
    expect(html).toMatch(/name="target-2031"[^>]* value="2500"/);
    expect((await indicatorPage(ctx, indicator?.id ?? "")).targets[0]?.value).toBe(2500);
  });

  it("remove an indicator and offer to bring it back", async () => {
    const { id, address } = await freshPlan();
    const content = { ...emptyIndicatorContent, name: "参加者", unit: "人" };
    const added = await addIndicator(ctx, { nodeId: id, content });
    const indicatorId = added.ok ? added.value.id : "";
    const gone = await as(sato).post(`${base}/indicators/${indicatorId}/removal`, { version: "1" });
    const location = gone.headers.get("location") ?? "";
    expect(await (await as(sato).get(location)).text()).toContain("削除した指標を元に戻す");
    expect((await as(sato).post(`${address}/indicators/restoration`, { indicatorId })).status).toBe(303);
    expect((await nodePage(ctx, id)).indicators.length).toBe(1);
  });

  it("change one cell of the SDG matrix, refuse others' measures, and give the table as CSV", async () => {
    const { id } = await freshPlan();
    const cell = { nodeId: id, goal: "11", strength: "direct" };
    expect(await (await as(sato).post(`${base}/sdgs/links`, cell)).json()).toEqual({ strength: "direct" });
    expect((await as(kato).post(`${base}/sdgs/links`, cell)).status).toBe(403);
    expect((await as(sato).post(`${base}/sdgs/links`, { ...cell, goal: "18" })).status).toBe(422);
    const csv = await (await as(auditor).get(`${base}/sdgs.csv`)).text();
    expect(csv.split("\r\n")[1]).toContain("訓練,,,,,,,,,,,,◎");
    await as(sato).post(`${base}/sdgs/gap-notes`, { goal: "14", explanation: "海がないため" });
    expect((await sdgMatrix(ctx, plan.plan)).notes).toEqual([{ goal: 14, explanation: "海がないため" }]);
  });

  it("replace all links of a measure from its own page, with targets and reason", async () => {
    const { id, address } = await freshPlan();
    const form = { "goal-11": "direct", "targets-11": ["11.5", "11.b"], "reason-11": "被害を減らす", "goal-13": "" };
    expect((await as(sato).post(`${address}/sdgs`, form)).status).toBe(303);
    expect((await nodePage(ctx, id)).sdgs).toEqual([
      { goal: 11, strength: "direct", targets: ["11.5", "11.b"], reason: "被害を減らす" },
    ]);
  });

  it("list by division what is missing, and change the levels", async () => {
    await freshPlan();
    const overview = await (await as(sato).get(base)).text();
    expect(overview).toContain("主管課が決まっていない施策");
    expect(overview).toContain("成果指標がない");
    const levels = {
      version: "1",
      levelName: ["基本目標", "政策", "施策", "取組"],
      codePattern: ["{順}", "{上}-{順}", "{上}-{順}", "{上}-{順2桁}"],
      evaluator: ["", "", "", ""],
      hasPage: ["3"],
    };
    expect((await as(sato).post(`${base}/settings/levels`, levels)).status).toBe(303);
    const saved = (await planBySlug(ctx, plan.plan.slug)).levels;
    expect(saved.at(-1)).toEqual({
      depth: 4,
      name: "取組",
      codePattern: "{parent}-{nn}",
      evaluator: "",
      hasPage: false,
    });
    expect((await as(kato).get(`${base}/settings`)).status).toBe(403);
  });

  it("know no node under another plan's address", async () => {
    const { id } = await freshPlan();
    await freshPlan();
    expect((await as(systemActor("test")).get(`${base}/nodes/${id}`)).status).toBe(404);
  });
});
