import { assert, asyncProperty } from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { notationOf, richOf } from "#kernel/rich-notation.ts";
import { normalised, type RichText } from "#kernel/rich-text.ts";
import { anyRichText } from "../../test/support/rich-text.ts";
import { readWordFile, wordLimits, type WordReading } from "./word-reader.ts";
import { parseWordFile } from "./word-reading/parse.ts";
import { sectionsAsWord, type SectionForWord } from "./word-section/index.ts";

async function written(...sections: readonly SectionForWord[]): Promise<Uint8Array<ArrayBuffer>> {
  return sectionsAsWord({ city: "みほん市", version: "素案", madeOn: "2026-11-29", sections });
}

function read(bytes: Uint8Array): WordReading {
  const result = parseWordFile(bytes);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function section(body: RichText): SectionForWord {
  return { title: "第1章 総論", depth: 1, body };
}

/** The same file with the text of its document changed, as an office changes it. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({
    ...files,
    "word/document.xml": strToU8(change(strFromU8(files["word/document.xml"] ?? new Uint8Array()))),
  });
}

/** A Word file with a body written by hand. */
function wordWith(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = { "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...others };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const paragraph = (words: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;
const cell = (words: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;
const styled = (words: string, style: string) => paragraph(words, `<w:pStyle w:val="${style}"/>`);
const styles = `<w:styles>${["heading 1", "heading 2", "heading 3", "toc 1"]
  .map((name) => `<w:style w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`)
  .join("")}</w:styles>`;

function refusalOf(bytes: Uint8Array): string | undefined {
  const result = parseWordFile(bytes);
  return result.ok ? undefined : result.refusal.code;
}

describe("a section that goes out as Word and comes back", () => {
  it("leaves out signs that nobody sees, also those that are written as numbers", () => {
    const words = "あ&#0;い&#xD800;う&#x202E;え\u202Eお&#x1F33B;";
    const { sections } = read(wordWith(paragraph(words)));
    expect(JSON.stringify(sections)).toContain('"あいうえお🌻"');
  });

  it("is the same rich text, with nothing to report", async () => {
    await assert(
      asyncProperty(anyRichText, async (body) => {
        const { sections, report } = read(await written(section(body)));
        expect(sections).toEqual([{ depth: 1, title: "第1章 総論", body: normalised(body) }]);
        expect(report).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("is a chapter with the sections below it", async () => {
    const sections = [
      section(richOf("はじめに").rich),
      { title: "1 背景", depth: 2, body: richOf("## 現状\n・人口").rich },
    ];
    expect(read(await written(...sections)).sections).toEqual(sections);
  });

  it("gives the same bytes for the same text", async () => {
    const body = richOf("{{count:measures|60件}}です。[^注]\n1. 項目").rich;
    expect(Buffer.from(await written(section(body))).equals(await written(section(body)))).toBe(true);
  });

  it("keeps a reference when words around it were changed, and makes it plain words when its own were", async () => {
    const body = richOf("施策は{{count:measures|60件}}です。").rich;
    const around = edited(await written(section(body)), (xml) => xml.replace("です。", "あります。"));
    expect(notationOf(read(around).sections[0]?.body ?? body)).toBe("施策は{{count:measures|60件}}あります。");
    const own = read(edited(await written(section(body)), (xml) => xml.replace("60件", "61件")));
    expect(notationOf(own.sections[0]?.body ?? body)).toBe("施策は61件です。");
    expect(own.report).toEqual([
      "「第1章 総論」の「施策は61件です。」：数値の参照「60件」の言葉が「61件」に直されていたので、ふつうの文字にしました。",
    ]);
  });

  it("keeps a reference by its bookmark where a program dropped the control's tag", async () => {
    const body = richOf("施策は{{count:measures|60件}}です。").rich;
    const dropped = edited(await written(section(body)), (xml) => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>/, "<w:sdtPr/>"));
    expect(read(dropped).sections[0]?.body).toEqual(body);
  });

  it("takes items that were added in Word into their list", async () => {
    const added = edited(await written(section(richOf("1. 一つ\n2. 二つ").rich)), (xml) =>
      xml.replace(/(<w:p>(?:(?!<w:p>).)*?)一つ(.*?<\/w:p>)/, "$1一つ$2$1追加$2"),
    );
    expect(notationOf(read(added).sections[0]?.body ?? richOf("").rich)).toBe("1. 一つ\n2. 追加\n3. 二つ");
  });
});

describe("a plan of the city in Word", () => {
  it("is chapters and sections by its headings; contents are left out, levels below are headings of the text", () => {
    const body = [
      paragraph("表紙の言葉"),
      styled("第1章……1", "toc1"),
      styled("第1章 総論", "heading1"),
      paragraph("本文"),
      styled("1 背景", "heading2"),
      paragraph("小見出し", '<w:outlineLvl w:val="3"/>'),
      styled("(1) 人口", "heading3"),
    ].join("");
    const { sections, report } = read(wordWith(body, { "word/styles.xml": styles }));
    expect(sections.map(({ depth, title, body: text }) => [depth, title, notationOf(text)])).toEqual([
      [0, "", "表紙の言葉"],
      [1, "第1章 総論", "本文"],
      [2, "1 背景", "## 小見出し"],
      [3, "(1) 人口", ""],
    ]);
    expect(report).toEqual([]);
  });

  it("keeps merged cells of tables, repeated heads, and fills rows that are too short", () => {
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("区分", '<w:vMerge w:val="restart"/>')}${cell("令和2年", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("人口")}${cell("世帯")}</w:tr><w:tr>${cell("市")}</w:tr></w:tbl>`;
    expect(notationOf(read(wordWith(table)).sections[0]?.body ?? richOf("").rich)).toBe(
      "表：\n|= 区分 |= 令和2年 | < |\n| ^ | 人口 | 世帯 |\n| 市 |  |  |",
    );
  });

  it("tells where pictures, boxes, tracked changes and comments stood", () => {
    const body = [
      `<w:p><w:r><w:t>はじめ</w:t></w:r><w:ins><w:r><w:t>加えた</w:t></w:r></w:ins><w:del><w:r><w:delText>消した</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:r><w:t>図の前</w:t></w:r><w:r><w:drawing/></w:r></w:p>`,
      `<w:p><w:r><w:pict><w:txbxContent>${paragraph("枠の言葉")}</w:txbxContent></w:pict></w:r></w:p>`,
      `<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:commentReference w:id="3"/></w:r></w:p>`,
    ].join("");
    const comments = `<w:comments><w:comment w:id="3">${paragraph("ここは確認中")}</w:comment></w:comments>`;
    const { sections, report } = read(wordWith(body, { "word/comments.xml": comments }));
    expect(notationOf(sections[0]?.body ?? richOf("").rich)).toContain("はじめ加えた\n図の前\n");
    expect(report).toEqual([
      "はじめの部分の「はじめ加えた」：変更履歴の挿入は、反映したものとして読みました。",
      "はじめの部分の「はじめ加えた」：変更履歴の削除は、反映したものとして読みました。",
      "はじめの部分の「図の前」：図や写真は取り込めません。取り込んだあとに、図として入れてください。",
      "はじめの部分の「枠の言葉」：文字の枠（テキスト ボックス）「枠の言葉」は取り込めません。必要なら本文に貼り付けてください。",
      "はじめの部分の「本文」：コメント「ここは確認中」は取り込みません。",
    ]);
  });
});

describe("a file that is no Word document, or too much of one", () => {
  it("is refused in words for the clerk", () => {
    expect(refusalOf(strToU8("こんにちは"))).toBe("notWord");
    expect(refusalOf(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toBe("notWord");
    expect(refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe("oldOrLocked");
    expect(refusalOf(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2))).toBe("corruptFile");
    expect(refusalOf(new Uint8Array(wordLimits.bytes + 1))).toBe("fileTooLarge");
    expect(
      refusalOf(
        wordWith(`<!DOCTYPE a [<!ENTITY b "c">]>`, { "word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:styles/>' }),
      ),
    ).toBe("corruptFile");
  });

  it("is refused when it unpacks to more than 200 times its size", () => {
    expect(refusalOf(wordWith(paragraph("あ".repeat(3_000_000))))).toBe("unpacksTooLarge"); // 9 MB of one sign pack to some 9 KB
  });

  it("is read in a worker", async () => {
    const result = await readWordFile(await written(section(richOf("・一つ").rich)));
    expect(result).toMatchObject({ ok: true, value: { sections: [{ title: "第1章 総論" }], report: [] } });
  });
});
