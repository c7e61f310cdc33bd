import { describe, expect, it } from "vitest";
import type { IndicatorSnapshot, PlanSnapshot } from "#domain/plan/published.ts";
import { siteWith, visit } from "../../../../test/support/public-site.ts";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";

const address = `/indicators/${encodeURIComponent("1-1-1-①")}`;
const registered = {
  meaning: "地域で助け合う力が分かります。",
  method: "fromBaseline",
  comparison: "県平均 95.0％",
} as const;

/** The sample with the first indicator's entry in the register filled in. */
function planWith(change: Partial<IndicatorSnapshot>, name?: string): PlanSnapshot {
  const snapshot = mihonSnapshot();
  const [indicator] = snapshot.nodes.flatMap(({ indicators }) => indicators);
  Object.assign(indicator ?? {}, change);
  if (name !== undefined) snapshot.plan.name = name;
  return snapshot;
}

describe("the page of an indicator", () => {
  const site = siteWith([{ id: "decided", snapshot: planWith(registered) }]);

  it("tells what it means, how far it came and how that is computed: (94.1 − 88.2) of (100 − 88.2) is 50 %", async () => {
    const { status, html } = await visit(site, address);
    expect(status).toBe(200);
    for (const words of [
      registered.meaning,
      registered.comparison,
      "M3 基準値比の進捗率",
      "（94.1 − 88.2）÷（100.0 − 88.2）× 100 ＝ 50.0％",
      "50.0％（未達成）",
      "自主防災組織のある区 ÷ すべての区",
      "総務部 危機管理課",
    ])
      expect(html).toContain(words);
  });

  it("draws the target's line, leaves a gap where there is 「−」, and says why", async () => {
    const { html } = await visit(site, address);
    expect(html).toContain('class="chart-target"');
    expect(html).toContain('class="chart-gap"');
    expect(html).toContain("「−」：令和6年度は未調査");
  });

  it("leads to its measure, and the measure and the list lead to it", async () => {
    const { html } = await visit(site, address);
    expect(html).toContain('href="/plan/second-half/1-1-1"');
    expect((await visit(site, "/plan/second-half/1-1-1")).html).toContain(`href="${address}?plan=second-half"`);
    expect((await visit(site, "/indicators")).html).toContain(`href="${address}"`);
  });

  it("of one that was taken off says so and why, who decided it and when; the list says it too", async () => {
    const snapshot = mihonSnapshot();
    const node = snapshot.nodes.find(({ indicators }) => indicators.length > 0);
    const [gone] = node?.indicators.splice(0, 1) ?? [];
    const words = { reason: "国の調査が終わったため", decidedBy: "策定委員会", decidedOn: "2026-04-01" };
    const { id = "", code = "", name = "" } = gone ?? {};
    snapshot.removedIndicators.push({ id, nodeId: node?.id ?? "", code, name, ...words });
    const later = siteWith([{ id: "decided", snapshot }]);
    const { status, html } = await visit(later, address);
    expect(status).toBe(200);
    for (const told of ["から外しました。", words.reason, words.decidedBy, "令和8年4月1日"])
      expect(html).toContain(told);
    expect(html).toContain('href="/plan/second-half/1-1-1"');
    expect((await visit(later, "/indicators")).html).toContain(words.reason);
  });

  it("of a code that several plans have is the current plan's, unless the address names another", async () => {
    const earlier = { id: "old", reference: "first-half", snapshot: planWith({ name: "前の指標" }) };
    earlier.snapshot.plan.startYear = 2022;
    const both = siteWith([{ id: "decided", snapshot: planWith({ name: "今の指標" }) }, earlier]);
    expect((await visit(both, address)).html).toContain("<h1>今の指標</h1>");
    expect((await visit(both, `${address}?plan=first-half`)).html).toContain("<h1>前の指標</h1>");
    expect((await visit(both, `${address}?edition=old`)).html).toContain("<h1>前の指標</h1>");
    expect((await visit(both, `${address}?plan=nowhere`)).status).toBe(404);
  });

  it("shows what other sets aim at, and the open data say it behind all older columns", async () => {
    const target = { year: 2029, value: 97.5, upperValue: null, words: "" };
    const targetSets = [{ id: "s", kind: "strategy" as const, name: "第3期総合戦略", targets: [target] }];
    const aimed = siteWith([{ id: "decided", snapshot: planWith({ targetSets }) }]);
    const { html } = await visit(aimed, address);
    expect(html).toContain("総合戦略（第3期総合戦略）");
    expect(html).toContain("97.5%");
    expect((await visit(site, address)).html).not.toContain("総合戦略や交付金などの目標");
    const [head = "", ...rows] = (await visit(aimed, "/opendata/second-half/indicators.csv")).html.trim().split("\r\n");
    expect(head.split(",").slice(-4)).toEqual(["分子", "分母", "目標の組の種類", "目標の組"]);
    const own = rows.filter((row) => row.includes(",別の目標,"));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/,2029,別の目標,97\.5,.*,総合戦略,第3期総合戦略$/);
  });

  it("says when no method was chosen, and is missing for a code that no plan has", async () => {
    const plain = siteWith([{ id: "decided" }]);
    expect((await visit(plain, address)).html).toContain("計算方法は、まだ示されていません");
    expect((await visit(plain, "/indicators/9-9-9")).status).toBe(404);
  });
});

describe("the open data of indicators", () => {
  it("keeps its first 21 columns in their order and puts the register's behind them", async () => {
    const site = siteWith([{ id: "decided", snapshot: planWith(registered) }]);
    const [head = "", first = ""] = (await visit(site, "/opendata/second-half/indicators.csv")).html
      .replace("\uFEFF", "")
      .split("\r\n");
    const columns = head.split(",");
    expect(columns.slice(0, 4)).toEqual(["全国地方公共団体コード", "自治体名", "計画名", "版"]);
    expect(columns.indexOf("担当課")).toBe(20);
    expect(columns.slice(21, 25)).toEqual(["指標の種類", "意味", "算式・算出方法", "達成度の計算方法"]);
    expect(first).toContain("M3 基準値比の進捗率");
  });
});
