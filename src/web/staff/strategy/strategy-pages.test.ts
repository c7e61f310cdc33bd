import { describe, expect, it } from "vitest";
import { nobody } from "#domain/audit/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { createProject, listProjects, pathByCode, publishableStrategy, strategyView } from "#domain/strategy/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { programmeIn, projectWords, strategyOn } from "../../../../test/support/strategy.ts";

const home = "/staff/strategy";

async function textOf(answer: Promise<Response>): Promise<string> {
  return (await answer).text();
}

describe("the pages of strategies and grants", () => {
  const city = useCity();
  const opened = async () => {
    const cast = await castOf(city());
    return { ...cast, staff: new Browser(appOf(city(), { actor: cast.sato }), city()) };
  };

  it("read a pasted table, show what is wrong by row and column, and save only what was looked at", async () => {
    const { planning, staff } = await opened();
    const words = {
      name: "独自推計",
      code: "own",
      kind: "own",
      baseYear: "令和2年",
      source: "企画課",
      isPublic: "yes",
    };
    expect((await staff.post(`${home}/population/paths/new`, words)).status).toBe(303);
    const preview = (pasted: string) => staff.post(`${home}/population/paths/own/preview`, { pasted });
    const wrong = await preview("年\t総数\t0～14歳\n2040年\t約5万\t6,000");
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("2行目B列「約5万」");
    const html = await textOf(preview("年\t総数\t0～14歳\n2040年\t50,000\t−"));
    expect(html).toContain("「−」は1個です");
    expect((await pathByCode(planning, "own")).figures).toEqual([]);
    const table = /name="table" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await staff.post(`${home}/population/paths/own/figures`, { version: "1", table });
    expect((await pathByCode(planning, "own")).figures).toEqual([{ year: 2040, group: "total", value: 50_000 }]);
  });

  it("mark measures and indicators as tables, and refuse a table that somebody else has changed", async () => {
    const { planning, staff } = await opened();
    const { strategy, work, kpi, goal } = await strategyOn(planning);
    const address = `${home}/${strategy.slug}/marks`;
    const marks = { version: String(strategy.version), mark: `${work.id} ${goal}` };
    expect((await staff.post(`${address}/measures`, marks)).status).toBe(303);
    expect((await staff.post(`${address}/measures`, marks)).status).toBe(422);
    const uses = { version: String(strategy.version + 1), indicator: kpi, use: goal };
    expect((await staff.post(`${address}/indicators`, uses)).status).toBe(303);
    const [view] = (await strategyView(planning, strategy.slug)).goals;
    expect(view?.measures.map(({ title }) => title)).toEqual(["雇用"]);
    expect(view?.figures.map(({ name }) => name)).toEqual(["創業件数"]);
  });

  it("give the table of correspondence and the report as files, with the columns of the state's form", async () => {
    const { planning, staff } = await opened();
    const { strategy, founding, goal } = await strategyOn(planning);
    const position = { strategyId: strategy.id, goalId: goal, nodeId: founding.id };
    accepted(await createProject(planning, { ...projectWords, ...position, programmeId: await programmeIn(planning) }));
    const table = await textOf(staff.get(`${home}/${strategy.slug}/correspondence.csv`));
    expect(table).toContain("国の基本目標,市の基本目標,施策,主管課,種類,指標,基準値,目標値,最新の実績値,交付金事業");
    expect(table).toContain("1 しごとをつくる,1-1-1 創業,,KPI,創業件数,−,令和13年度 57件,−,創業支援事業");
    const workbook = await staff.get(`${home}/${strategy.slug}/correspondence.xlsx`);
    expect(workbook.headers.get("content-type")).toContain("spreadsheetml");
    const report = await textOf(staff.get(`${home}/grants/report.csv?year=2028`));
    expect(report).toContain("No,交付対象事業名,交付金の種類,実績額（円）,指標①,指標①の指標値");
    expect(report).toContain("1,創業支援事業,交付金,");
  });

  it("take a grant's KPI as absolute values and compute the increments", async () => {
    const { planning, staff } = await opened();
    const words = { ...projectWords, programmeId: await programmeIn(planning) };
    const { id } = accepted(await createProject(planning, words));
    const levels = { "level-1-2027": "45", "level-1-2028": "50", "level-1-2029": "５７" };
    const kpi = { version: "1", mode: "levels", "name-1": "創業件数", "base-1": "42", "decimals-1": "0", ...levels };
    expect((await staff.post(`${home}/grants/${id}/kpis`, kpi)).status).toBe(303);
    const project = (await listProjects(planning)).find((each) => each.id === id);
    // 45 − 42 = 3; 50 − 45 = 5; 57 − 50 = 7
    expect(project?.kpis[0]?.steps.map(({ increment }) => increment)).toEqual([3, 5, 7]);
  });

  it("lead from a finding to its place, and keep it once it is accepted with a reason", async () => {
    const { planning, staff } = await opened();
    const words = { ...projectWords, name: "宙に浮いた事業", programmeId: await programmeIn(planning) };
    const { id } = accepted(await createProject(planning, words));
    const html = await textOf(staff.get(`${home}/checks`));
    expect(html).toContain("交付金事業の位置づけがない：宙に浮いた事業");
    expect(html).toContain(`href="${home}/grants/${id}"`);
    const card = html.slice(html.indexOf("宙に浮いた事業"));
    const finding = /name="finding" value="([^"]*)"/.exec(card)?.[1] ?? "";
    expect((await staff.post(`${home}/checks/acceptance`, { finding, reason: "" })).status).toBe(422);
    await staff.post(`${home}/checks/acceptance`, { finding, reason: "国に相談中" });
    expect(await textOf(staff.get(`${home}/checks`))).toContain("国に相談中");
  });

  it("show citizens a publication, stamped as long as it is under discussion, and never an acceptance", async () => {
    const { planning } = await opened();
    const { strategy } = await strategyOn(planning);
    const citizen = new Browser(appOf(city(), { actor: nobody }), city());
    const address = `/strategy/${strategy.slug}`;
    expect((await citizen.get(address)).status).toBe(404);
    const of = { of: publishableStrategy, reference: strategy.slug };
    const version = { ...of, label: "素案", divisionName: "企画課", divisionContact: "", note: "" };
    accepted(await publishNow(planning, { ...version, openness: "discussion" }));
    const draft = await textOf(citizen.get(address));
    expect(draft).toContain("未確定");
    expect(draft).toContain("しごとをつくる");
    expect(draft).not.toContain("国に相談中");
    accepted(await publishNow(planning, { ...version, label: "策定版", openness: "decided" }));
    expect(await textOf(citizen.get(address))).not.toContain("未確定");
    const file = await textOf(citizen.get(`/opendata/strategy/${strategy.slug}/correspondence.csv`));
    expect(file).toContain("創業件数");
    expect(await textOf(citizen.get("/sitemap.xml"))).toContain(address);
  });
});
