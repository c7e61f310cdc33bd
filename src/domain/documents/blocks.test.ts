import { describe, expect, it } from "vitest";
import { richTextOf, type RichText } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { documentParts, keysThroughLineage } from "./blocks.ts";
import { documentContentSchema, type DocumentContent, type SectionContent } from "./content.ts";

type Node = DocumentContent["plan"]["nodes"][number];

const { plan } = documentContentSchema.parse({ plan: mihonSnapshot(), sections: [], terms: [], pictures: [] });
const measure = plan.nodes.find(({ depth, fields }) => depth > 1 && Object.keys(fields).length > 0);
if (!measure) throw new Error("the plan has no measure with texts");

function contentOf(sections: readonly SectionContent[], nodes: readonly Node[]): DocumentContent {
  return {
    plan: { ...plan, plan: { ...plan.plan, vision: "ともにつくるまち", summary: "" }, nodes: [...nodes] },
    sections: [...sections],
    terms: [{ term: "関係人口", reading: "", meaning: "地域と多様に関わる人々" }],
    pictures: [],
  };
}

function section(more: Partial<SectionContent> & Pick<SectionContent, "id" | "name">): SectionContent {
  return { parentId: null, depth: 1, number: "", nodeId: null, body: null, divisions: [], state: "writing", ...more };
}

const node: Node = {
  ...measure,
  id: "n1",
  parentId: null,
  code: "1-1",
  title: "子育て支援",
  fields: { vision: richTextOf("安心して育てられるまちです。") },
  indicators: [],
};

const body: RichText = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "人口は" },
        { type: "reference", attrs: { source: "s", shown: "60,298人" } },
        { type: "text", text: "です。" },
      ],
    },
    {
      type: "orderedList",
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "交通" }] },
            {
              type: "orderedList",
              content: [
                { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "バス" }] }] },
              ],
            },
          ],
        },
      ],
    },
    {
      type: "table",
      attrs: { caption: "人口の推移" },
      content: [
        {
          type: "tableRow",
          content: ["令和2年", "60,298人"].map((text) => ({
            type: "tableCell",
            content: [{ type: "paragraph", content: [{ type: "text", text }] }],
          })),
        },
      ],
    },
  ],
};

function lines(content: DocumentContent): string[] {
  return documentParts(content).flatMap(({ key, blocks }) =>
    blocks.map(({ kind, number, cells }) => `${key} ${kind} [${number}] ${cells.join("｜")}`),
  );
}

describe("the blocks of a version", () => {
  it("are what a reader sees, with item signs and numbers apart from the words, and figures as they were frozen", () => {
    expect(lines(contentOf([section({ id: "s1", number: "第1章", name: "総論", body })], []))).toEqual([
      "vision paragraph [] ともにつくるまち",
      "s1 heading [第1章] 総論",
      "s1 paragraph [] 人口は60,298人です。",
      "s1 item [1] 交通",
      "s1 item [(1)] バス",
      "s1 paragraph [] 人口の推移",
      "s1 row [] 令和2年｜60,298人",
      "terms row [] 関係人口｜地域と多様に関わる人々",
    ]);
  });

  it("of a bound section are its node's texts, each under its own key and place", () => {
    const chapter = section({ id: "s1", number: "第1章", name: "子育て" });
    const bound = section({ id: "s2", parentId: "s1", depth: 2, number: "1-1", name: "子育て支援", nodeId: "n1" });
    const parts = documentParts(contentOf([chapter, bound], [node]));
    expect(parts.map(({ key, place }) => `${key}：${place}`)).toEqual([
      "vision：将来像",
      "s1：第1章　子育て",
      "n1：第1章　子育て ＞ 1-1　子育て支援",
      "n1/vision：第1章　子育て ＞ 1-1　子育て支援 ＞ 目指す姿",
      "terms：用語",
    ]);
  });

  it("hold the plan's nodes that no section shows, so that no change of theirs is missed", () => {
    expect(lines(contentOf([], [node])).slice(1, 4)).toEqual([
      "n1 heading [1-1] 子育て支援",
      "n1/vision heading [] 目指す姿",
      "n1/vision paragraph [] 安心して育てられるまちです。",
    ]);
  });

  it("tell of an indicator where it stood and what is aimed at", () => {
    const [indicator] = plan.nodes.flatMap(({ indicators }) => indicators);
    if (!indicator) throw new Error("the plan has no indicator");
    const counted = {
      ...indicator,
      name: "待機児童数",
      unit: "人",
      decimals: 0,
      baseline: { year: 2025, value: 8, words: "" },
      targets: [{ year: 2031, value: 0, upperValue: null, words: "" }],
    };
    expect(lines(contentOf([], [{ ...node, fields: {}, indicators: [counted] }]))).toContain(
      "n1/indicators row [] 待機児童数｜基準値 8人（R7）｜目標値 0人（R13）",
    );
  });
});

describe("the keys of a plan that follows another", () => {
  const origin = {
    planSlug: "p",
    planName: "前の計画",
    code: "2-1",
    title: "子育て",
    evolution: null,
    note: "",
  } as const;

  it("are those of the nodes that its nodes came from, one for each", () => {
    const old = contentOf([], [{ ...node, id: "old" }]);
    const fresh = contentOf(
      [],
      [
        { ...node, id: "a", origins: [{ ...origin, nodeId: "old", kind: "split" }] },
        { ...node, id: "b", origins: [{ ...origin, nodeId: "old", kind: "split" }] },
      ],
    );
    const keyOf = keysThroughLineage(fresh, old);
    expect(["a", "b", "a-section"].map(keyOf)).toEqual(["old", "b", "a-section"]);
    expect(documentParts(fresh, keyOf).map(({ key }) => key)).toContain("old/vision");
  });

  it("stay as they are within one plan, also where a node came from elsewhere", () => {
    const one = contentOf(
      [],
      [
        { ...node, origins: [{ ...origin, nodeId: "n2", kind: "continue" }] },
        { ...node, id: "n2" },
      ],
    );
    expect(keysThroughLineage(one, one)("n1")).toBe("n1");
  });
});
