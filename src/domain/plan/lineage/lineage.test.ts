import { describe, expect, it } from "vitest";
import { correspondenceRows, readCorrespondence } from "./correspondence.ts";
import type { LineageKind } from "./labels.ts";
import { contradictionsOf, progressOfLineage, settled, withLink, type LineageLink } from "./lineage.ts";
import { suggestPairs } from "./suggestions.ts";
import { carriedIndicator, joinedActuals, seriesFault } from "./series.ts";
import { trainingIndicator } from "../../../../test/support/plan.ts";

/** 「A→X」「A→」(終了)「→X」(新規), with a kind when it is not what the ends say. */
function link(text: string, kind?: LineageKind): LineageLink {
  const [old = "", fresh = ""] = text.split("→");
  const [oldNodeId, newNodeId] = [old || null, fresh || null];
  const lone = oldNodeId === null ? "new" : newNodeId === null ? "end" : "continue";
  return { id: text, oldNodeId, newNodeId, kind: kind ?? lone, evolution: null, note: "" };
}

const kindsOf = (links: readonly LineageLink[]) => links.map(({ id, kind }) => `${id} ${kind}`);

describe("a lineage", () => {
  it("takes the kinds of its pairs from their shape: 1→1 goes on, 1→n splits, n→1 merges", () => {
    expect(kindsOf(settled([link("A→X")]))).toEqual(["A→X continue"]);
    expect(kindsOf(settled([link("A→X"), link("A→Y")]))).toEqual(["A→X split", "A→Y split"]);
    expect(kindsOf(settled([link("A→X"), link("B→X")]))).toEqual(["A→X merge", "B→X merge"]);
    expect(kindsOf(settled([link("A→"), link("→X")]))).toEqual(["A→ end", "→X new"]);
  });

  it("goes back to 継続 when all but one of a split are taken away", () => {
    expect(kindsOf(settled([link("A→X", "split")]))).toEqual(["A→X continue"]);
  });

  it("leaves 分割 or 統合 to people where a pair is both", () => {
    const links = [link("A→X", "merge"), link("A→Y", "split"), link("B→X", "merge")];
    expect(kindsOf(settled(links))).toEqual(["A→X merge", "A→Y split", "B→X merge"]);
    expect(contradictionsOf(links)).toEqual([]);
  });

  it("keeps a kind that was chosen against the shape, and names it", () => {
    const links = settled([link("A→X", "split")], ["A→X"]);
    expect(contradictionsOf(links).map((each) => each.contradiction)).toEqual(["splitIntoOne"]);
  });

  it.each([
    ["endedYetLinked", [link("A→"), link("A→X")]],
    ["newYetLinked", [link("→X"), link("A→X")]],
    ["splitIntoOne", [link("A→X", "split")]],
    ["mergeOfOne", [link("A→X", "merge")]],
  ] as const)("names %s", (contradiction, links) => {
    expect(contradictionsOf(links).map((each) => each.contradiction)).toEqual([contradiction]);
  });

  it("names every 継続 of a split and of a merge", () => {
    const links = [link("A→X"), link("A→Y"), link("C→Z"), link("D→Z")];
    expect(contradictionsOf(links).map((each) => each.contradiction)).toEqual(Array(4).fill("continueOfMany"));
  });

  it("counts a measure as done when any link speaks of it, once", () => {
    const links = [link("A→X"), link("A→Y"), link("B→"), link("→Z")];
    expect(progressOfLineage(links, { old: ["A", "B", "C"], new: ["X", "Y", "Z", "W"] })).toEqual({
      old: { all: 3, done: 2 },
      new: { all: 4, done: 3 },
    });
  });

  it("refuses the same pair twice and a kind whose end is missing or too many", () => {
    expect(withLink([link("A→X")], { ...link("A→X"), id: "other" })).toMatchObject({
      refusal: { code: "alreadyLinked" },
    });
    expect(withLink([], link("A→", "continue"))).toMatchObject({ refusal: { fields: { new: expect.any(String) } } });
    expect(withLink([], link("A→X", "end"))).toMatchObject({ refusal: { fields: { new: expect.any(String) } } });
    expect(withLink([], link("A→X", "new"))).toMatchObject({ refusal: { fields: { old: expect.any(String) } } });
  });
});

const nodes = (codes: readonly string[]) => codes.map((code) => ({ id: code, code, title: `施策${code}` }));
const trees = { links: [link("1→1")], old: nodes(["1", "2", "3"]), new: nodes(["1", "2", "7"]) };
const head = ["前の計画の番号", "前の計画の項目", "区分", "新しい計画の番号", "新しい計画の項目", "深化", "説明"];

function read(...rows: string[][]) {
  return readCorrespondence(correspondenceRows([["対応表"], head, ...rows]) ?? [], trees);
}

