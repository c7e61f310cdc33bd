import { describe, expect, it } from "vitest";
import { siteWith, visit } from "../../../../test/support/public-site.ts";

const site = siteWith([
  { id: "decided" },
  { id: "draft", openness: "discussion", label: "素案", supersededById: "decided" },
]);

describe("addresses of the plan", () => {
  it("lead from a code alone to the page in the current plan", async () => {
    const { status, location } = await visit(site, "/plan/2-1-1");
    expect([status, location]).toEqual([302, "/plan/second-half/2-1-1"]);
  });

  it.each(["/plan/9-9-9", "/plan/second-half/9-9-9", "/plan/nothing/diagram"])(
    "answer %s with 404 and a search box",
    async (address) => {
      const { status, html } = await visit(site, address);
      expect(status).toBe(404);
      expect(html).toContain('id="missing-q"');
    },
  );

  it("stay inside a preview: every link, form and redirect goes under its base", async () => {
    const preview = siteWith([{ id: "decided" }], { base: "/staff/preview/1", previewExit: "/staff/publications/1" });
    for (const address of [
      "/",
      "/plan",
      "/plan/second-half",
      "/plan/second-half/2-1-1",
      "/plan/second-half/diagram",
      "/sdgs",
      "/indicators",
    ]) {
      const { html } = await visit(preview, address);
      const links = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link = ""]) => link);
      const outside = links.filter((link) => !/^\/(staff|assets|icon)/.test(link));
      expect(outside, address).toEqual([]);
    }
    expect((await visit(preview, "/plan/2-1-1")).location).toBe("/staff/preview/1/plan/second-half/2-1-1");
  });
});

describe("every page of the plan", () => {
  it.each([
    "/",
    "/plan",
    "/plan/second-half/1",
    "/plan/second-half/2-1-1",
    "/plan/second-half/diagram",
    "/sdgs",
    "/indicators",
    "/accessibility",
  ])("%s says version, date and division, has one h1 and no script", async (address) => {
    const { status, html } = await visit(site, address);
    expect(status).toBe(200);
    for (const words of ["令和8年10月策定版", "令和8年10月5日（2026年）", "企画課"]) expect(html).toContain(words);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|style="|javascript:/);
  });

  it("stamps a draft as 未確定, tells what it became, and keeps the reader inside it", async () => {
    const { html } = await visit(site, "/plan/second-half/2-1-1?edition=draft");
    expect(html).toContain("未確定");
    expect(html).toMatch(/この後、<a href="\/plan\/second-half">令和8年10月策定版<\/a>になりました/);
    expect(html).toContain('href="/plan/second-half/2-1-2?edition=draft"');
  });

  it("stamps nothing on the decided plan", async () => {
    expect((await visit(site, "/plan/second-half/2-1-1")).html).not.toContain("未確定");
  });
});

describe("the page of a measure", () => {
  it("begins with the aim, then shows what is done and by whom, and where it stands", async () => {
    const { html } = await visit(site, "/plan/second-half/2-1-1");
    const order = [
      "学校の学びを豊かにする</h1>",
      "友だちとともに育っています。",
      "指標で見る",
      "現状と課題",
      "主な取組",
      "それぞれの役割",
      "SDGsとのつながり",
      "ことばの説明",
      "計画の中の位置",
    ];
    const places = order.map((words) => html.lastIndexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("leaves out what the plan does not say", async () => {
    const { html } = await visit(site, "/plan/second-half/1-1-2");
    expect(html).not.toContain("主な取組");
    expect(html).not.toContain("事業者・団体");
  });

  it("leads to the measure before and after it, in the order of the plan", async () => {
    const { html } = await visit(site, "/plan/second-half/1-2-1");
    expect(html).toMatch(/href="\/plan\/second-half\/1-1-2" rel="prev"/);
    expect(html).toMatch(/href="\/plan\/second-half\/2-1-1" rel="next"/);
  });

  it("shows 「−」 with its reason and writes words as words", async () => {
    expect((await visit(site, "/plan/second-half/2-1-1")).html).toContain("令和5年度は未調査、令和7年度は未公表");
    expect((await visit(site, "/plan/second-half/1-2-1")).html).toContain("5年間で10箇所");
  });
});
