import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blocksIn,
  emptyRichText,
  headRows,
  inlinesIn,
  isEmptyRichText,
  itemSign,
  normalised,
  plainText,
  richTextSchema,
  tableGrid,
  withInlines,
  type RichBlock,
  type RichCell,
  type RichInline,
  type RichTable,
} from "./rich-text.ts";
import { anyRichText } from "../../test/support/rich-text.ts";

/** Lists one in another, with a word in the innermost. */
function nested(lists: number): string {
  const item = '{"type":"bulletList","content":[{"type":"listItem","content":[';
  const word = '{"type":"paragraph","content":[{"type":"text","text":"底"}]}';
  return `{"type":"doc","content":[${item.repeat(lists)}${word}${"]}]}".repeat(lists)}]}`;
}

function isTaken(lists: number): boolean {
  return richTextSchema.safeParse(JSON.parse(nested(lists))).success;
}

function words(text: string): RichBlock {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function cell(text: string, attrs?: RichCell["attrs"], type: RichCell["type"] = "tableCell"): RichCell {
  return { type, ...(attrs && { attrs }), content: [words(text)] };
}

function tableOf(...rows: readonly (readonly RichCell[])[]): RichTable {
  return {
    type: "table",
    attrs: { caption: "人口" },
    content: rows.map((content) => ({ type: "tableRow", content })),
  };
}

function looking(text: string, isBold: boolean): RichInline {
  return { type: "text", text, ...(isBold && { marks: [{ type: "bold" }] }) };
}

function parsed(...content: readonly unknown[]) {
  return richTextSchema.safeParse({ type: "doc", content });
}

describe("rich text that was sent", () => {
  it("is taken with lists in lists as a person writes them, and refused when nested without end", () => {
    expect([0, 1, 8].map((lists) => isTaken(lists))).toEqual([true, true, true]);
    expect([40, 300, 5_000].map((lists) => isTaken(lists))).toEqual([false, false, false]);
  });

  it("is refused when it holds more than any section does", () => {
    const many = Array.from({ length: 40_000 }, () => words("字")); // 6 values each; 200,000 are too many
    expect([parsed(...many.slice(0, 20_000)).success, parsed(...many).success]).toEqual([true, false]);
  });

  it("is taken as it is, whatever of the model it holds", () => {
    assert(
      property(anyRichText, (rich) => {
        const stored = JSON.parse(JSON.stringify(rich)) as unknown;
        expect(richTextSchema.parse(stored)).toEqual(stored);
      }),
    );
  });

  it("loses what the editor notes beside it", () => {
    const list = { type: "orderedList", attrs: { start: 1, type: null, sign: null }, content: [] };
    const article = { type: "orderedList", attrs: { start: 1, sign: "article" }, content: [] };
    const wide = {
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 1, colwidth: [80] },
      content: [{ type: "paragraph" }],
    };
    const table = { type: "table", attrs: { caption: "" }, content: [{ type: "tableRow", content: [wide] }] };
    const [plain, signed, kept] = parsed(list, article, table).data?.content ?? [];
    expect(plain).toEqual({ type: "orderedList", content: [] });
    expect(signed).toEqual({ type: "orderedList", attrs: { sign: "article" }, content: [] });
    expect(kept).toMatchObject({ content: [{ content: [{ attrs: { colspan: 1, rowspan: 1 } }] }] });
    expect(JSON.stringify(kept)).not.toContain("colwidth");
  });

  it("is refused when a table's cells overlap, leave a hole, reach over the edge or hold a table", () => {
    const whole = tableOf([cell("a", { rowspan: 2 }), cell("b")], [cell("c")]);
    const hole = tableOf([cell("a"), cell("b")], [cell("c")]);
    const over = tableOf([cell("a", { rowspan: 2 }), cell("b")]);
    const overlapping = tableOf([cell("a"), cell("b", { rowspan: 2 })], [cell("c", { colspan: 2 })]);
    const within = tableOf([{ type: "tableCell", content: [whole] }]);
    expect([whole, hole, over, overlapping, within].map((table) => parsed(table).success)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(parsed({ ...whole, content: [] }).success).toBe(false);
    expect(parsed(tableOf(Array.from({ length: 31 }, () => cell("a")))).success).toBe(false);
  });

  it("is refused with a footnote, a reference or a reading that says nothing", () => {
    const of = (inline: unknown) => parsed({ type: "paragraph", content: [inline] }).success;
    expect(of({ type: "footnote", attrs: { text: " " } })).toBe(false);
    expect(of({ type: "reference", attrs: { source: "count:measures", shown: "" } })).toBe(false);
    expect(of({ type: "reference", attrs: { source: "a b", shown: "3件" } })).toBe(false);
    expect(of({ type: "text", text: "漢", marks: [{ type: "ruby", attrs: { reading: "" } }] })).toBe(false);
    expect(parsed({ type: "figure", attrs: { file: "../a", alternative: "", caption: "" } }).success).toBe(false);
  });
});

describe("the sign of an item", () => {
  it("goes 第1, 1, (1), ア, (ア), a, (a) by depth and stays there", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((depth) => itemSign(depth, 1))).toEqual([
      "第2",
      "2",
      "(2)",
      "イ",
      "(イ)",
      "b",
      "(b)",
      "(b)",
    ]);
  });

  it("begins again doubled after ン (46 letters) and z (26)", () => {
    expect([45, 46, 47].map((index) => itemSign(3, index))).toEqual(["ン", "アア", "イイ"]);
    expect([25, 26].map((index) => itemSign(5, index))).toEqual(["z", "aa"]);
  });

  it("differs between any two items of a list", () => {
    const signs = Array.from({ length: 300 }, (_, index) => itemSign(3, index));
    expect(new Set(signs).size).toBe(300);
  });
});

