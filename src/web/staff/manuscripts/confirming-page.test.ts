import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#domain/audit/index.ts";
import { addSection, changeState, takeOut } from "#domain/documents/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const textOf = async (answer: Promise<Response>) => (await answer).text();
const isMarked = (page: string, id: string) =>
  [...page.matchAll(/<input type="checkbox"[^>]*>/g)].some(([tick]) => tick.includes(id) && tick.includes("checked"));
const markOf = (id: string, version = 1) => `${id} ${version}`;

describe("confirming sections together", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let planner: PersonActor;
  let clerk: PersonActor;
  let base: string;
  let asked: string;
  let open: string;
  let lent: string;

  beforeAll(async () => {
    const crisis = await divisionIn(city(), "危機管理課");
    planner = await personIn(city(), "佐藤", { roles: ["planning"] });
    clerk = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    const ctx = city().as(planner);
    const { plan } = await planOf(ctx, "みほん市総合計画", ["1 安全"]);
    base = `/staff/manuscripts/${plan.slug}`;
    const made = { planId: plan.id, parentId: null, divisionId: crisis, dueOn: null };
    const add = async (title: string) => accepted(await addSection(ctx, { ...made, title })).id;
    [asked, open, lent] = [await add("はじめに"), await add("まちの姿"), await add("資料")];
    accepted(await changeState(ctx, { sectionId: asked, textVersion: 1, state: "checking", reason: "" }));
    accepted(await takeOut(city().as(clerk), lent));
  });

  it("marks those that ask for the check, leaves out what is on loan, and offers a clerk nothing", async () => {
    const page = await textOf(as(planner).get(`${base}/confirming`));
    expect([isMarked(page, asked), isMarked(page, open), page.includes(lent)]).toEqual([true, false, false]);
    expect(isMarked(await textOf(as(planner).get(`${base}/confirming?mark=all`)), open)).toBe(true);
    expect(await textOf(as(planner).get(base))).toContain("まとめて確定する（2件）");
    expect(await textOf(as(clerk).get(base))).not.toContain("まとめて確定する");
    expect(await textOf(as(clerk).get(`${base}/confirming`))).toContain("確定できる節はありません。");
    expect((await as(clerk).post(`${base}/confirming`, { section: markOf(open) })).status).toBe(403);
  });

  it("keeps the marks of a refusal, and goes back to the list when all are confirmed", async () => {
    const refused = await as(planner).post(`${base}/confirming`, { section: [markOf(asked), markOf(open, 9)] });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain("1件の節を確定できないため、どれも確定していません。");
    expect([isMarked(page, asked), isMarked(page, open)]).toEqual([true, false]);
    const chosen = { section: [markOf(asked), markOf(open)] };
    expect((await as(planner).post(`${base}/confirming`, chosen)).headers.get("location")).toContain(base);
    expect(await textOf(as(planner).get(base))).not.toContain("まとめて確定する");
  });
});
