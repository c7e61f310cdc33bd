import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx, PersonActor } from "#domain/audit/index.ts";
import {
  addIndicator,
  editNode,
  indicatorHistory,
  indicatorPage,
  planPayload,
  planSnapshot,
  type IndicatorContent,
} from "#domain/plan/index.ts";
import { publish } from "#domain/publication/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";

const html = async (answer: Promise<Response>) => (await answer).text();

/** The row that travels with the form, as the page wrote it. */
function rowsIn(page: string): string[] {
  return [...page.matchAll(/name="row" value="([^"]*)"/g)].map(([, value = ""]) => value.replaceAll("&quot;", '"'));
}

describe("targets of many indicators in one form", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let ctx: Ctx;
  let sato: PersonActor;
  let kato: PersonActor;
  let plan: PlanInTest;
  let address: string;
  /** Of 加藤's division, then of nobody's; both aim at 20 in 2031. */
  let training: string;
  let stock: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ({ sato, kato, planning: ctx } = cast);
    plan = await smallPlan(ctx);
    address = `/staff/plans/${plan.plan.slug}/indicators/grid?division=all&values=targets`;
    await editNode(ctx, { ...(await plan.node("訓練")), divisionId: cast.crisis });
    const add = async (title: string, content: IndicatorContent) => {
      const added = await addIndicator(ctx, { nodeId: (await plan.node(title)).id, content });
      return added.ok ? added.value.id : "";
    };
    training = await add("訓練", { ...trainingIndicator, actuals: [] });
    stock = await add("備蓄", { ...trainingIndicator, name: "備蓄の日数", unit: "日", actuals: [] });
  });

  async function form(actor: Actor) {
    const page = await html(as(actor).get(address));
    return { page, fields: { years: /name="years" value="([^"]*)"/.exec(page)?.[1] ?? "", row: rowsIn(page) } };
  }

  const targetsOf = async (id: string) =>
    (await indicatorPage(ctx, id)).targets.map(({ year, value }) => [year, value]);

  it("are saved together, as typed; what was not changed is left alone", async () => {
    const { fields } = await form(sato);
    const cells = { "c0-2031": "２２．５％", "c0-2030": "18", "c1-2031": "20" };
    expect((await as(sato).post(address, { ...fields, ...cells })).status).toBe(303);
    expect(await targetsOf(training)).toEqual([
      [2030, 18],
      [2031, 22.5],
    ]);
    expect((await indicatorPage(ctx, stock)).version).toBe(1);
  });

  it("are fields for one's own division only, and refused for another's", async () => {
    const { page, fields } = await form(kato);
    expect(page).toContain('name="c0-2031"');
    expect(page).not.toContain('name="c1-2031"');
    expect((await as(kato).post(address, { ...fields, "c1-2031": "99" })).status).toBe(403);
    expect(await targetsOf(stock)).toEqual([[2031, 20]]);
  });

  it("are saved all or none: one that cannot be kept is named at its cell, with everything still entered", async () => {
    const { fields } = await form(sato);
    const refused = await as(sato).post(address, { ...fields, "c0-2031": "23", "c1-2031": "20.55" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("備蓄の日数：入力に直すところがあります。");
    expect(page).toContain('href="#c1-2031"');
    expect(page).toMatch(/name="c0-2031"[^>]* value="23"/);
    expect(await targetsOf(training)).toContainEqual([2031, 22.5]);
  });

  it("are not written over what somebody else saved meanwhile", async () => {
    const { fields } = await form(sato);
    const other = await form(sato);
    await as(sato).post(address, { ...other.fields, "c1-2031": "21" });
    const refused = await as(sato).post(address, { ...fields, "c1-2031": "25" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("今の値：21");
    expect(await targetsOf(stock)).toEqual([[2031, 21]]);
  });

  it("ask once for why, who and when, as soon as published ones change", async () => {
    const payload = await planSnapshot(ctx, plan.plan.id);
    const words = {
      label: "策定版",
      openness: "decided",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    await publish(ctx, { kind: planPayload, reference: plan.plan.slug, payload, ...words });
    const { fields } = await form(sato);
    const cells = { ...fields, "c0-2031": "24", "c1-2031": "26" };
    const refused = await as(sato).post(address, cells);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(
      "「防災訓練に参加した人の割合」の令和13年度、「備蓄の日数」の令和13年度の目標値は公表されています。",
    );
    const said = { revisionReason: "上方修正", decidedBy: "策定委員会", decidedOn: "2026-04-01" };
    expect((await as(sato).post(address, { ...cells, ...said })).status).toBe(303);
    for (const [id, value] of [
      [training, 24],
      [stock, 26],
    ] as const) {
      const { targets } = await indicatorHistory(ctx, await indicatorPage(ctx, id));
      expect(targets.find(({ after }) => after?.value === value)).toMatchObject({
        reason: "上方修正",
        decidedBy: "策定委員会",
        decidedOn: "2026-04-01",
      });
    }
  });
});