describe("a table's grid", () => {
  it("tells where each cell stands", () => {
    const grid = tableGrid(
      tableOf(
        [cell("区分", { rowspan: 2 }), cell("令和5年", { colspan: 2 })],
        [cell("人口"), cell("世帯")],
        [cell("千曲"), cell("1"), cell("2")],
      ),
    );
    expect(grid?.columns).toBe(3);
    expect(grid?.rows.map((row) => row.map(({ column }) => column))).toEqual([
      [0, 1],
      [1, 2],
      [0, 1, 2],
    ]);
  });

  it("has as its head the rows of headings from which nothing reaches below", () => {
    const head = (text: string, attrs?: RichCell["attrs"]) => cell(text, attrs, "tableHeader");
    const two = tableOf([head("a", { rowspan: 2 }), head("b")], [head("c")], [cell("d"), cell("e")]);
    const reaching = tableOf([head("a", { rowspan: 2 }), head("b")], [cell("c")]);
    const only = tableOf([head("a")]);
    expect([two, reaching, only].map((table) => headRows(tableGrid(table) ?? { columns: 0, rows: [] }))).toEqual([
      2, 0, 0,
    ]);
  });
});

describe("the plain lines of a rich text", () => {
  it("hold every word, the signs of items, footnotes in brackets, and no readings", () => {
    const rich = richTextSchema.parse({
      type: "doc",
      content: [
        {
          type: "orderedList",
          attrs: { sign: "article" },
          content: [
            {
              type: "listItem",
              content: [
                words("総則"),
                { type: "orderedList", content: [{ type: "listItem", content: [words("目的")] }] },
              ],
            },
          ],
        },
        {
          type: "paragraph",
          content: [
            { type: "text", text: "千曲", marks: [{ type: "ruby", attrs: { reading: "ちくま" } }] },
            { type: "text", text: "市の人口は" },
            { type: "reference", attrs: { source: "statistic:population:2025", shown: "58,000人" } },
            { type: "footnote", attrs: { text: "国勢調査" } },
          ],
        },
        tableOf([cell("年"), cell("人口")]),
        {
          type: "figure",
          attrs: { file: "018f0000-0000-7000-8000-000000000000", alternative: "右下がりの線", caption: "人口" },
        },
      ],
    });
    expect(plainText(rich)).toBe(
      "第1　総則\n1　目的\n千曲市の人口は58,000人（注：国勢調査）\n表：人口\n年｜人口\n図：人口\n右下がりの線",
    );
  });

  it("are blank only where there is no word, item, table or picture", () => {
    expect([emptyRichText, { type: "doc", content: [{ type: "paragraph" }] } as const].map(isEmptyRichText)).toEqual([
      true,
      true,
    ]);
    expect(isEmptyRichText({ type: "doc", content: [tableOf([{ type: "tableCell", content: [] }])] })).toBe(false);
  });
});

describe("the normal form", () => {
  it("says the same words, is taken by the schema, and is its own normal form", () => {
    assert(
      property(anyRichText, (rich) => {
        const once = normalised(rich);
        expect(normalised(once)).toEqual(once);
        expect(richTextSchema.parse(once)).toEqual(once);
        const said = (text: typeof rich) => plainText(text).replaceAll(/[\s・]/g, "");
        expect(said(once)).toBe(said(rich));
      }),
    );
  });

  it("joins words of one look and drops what holds nothing", () => {
    expect(
      normalised({
        type: "doc",
        content: [
          { type: "paragraph", content: [looking("あ", false), looking("い\nう", false), looking("え", true)] },
          { type: "paragraph", content: [] },
          { type: "bulletList", content: [] },
        ],
      }),
    ).toEqual({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [looking("あい", false), { type: "hardBreak" }, looking("う", false), looking("え", true)],
        },
      ],
    });
  });
});

describe("a walk through a text", () => {
  it("visits every block and inline once, and changes nothing that it does not change", () => {
    assert(
      property(anyRichText, (rich) => {
        const json = JSON.stringify(rich);
        const count = (pattern: RegExp) => json.match(pattern)?.length ?? 0;
        const types = [...blocksIn(rich)].map(({ type }) => type);
        expect(types.filter((type) => type === "figure").length).toBe(count(/\{"type":"figure"/g));
        expect(types.filter((type) => type === "paragraph").length).toBe(count(/\{"type":"paragraph"/g));
        expect([...inlinesIn(rich)].filter(({ type }) => type === "reference").length).toBe(
          count(/\{"type":"reference"/g),
        );
        expect(withInlines(rich, (inline) => [inline])).toEqual(rich);
      }),
    );
  });

  it("replaces each inline by what is made of it, at any depth", () => {
    assert(
      property(anyRichText, (rich) => {
        const without = withInlines(rich, (inline) => (inline.type === "reference" ? [] : [inline]));
        expect([...inlinesIn(without)].some(({ type }) => type === "reference")).toBe(false);
      }),
    );
  });
});
