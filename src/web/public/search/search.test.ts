import { describe, expect, it } from "vitest";
import type { PublicationHead } from "#domain/publication/published.ts";
import { folded, wordsOf } from "#kernel/folding.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import type { Edition } from "#web/public/editions.ts";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { excerpt, marked } from "./marking.ts";
import { searchElsewhere, type Published } from "./elsewhere.ts";
import { search, suggestionsFor } from "./search.ts";

const edition: Edition = {
  head: { openness: "decided" } as PublicationHead,
  snapshot: mihonSnapshot(),
  successor: undefined,
}; // search reads no more of it
const titles = (query: string) => search([edition], query).map((group) => group.measure.title);
const shown = (text: string, query: string) =>
  marked(text, wordsOf(query))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

describe("folding", () => {
  it("makes widths, cases and both kana alike", () => {
    expect(folded("ＫＰＩ バス ﾊﾞｽ ヴァ")).toBe("kpi ばす ばす ゔぁ");
  });

  it("parts words at spaces of any width, once each", () => {
    expect(wordsOf("　学校　 バス ﾊﾞｽ ")).toEqual(["学校", "ばす"]);
    expect(wordsOf("　 ")).toEqual([]);
  });

  it("marks what was written, also where folding changes the number of characters", () => {
    expect(shown("スクールバスの運行", "ばす")).toBe("スクール[バス]の運行");
    expect(shown("ｽｸｰﾙﾊﾞｽの運行㌔", "バス")).toBe("ｽｸｰﾙ[ﾊﾞｽ]の運行㌔");
    expect(shown("・学校と学校", "学校")).toBe("・[学校]と[学校]");
    expect(shown("コミュニティ・スクール", "ティスク")).toBe("コミュニ[ティ・スク]ール");
  });

  it("cuts an excerpt around the first word", () => {
    const text = `${"あ".repeat(100)}学校${"い".repeat(100)}`;
    const pieces = excerpt(text, ["学校"]) ?? [];
    expect(pieces.map((piece) => piece.text).join("")).toMatch(/^…あ{30}学校い{58}…$/);
    expect(excerpt("何もない", ["学校"])).toBeUndefined();
  });
});

describe("the search", () => {
  it("finds words of two characters and of one", () => {
    expect(titles("学校")[0]).toBe("学校の学びを豊かにする");
    expect(titles("車")).toContain("だれもが使える公共交通をつくる");
  });

  it("asks for every word", () => {
    expect(titles("学校 統合")).toEqual(["学校の学びを豊かにする"]);
    expect(titles("学校 消防団")).toEqual([]);
  });

  it("puts a title before a keyword, that before an indicator, that before a text", () => {
    // 1-1-1 has 防災 as keyword (4) and 「地域の防災力を高める」 as title (8); the policy 1-1 names 災害 in its title, 1-1-1 in a text
    expect(search([edition], "災害").map((group) => [group.measure.code, group.score])).toEqual([
      ["1-1", 8],
      ["1-1-1", 1],
    ]);
    expect(search([edition], "待機児童").map((group) => [group.measure.code, group.score])).toEqual([["2-1-2", 2]]);
    expect(search([edition], "子育て").map((group) => [group.measure.code, group.score])).toEqual([["2-1-2", 4]]);
    expect(search([edition], "防災")[0]?.score).toBe(8);
  });

  it("puts the plan that the city goes by before an older one", () => {
    const snapshot = mihonSnapshot();
    const older = { ...edition, snapshot: { ...snapshot, plan: { ...snapshot.plan, startYear: 2017, endYear: 2026 } } };
    const years = search([edition, older], "学校").map((group) => group.edition.snapshot.plan.startYear);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect(new Set(years).size).toBe(2);
  });

  it("finds the words of a division, a term, a related plan and a code", () => {
    for (const query of ["こども未来課", "コミュニティスクール", "コミュニティ・スクール", "教育大綱", "２－１－１"]) {
      expect([query, titles(query).includes("学校の学びを豊かにする")]).toEqual([query, true]);
    }
  });

  it("suggests words that are there when the whole is not", () => {
    const found = suggestionsFor([edition], "小学校統合計画");
    expect(found.map((each) => each.query)).toContain("小学校");
    expect(found.every((each) => each.count > 0)).toBe(true);
    expect(suggestionsFor([edition], "学校 宇宙").map((each) => each.query)).toEqual(["学校"]);
    expect(suggestionsFor([edition], "宇宙")).toEqual([]);
  });

  it("leads from how an everyday word sounds to the word", () => {
    expect(titles("がっこう")).toEqual([]);
    expect(suggestionsFor([edition], "がっこう").map(({ query }) => query)).toEqual(["学校"]);
    expect(suggestionsFor([edition], "ガッコウの")[0]?.query).toBe("学校");
  });
});

