import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { addIndicator, editNode, emptyIndicatorContent } from "#domain/plan/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, divisionIn, planOf, type PlanInTest } from "../../../../test/support/plan.ts";

const html = async (browser: Browser, path: string) => (await browser.get(path)).text();

describe("the pages of checks", () => {
  const city = useCity();
  let ctx: Ctx;
  let planning: Browser;
  let clerk: Browser;
  let plan: PlanInTest;
  let base: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ctx = cast.planning;
    planning = new Browser(appOf(city(), { actor: cast.sato }), city());
    clerk = new Browser(appOf(city(), { actor: cast.kato }), city());
    plan = await planOf(ctx, "計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 学校"]]]);
    base = `/staff/plans/${plan.plan.slug}`;
    await editNode(ctx, { ...(await plan.node("訓練")), divisionId: cast.crisis });
    await editNode(ctx, { ...(await plan.node("学校")), divisionId: await divisionIn(city(), "学校教育課") });
    const content = { ...emptyIndicatorContent, name: "参加者数", updateMonth: 6 };
    await addIndicator(ctx, { nodeId: (await plan.node("訓練")).id, content });
  });

  it("lead from each finding to where it is mended, narrow by division, and save what is shown", async () => {
    const page = await html(planning, `${base}/checks`);
    expect(page).toContain(`href="${base}/nodes/${(await plan.node("学校")).id}"`);
    expect(page).toMatch(new RegExp(`href="${base}/indicators/[0-9a-f-]+">1-1-1-① 参加者数`));
    const school = /value="([0-9a-f-]{36})">学校教育課/.exec(page)?.[1] ?? "";
    const own = await html(planning, `${base}/checks?division=${school}`);
    expect(own).toContain("1-1-2 学校</a>");
    expect(own).not.toContain("1-1-1 訓練</a>");
    const file = await html(planning, `${base}/checks.csv?group=indicator`);
    expect(file).toContain("指標,1-1-1-① 参加者数,単位がない、");
    expect(file).not.toContain("施策のページ");
  });

  it("show how each division stands, the latest first when asked, and a clerk their own", async () => {
    const board = await html(planning, `${base}/quality?order=late`);
    expect(board.indexOf("危機管理課")).toBeLessThan(board.indexOf("学校教育課"));
    expect(board).toContain('aria-sort="descending"');
    const own = await html(clerk, `${base}/quality`);
    expect(own).toContain("危機管理課");
    expect(own).not.toContain("学校教育課");
    expect(await html(planning, `${base}/quality.csv`)).toMatch(/危機管理課,1,0,1,0,0,1,0,0,20\d\d/);
  });
});
