import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#domain/audit/index.ts";
import { addIndicator, indicatorPage, saveActuals, type Actual } from "#domain/plan/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";

const entered = { absence: null, note: "", state: "draft", numerator: null, denominator: null } as const;
const actual = (year: number, value: number): Actual => ({ ...entered, year, value });

const keys = (page: string) => [...page.matchAll(/name="draft"[^>]*value="([^"]+)"/g)].map(([, key = ""]) => key);

describe("the page on which many drafts are confirmed", () => {
  const city = useCity();
  let ctx: Ctx;
  let planning: Browser;
  let clerk: Browser;
  let plan: PlanInTest;
  let base: string;
  let training: string;
  let stock: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
    ctx = cast.planning;
    [planning, clerk] = [as(cast.sato), as(cast.kato)];
    plan = await smallPlan(ctx);
    base = `/staff/plans/${plan.plan.slug}/indicators/drafts`;
    training = await add("訓練", [actual(2024, 12), actual(2025, 13.1), actual(2030, 99)]);
    stock = await add("備蓄", [actual(2025, 3)]);
  });

  async function add(title: string, actuals: readonly Actual[]): Promise<string> {
    const content = { ...trainingIndicator, name: `${title}の割合`, actuals };
    const added = await addIndicator(ctx, { nodeId: (await plan.node(title)).id, content });
    return added.ok ? added.value.id : "";
  }

  const html = async (browser: Browser) => (await browser.get(base)).text();
  const stateOf = async (id: string, year: number) =>
    (await indicatorPage(ctx, id)).actuals.find((each) => each.year === year)?.state;

  it("lists what waits with the value before it; a year that has not begun has no box", async () => {
    const page = await html(planning);
    expect(keys(page).map((key) => key.split(" ").slice(0, 2))).toEqual([
      [training, "2024"],
      [training, "2025"],
      [stock, "2025"],
    ]);
    expect(page).toContain("12.0％（令和6年度）");
    expect(page).toContain("まだ始まっていない年度の値（1か所）");
    expect(keys(await html(clerk))).toEqual([]);
  });

  it("is told of on the first page, to those who may confirm", async () => {
    expect(await (await planning.get("/staff")).text()).toContain("確定を待つ実績値");
    expect(await (await clerk.get("/staff")).text()).not.toContain("確定を待つ実績値");
  });

  it("confirms nothing when nothing is chosen, or when a chosen value changed meanwhile, and keeps the choice", async () => {
    expect((await planning.post(base, {})).status).toBe(422);
    const [, seen = "", other = ""] = keys(await html(planning));
    const cell = { indicatorId: training, year: 2025, seen: actual(2025, 13.1), value: { ...entered, value: 13.4 } };
    const { state: _state, ...value } = cell.value;
    await saveActuals(ctx, { planId: plan.plan.id, cells: [{ ...cell, value }] });
    const refused = await planning.post(base, { draft: [seen, other] });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("何も確定していません");
    expect(page).toMatch(new RegExp(`checked=""[^>]*value="${other}"|value="${other}"[^>]*checked=""`));
    expect(await stateOf(stock, 2025)).toBe("draft");
  });

  it("confirms the chosen ones together", async () => {
    const [, second = "", third = ""] = keys(await html(planning));
    const done = await planning.post(base, { draft: [second, third], division: "" });
    expect(done.headers.get("location")).toBe(`${base}?division=&notice=confirmed`);
    expect([await stateOf(training, 2024), await stateOf(training, 2025), await stateOf(stock, 2025)]).toEqual([
      "draft",
      "confirmed",
      "confirmed",
    ]);
  });
});
