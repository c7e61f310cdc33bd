import { describe, expect, it } from "vitest";
import type { PolicyContent } from "#domain/formulation/index.ts";
import type { Block, List } from "../paper/paper.ts";
import { policyPaper } from "./policy-paper.ts";

const content: PolicyContent = {
  format: 1,
  title: "策定方針",
  plan: { slug: "2027", name: "みほん市総合計画", startYear: 2027, endYear: 2031 },
  review: "keep",
  reviewReason: "期間が残っているため",
  resolution: "both",
  ordinance: "条例第2条",
  parts: [
    {
      title: "視点",
      text: "はじめに\n(1) 協働\nともに考える。\nア 場\n(ア) 会場\nイ 公表\n\n(2) SDGs\n\nおわりに\n(1) 新しく",
      shows: "outline",
    },
    { title: "日程", text: "", shows: "schedule" },
  ],
  bodies: [],
  methods: [],
  stages: [
    { name: "素案", plannedFrom: "2026-04-01", plannedUntil: "2026-06-30" },
    { name: "原案", plannedFrom: "", plannedUntil: "" },
  ],
};

function blocks(): readonly Block[] {
  return (
    policyPaper({ city: "みほん市", version: "骨子案", day: "2026-11-22", marks: [], content }).parts[0]?.blocks ?? []
  );
}

function outlineOf(list: List): unknown[] {
  return list.items.map((item, index) => [
    list.official?.signs[index],
    ...item.map((block) =>
      block.kind === "list" ? outlineOf(block) : block.kind === "text" ? block.runs[0]?.text : block.kind,
    ),
  ]);
}

describe("the paper of a 策定方針", () => {
  it("numbers parts, and nests (1), ア and (ア); a line below an item stands in it, one after an empty line begins anew", () => {
    const lists = blocks().flatMap((block) => (block.kind === "list" ? [outlineOf(block)] : []));
    expect(lists).toEqual([
      [
        [
          "(1)",
          "協働",
          "ともに考える。",
          [
            ["ア", "場", [["(ア)", "会場"]]],
            ["イ", "公表"],
          ],
        ],
        ["(2)", "SDGs"],
      ],
      [["(1)", "新しく"]],
    ]);
    expect(blocks().flatMap((block) => (block.kind === "heading" ? [block.text] : []))).toEqual(["1　視点", "2　日程"]);
  });

  it("puts the frame and the schedule in tables under their parts", () => {
    const facts = blocks().find((block) => block.kind === "facts");
    expect(facts?.kind === "facts" && facts.items.map(({ runs }) => runs[0]?.text)).toEqual([
      "みほん市総合計画",
      "令和9年度〜令和13年度（2027〜2031年度）",
      "据え置く\n期間が残っているため",
      "基本構想と基本計画を議決する\n根拠：条例第2条",
    ]);
    const table = blocks().find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.rows.map((row) => row.map((cell) => cell[0]?.text))).toEqual([
      ["素案", "令和8年4月1日から令和8年6月30日まで"],
      ["原案", "未定"],
    ]);
  });
});
