import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { richOf } from "#kernel/rich-notation.ts";
import type { Paper } from "../paper/paper.ts";
import { pdfOf } from "../paper/pdf.ts";
import { wordOf } from "../paper/word/index.ts";
import { richBlocks, type Pictures } from "./rich-blocks.ts";

const file = "018f0000-0000-7000-8000-000000000000";
const manuscript = richOf(`｜千曲《ちくま》市の人口は{{statistic:population:2020|58,852人}}です。[^国勢調査]
第1 総則
　1. 目的
　　1. 細目
　　　1. 将来像
第2 体制

表：人口の動き
|= 区分 |= 令和2年 | < |
| ^ |= 人口 |= 世帯 |
| 市 | 58,852 | ・一つ[^注]
・二つ |

![右下がりの線](${file} "人口")`).rich;

/** One white dot (PNG, 67 bytes). */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);
const pictures: Pictures = new Map([[file, { type: "png", bytes: new Uint8Array(dot), width: 1, height: 1 }]]);

const paper: Paper = {
  title: "見本",
  city: "みほん市",
  version: "素案",
  madeOn: "2026-11-29",
  marks: [],
  cover: null,
  contentsDepth: 1,
  parts: [{ title: "第1章", blocks: richBlocks(manuscript, pictures) }],
};

describe("a manuscript's text on paper", () => {
  it("has as blocks its readings, notes, signs and cells", () => {
    const [paragraph, list, grid, figure] = richBlocks(manuscript);
    expect(paragraph).toMatchObject({
      runs: [
        { text: "千曲", reading: "ちくま" },
        { text: "市の人口は" },
        { text: "58,852人" },
        { text: "です。" },
        { footnote: "国勢調査" },
      ],
    });
    expect(list).toMatchObject({
      official: { depth: 0, signs: ["第1", "第2"] },
      items: [[{}, { official: { depth: 1, signs: ["1"] }, items: [[{}, { official: { signs: ["(1)"] } }]] }], [{}]],
    });
    expect(grid).toMatchObject({
      caption: "人口の動き",
      headRows: 2,
      rows: [
        [{ rowspan: 2 }, { colspan: 2 }],
        [{ column: 1 }, {}],
        [{}, {}, {}],
      ],
    });
    expect(figure).toEqual({ kind: "figure", alternative: "右下がりの線", caption: "人口", picture: null });
  });

  it("is in Word its own ruby, footnotes, numbering, spans and repeated heads", async () => {
    const files = unzipSync(await wordOf(paper));
    const xml = (path: string) => Buffer.from(files[path] ?? []).toString("utf8");
    const body = xml("word/document.xml");
    expect(body).toMatch(/<w:ruby>.*ちくま.*<w:rubyBase>.*千曲/);
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(2);
    expect(xml("word/footnotes.xml")).toContain("国勢調査");
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect(body).toMatch(/<w:vMerge w:val="restart"\/>/);
    expect(body).toMatch(/descr="右下がりの線"/);
    expect(xml("word/numbering.xml")).toContain('w:val="aiueoFullWidth"');
    expect(xml("word/numbering.xml")).toContain('w:val="第%1"');
  });

  it("gives the same bytes for the same text, in Word as in PDF", async () => {
    expect(Buffer.from(await wordOf(paper)).equals(await wordOf(paper))).toBe(true);
    const [one, other] = [await pdfOf(paper), await pdfOf(paper)];
    expect([one.pages, one.missingSigns]).toEqual([1, ""]);
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
  });
});