function section(id: string, parentId: string | null, rest: object) {
  return { id, parentId, number: "", name: "", nodeId: null, body: null, ...rest };
}

/** A version of one plan's document: a chapter with a section of its own words, and a section bound to the tree. */
function version(reference: string, name: string): unknown {
  const sections = [
    section("a", null, { number: "第1章", name: "はじめに" }),
    section("b", "a", { number: "第1節", name: "趣旨", body: richTextOf("里山を次の世代へ手渡します。") }),
    section("c", null, { name: "里山の施策", nodeId: "node" }),
  ];
  const content = { plan: { plan: { id: "plan", name: "みほん計画" } }, sections };
  return { head: { reference }, snapshot: { version: { name, reason: "審議会に諮るため" }, content } };
}

describe("searching what is published beside the plans", () => {
  const item = { code: "population", dataSet: "census", name: "総人口", description: "国勢調査による人口" };
  const goal = {
    code: "1",
    name: "しごとをつくる",
    description: "",
    figures: [{ name: "新しく起業した人の数" }],
    measures: [{ code: "2-1", title: "商店街のにぎわい", kpis: [{ name: "空き店舗の数" }] }],
  };
  const published = {
    statistics: { snapshot: { items: [item], dataSets: [{ code: "census", name: "国勢調査", source: "総務省" }] } },
    strategies: [
      { head: { reference: "strategy-7" }, snapshot: { strategy: { name: "第3期総合戦略" }, goals: [goal] } },
    ],
    consultations: [
      {
        head: { reference: "plan-draft" },
        snapshot: {
          title: "素案への意見募集",
          summary: "皆さんの声を",
          plan: { name: "第3次計画" },
          detail: { kind: "publicComment" },
        },
      },
    ],
    formulations: [
      {
        snapshot: {
          plan: { name: "第3次計画" },
          policy: { content: { parts: [{ title: "市民参加の手法", text: "懇談会を地区ごとに開きます。" }] } },
        },
      },
      { snapshot: { plan: { name: "第2次計画" }, policy: null } },
    ],
    documents: [version("2027-2", "素案"), version("2027-1", "骨子案")],
  } as unknown as Published; // the search reads no more of them
  const found = (query: string) => searchElsewhere(published, query).map(({ title, path }) => `${title} ${path}`);

  it("finds items of statistics by name, description and source", () => {
    expect(found("人口")).toEqual(["総人口 /statistics/population"]);
    expect(found("総務省")).toEqual(["総人口 /statistics/population"]);
  });

  it("finds goals and measures of strategies by name, figure and KPI", () => {
    expect(found("しごと")).toEqual(["1　しごとをつくる /strategy/strategy-7"]);
    expect(found("起業")).toEqual(["1　しごとをつくる /strategy/strategy-7"]);
    expect(found("空き店舗")).toEqual(["2-1　商店街のにぎわい /strategy/strategy-7"]);
  });

  it("finds consultations by title, summary and plan", () => {
    for (const query of ["意見募集", "皆さん", "第3次計画"])
      expect(found(query)).toEqual(["素案への意見募集 /consultations/plan-draft"]);
  });

  it("finds the parts of a 策定方針 by title and text", () => {
    for (const query of ["市民参加", "懇談会"]) expect(found(query)).toEqual(["市民参加の手法 /formulation"]);
  });

  it("finds sections of the newest version where they stay, and versions by name", () => {
    expect(found("里山")).toEqual(["第1節　趣旨 /documents/2027-2/1-1"]);
    expect(found("はじめに")).toEqual(["第1章　はじめに /documents/2027-2/1"]);
    expect(found("骨子案")).toEqual(["みほん計画　骨子案 /documents/2027-1"]);
  });

  it("wants every word, and finds nothing for none", () => {
    expect(found("人口 起業")).toEqual([]);
    expect(found(" ")).toEqual([]);
  });
});
