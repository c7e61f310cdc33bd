import { assert, property, string as anyString } from "fast-check";
import { describe, expect, it } from "vitest";
import { notationOf, richOf } from "./rich-notation.ts";
import { normalised, plainText, richTextOf, richTextSchema } from "./rich-text.ts";
import { anyRichText } from "../../test/support/rich-text.ts";

const shown = `## 現状
人口が減っています。[^国勢調査による]
2020年には｜千曲《ちくま》市の人口は{{statistic:population:2020|58,852人}}でした。
・ひとつ
　続きの段落
　・下の項目
○○市では1.5倍になりました。
第1 総則
　1. 目的
　　1. 細目
第2 計画

表：人口の動き
|= 区分 |= 令和2年 | < |
| ^ | 人口 | 世帯 |
| 市 | ・一つ
・二つ | 3 |

[市の計画](https://city.example)は**大切**です。\\
1行目の続き。

![右下がりの線](018f0000-0000-7000-8000-000000000000 "人口")`;

describe("the plain notation", () => {
  it("is what a person reads in a text area", () => {
    const { rich, faults } = richOf(shown);
    expect(faults).toEqual([]);
    expect(notationOf(rich)).toBe(shown);
    expect(rich.content.map(({ type }) => type).join(" ")).toBe(
      "heading paragraph paragraph bulletList paragraph orderedList table paragraph figure",
    );
    expect(rich.content[6]).toMatchObject({
      attrs: { caption: "人口の動き" },
      content: [
        {
          content: [
            { type: "tableHeader", attrs: { rowspan: 2 } },
            { type: "tableHeader", attrs: { colspan: 2 } },
          ],
        },
        { content: [{ type: "tableCell" }, { type: "tableCell" }] },
        { content: [{}, { content: [{ type: "bulletList" }] }, {}] },
      ],
    });
  });

  it("takes pasted lines as their writer meant them", () => {
    expect(richOf("はじめに\n・ひとつ\n• ふたつ\n- みっつ\n\n　おわり").rich).toEqual(
      richTextOf("はじめに\n・ひとつ\n・ふたつ\n・みっつ\nおわり"),
    );
    const words = richOf("2. 途中から\n-3.2%でした\n第1回").rich;
    expect(words.content.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "paragraph"]);
    expect(plainText(words)).toBe("2. 途中から\n-3.2%でした\n第1回");
    expect(richOf("１．目的\n２．内容").rich.content).toMatchObject([{ type: "orderedList", content: [{}, {}] }]);
  });

  it.each([
    ["あ\n**い", 2, "「**」が閉じられていません"],
    ["| a | b\n| c |", 1, "「|」で終わっていません"],
    ["| a | b |\n| c |", 2, "1行目（2列）と違います（1列）"],
    ["| a | < |\n| ^ | b |", 1, "四角になっていません"],
    ["\n[い](javascript:x)", 2, "リンク先は"],
    ["![a](b)", 1, "図は「![図の説明]"],
    ["| ## a |", 1, "表のセルには、見出し"],
    ["{{a}}", 1, "数値の参照は"],
    ["あ[^", 1, "脚注は"],
    [Array.from({ length: 12 }, (_, depth) => `${"　".repeat(depth)}・x`).join("\n"), 1, "字下げが深すぎる"],
  ])("tells of %j the line and what to do", (typed, line, words) => {
    expect(richOf(typed).faults).toMatchObject([{ line, message: expect.stringContaining(words) as string }]);
  });

  it("loses nothing: what is written of any rich text reads back as the same text", () => {
    assert(
      property(anyRichText, (rich) => {
        expect(richOf(notationOf(rich))).toEqual({ rich: normalised(rich), faults: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("reads whatever a person types as a text that can be saved, or tells the line", () => {
    assert(
      property(anyString({ unit: "grapheme" }), (typed) => {
        const { rich, faults } = richOf(typed);
        expect(faults.length > 0 || richTextSchema.safeParse(rich).success).toBe(true);
      }),
    );
  });

  it("reads long rows of signs that never close once, not once for each of them", () => {
    const rows = ["**[[", "[^", "[a](", "[", "{{a|", "｜あ《", "\\", " "].map((signs) =>
      signs.repeat(200_000 / signs.length),
    );
    for (const row of rows) for (const end of ["", "あ", ")", "]", "》", "}}"]) richOf(`${row}${end}`);
    expect(richOf("あ".repeat(500_001)).faults).toEqual([
      { line: 1, message: "文章が長すぎます。文章を分けてください。" },
    ]);
  }, 20_000);

  it("takes a link behind a bracket that closes without one", () => {
    const { rich, faults } = richOf("[注] と [市](/a) と [[市](/b)");
    expect([faults, notationOf(rich)]).toEqual([[], "\\[注\\] と [市](/a) と [\\[市](/b)"]);
  });
});