describe("a table of codes (対応表)", () => {
  it("adds, changes and leaves links, and shapes the kinds it was not told", () => {
    const reading = read(
      ["1", "", "", "1", "", "拡充", "対象を広げた"],
      ["２", "", "", "2", "", "", ""],
      ["2", "", "", "7", "", "", ""],
      ["3", "", "終了", "", "", "", "県に移った"],
    );
    expect(reading.faults).toEqual([]);
    expect(reading.links.map((each) => [each.oldNodeId, each.newNodeId, each.kind, each.evolution, each.note])).toEqual(
      [
        ["1", "1", "continue", "expand", "対象を広げた"],
        ["2", "2", "split", null, ""],
        ["2", "7", "split", null, ""],
        ["3", null, "end", null, "県に移った"],
      ],
    );
    expect([reading.added.length, reading.changed.length, reading.unchanged]).toEqual([3, 1, 0]);
  });

  it("reports by line every code and word it does not know, and every row said twice", () => {
    const reading = read(
      ["9", "", "継続", "1", "", "", ""],
      ["2", "", "続ける", "2", "", "", ""],
      ["2", "", "継続", "7", "", "強化", ""],
      ["1", "", "継続", "1", "", "", ""],
      ["1", "", "継続", "1", "", "", ""],
      ["3", "", "終了", "7", "", "", ""],
    );
    expect(reading.faults.map((fault) => fault.line)).toEqual([3, 4, 5, 7, 8]);
    expect(reading.faults[0]?.message).toContain("番号「9」");
  });

  it("is no table without its heads", () => {
    expect(correspondenceRows([["番号", "名前"]])).toBeUndefined();
  });
});

const measured = (year: number, value: number | null) => ({
  year,
  value,
  absence: value === null ? ("counting" as const) : null,
  note: "",
  state: "confirmed" as const,
  numerator: null,
  denominator: null,
});

const target = (year: number, value: number) => ({ year, value, upperValue: null, words: "" });

describe("a series that two plans share", () => {
  const old = {
    ...trainingIndicator,
    targets: [target(2026, 18), target(2028, 20)],
    actuals: [measured(2024, 14.1), measured(2025, 15.3), measured(2026, null)],
  };

  it("begins the new plan at the latest value there is, with the targets of its own years", () => {
    const period = { startYear: 2027, endYear: 2031 };
    const begun = carriedIndicator(old, { period, withTargets: true });
    expect(begun.baseline).toEqual({ year: 2025, value: 15.3, words: "" }); // 2026 is still being counted
    expect(begun.targets).toEqual([target(2028, 20)]);
    expect(carriedIndicator(old, { period, withTargets: false }).targets).toEqual([]);
    expect(begun.actuals).toEqual(old.actuals);
  });

  it("wants the same unit, whatever the width of its letters", () => {
    expect(seriesFault(old, { ...old, unit: "%" })).toBeUndefined(); // ％ and %
    expect(seriesFault(old, { ...old, unit: "人" })).toMatchObject({ code: "unitsDiffer" });
    expect(seriesFault(old, { ...old, unit: "人" })?.message).toContain("％");
  });

  it("wants digits enough and no year with two values", () => {
    expect(seriesFault(old, { ...old, decimals: 0 })).toMatchObject({ code: "tooFine" });
    expect(seriesFault(old, { ...old, actuals: [measured(2025, 15.4)] })?.message).toContain("2025");
  });

  it("joins the years of both, the earliest first", () => {
    const joined = joinedActuals(old.actuals, [measured(2020, 9), measured(2025, 15.3)]);
    expect(joined.map(({ year }) => year)).toEqual([2020, 2024, 2025, 2026]);
  });
});

const node = (code: string, title: string) => ({ id: `${code} ${title}`, code, title });

describe("what is proposed to be linked", () => {
  it("are the same titles, however written, and then those that are alike; each measure once", () => {
    const old = [node("1-1", "防災訓練の充実"), node("1-2", "公共交通の確保"), node("1-3", "下水道")];
    const fresh = [node("2-1", "公共交通の確保と充実"), node("2-2", "防災訓練 の充実"), node("2-3", "観光の振興")];
    // 防災訓練の充実 is the same without its space; 6 of 6 and 9 pairs of letters in common: 2×6÷15 = 0.8; 下水道 has nothing
    expect(suggestPairs(old, fresh).map((pair) => [pair.old.title, pair.new.title, pair.reason])).toEqual([
      ["防災訓練の充実", "防災訓練 の充実", "sameTitle"],
      ["公共交通の確保", "公共交通の確保と充実", "alikeTitle"],
    ]);
  });

  it("take the same code first among equals", () => {
    const old = [node("1-1", "その他"), node("1-2", "その他")];
    const fresh = [node("1-2", "その他"), node("1-1", "その他")];
    expect(suggestPairs(old, fresh).map((pair) => [pair.old.code, pair.new.code])).toEqual([
      ["1-1", "1-1"],
      ["1-2", "1-2"],
    ]);
  });
});
