import { describe, expect, it } from "vitest";
import { siteWith, visit } from "../../../../test/support/public-site.ts";
import { choiceOf, choicePath } from "./choice.ts";

const queryOf = (path: string) => new URLSearchParams(path.split("?")[1]?.split("#")[0]);
const site = siteWith([{ id: "decided" }]);
const count = (html: string) => html.match(/<tr role="row"><th role="rowheader"/g)?.length ?? 0;

describe("the page of the indicators", () => {
  it("has a row for each of the eight indicators", async () => {
    expect(count((await visit(site, "/indicators")).html)).toBe(8);
  });

  it("shows those of one goal or one division, by address alone", async () => {
    expect(count((await visit(site, "/indicators?goal=2")).html)).toBe(3);
    const division = encodeURIComponent("建設部 都市交通課");
    expect(count((await visit(site, `/indicators?division=${division}`)).html)).toBe(2);
    expect((await visit(site, `/indicators?goal=2&division=${division}`)).html).toContain("当てはまる指標はありません");
  });

  it("keeps a choice in its address", () => {
    for (const choice of [
      { goal: 2, division: "企画課", isOpen: false },
      { goal: null, division: null, isOpen: true },
    ])
      expect(choiceOf(queryOf(choicePath(choice)))).toEqual(choice);
  });

  it("ignores what is no choice", () => {
    expect(choiceOf(new URLSearchParams("goal=abc&division="))).toEqual({ goal: null, division: null, isOpen: false });
  });

  it("does not judge a target in words and says why", async () => {
    const { html } = await visit(site, "/indicators");
    expect(html).toContain("目標がことばで示されています");
  });
});

describe("the page of the SDGs", () => {
  it("explains a goal without measures", async () => {
    expect((await visit(site, "/sdgs")).html).toContain("海に面していないため");
  });

  it("says ◎ and ○ in words too, as often as the plan links a measure to a goal", async () => {
    const matrix = (await visit(site, "/sdgs")).html.split('class="matrix"')[1] ?? "";
    expect(matrix.match(/class="visually-hidden">直接つながる/g)).toHaveLength(4);
    expect(matrix.match(/class="visually-hidden">関係する/g)).toHaveLength(4);
  });
});
