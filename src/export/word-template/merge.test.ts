import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bodyPlace, handmadeTemplate, runs, templateOfLibreOffice } from "../../../test/support/word-templates.ts";
import { wordFaults } from "../../../test/support/word-validator.ts";
import type { Series } from "#analysis/yearly-series.ts";
import type { Block, Paper } from "../paper/paper.ts";
import { wordOf } from "../paper/word/index.ts";
import { sampleTemplate } from "./sample.ts";
import { templateWords } from "./words.ts";

const text = (words: string): Block => ({ kind: "text", tone: "body", runs: [{ text: words }] });

const paper: Paper = {
  title: "みほん市総合計画",
  city: "みほん市",
  version: "素案（第2版）",
  madeOn: "2026-11-29",
  marks: ["未確定"],
  cover: { vision: "ともに", lines: ["令和8年"] },
  contentsDepth: 3,
  parts: [
    {
      title: "第1章　総論",
      blocks: [
        { kind: "text", tone: "body", runs: [{ text: "はじめに", footnote: "本文の注" }] },
        { kind: "text", tone: "body", runs: [{ text: "市のページ", href: "https://www.city.mihon.example/" }] },
        { kind: "list", isOrdered: true, items: [[text("一つめ")], [text("二つめ")]] },
        {
          kind: "table",
          caption: "表",
          columns: [{ heading: "年度", share: 1, align: "start" }],
          rows: [[[{ text: "8" }]]],
        },
        { kind: "heading", level: 2, text: "背景", anchor: "s1" },
        { kind: "charts", charts: [chart()] },
        { kind: "figure", alternative: "図", caption: "図1", picture: drawn() },
      ],
    },
    { title: "第2章　計画", blocks: [text("つづき")] },
  ],
};

function chart() {
  const series: Series = {
    title: "人口",
    unit: "人",
    form: "bars",
    decimals: 0,
    baseline: undefined,
    actuals: [{ year: 2020, value: 5 }],
    targets: [{ year: 2030, value: 4, upper: null }],
    period: { startYear: 2027, endYear: 2031 },
  };
  return { alternative: "人口の図", series };
}

function drawn() {
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  return { type: "png", bytes, width: 1, height: 1 } as const;
}

const written = templateWords(paper, { versionName: "素案", versionNumber: 2, day: "2026-11-29", division: "企画課" });

async function merged(bytes: Uint8Array, made: Paper = paper) {
  const file = await wordOf(made, { template: { bytes, words: { ...written, 印: made.marks.join("　") } } });
  const parts = unzipSync(file);
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return { file, parts, part, document: part("word/document.xml") };
}

/** What a reader sees of a part. */
function seen(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, words = ""]) => words).join("");
}

describe("a paper in a template", () => {
  it.each([
    ["our own sample", sampleTemplate()],
    ["one that LibreOffice saved", templateOfLibreOffice()],
    ["the smallest one", handmadeTemplate({ body: bodyPlace })],
  ])("leaves no name that leads nowhere: %s", async (_, template) => {
    const { file, document } = await merged(template);
    expect(wordFaults(file)).toEqual([]);
    expect(seen(document)).not.toContain("{{");
    expect(seen(document)).toContain("第1章　総論");
  });

  it("is the same bytes for the same paper, and a template again for another", async () => {
    const first = await merged(templateOfLibreOffice());
    const again = await merged(templateOfLibreOffice());
    expect(Buffer.from(first.file).equals(Buffer.from(again.file))).toBe(true);
    const twice = handmadeTemplate({ body: bodyPlace, parts: { "word/tomoni/charts/chart1.xml": "<a/>" } });
    const { parts, file } = await merged(twice);
    expect(strFromU8(parts["word/tomoni/charts/chart1.xml"] ?? new Uint8Array())).toBe("<a/>");
    expect(wordFaults(file)).toEqual([]);
  });

  it("writes its words in the type in which each began, and leaves what nobody knows", async () => {
    const split = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>発行：{{市</w:t></w:r><w:r><w:t>名}}（{{日付}}）{{課名}}</w:t></w:r></w:p>`;
    const { document } = await merged(handmadeTemplate({ body: split + bodyPlace }));
    expect(document).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">発行：みほん市</w:t>');
    expect(document).toContain("（令和8年11月29日）{{課名}}");
  });

  it("keeps heads, feet, pictures and notes of the template, and numbers its own behind them", async () => {
    const { parts, part, document } = await merged(templateOfLibreOffice());
    expect(seen(part("word/header1.xml"))).toContain("みほん市　みほん市総合計画（素案）");
    expect(seen(part("word/footer1.xml"))).toContain("令和8年11月29日　企画課");
    expect(parts["word/media/image1.png"]?.length).toBeGreaterThan(100);
    expect(seen(part("word/footnotes.xml"))).toContain("表紙の注です。");
    expect(seen(part("word/footnotes.xml"))).toContain("本文の注");
    // The template's note has the id 2 and is the highest, so the paper's first becomes 2 + 1 = 3.
    expect([...document.matchAll(/<w:footnoteReference[^>]* w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(["2", "3"]);
    expect(Object.keys(parts).some((path) => /^word\/tomoni\/charts\/chart\d+\.xml$/.test(path))).toBe(true);
    expect(Object.keys(parts).some((path) => path.startsWith("word/tomoni/media/"))).toBe(true);
  });

  it("lets the template's styles rule by their names, and brings along what it lacks", async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>`;
    const { file, part, document } = await merged(handmadeTemplate({ body: bodyPlace, styles }));
    expect(wordFaults(file)).toEqual([]);
    expect(document).toMatch(/<w:pStyle w:val="1"\/>(?:(?!<\/w:p>).)*第1章/);
    expect(document).toContain('<w:pStyle w:val="TomoniHeading2"/>');
    expect(part("word/styles.xml")).toContain(
      'w:styleId="TomoniHeading2"><w:name w:val="Heading 2"/><w:basedOn w:val="a"/>',
    );
    expect(part("word/styles.xml").match(/w:default=/g)).toHaveLength(1);
    expect(document + part("word/styles.xml") + part("word/numbering.xml")).not.toContain("<w:rFonts");
  });

  it("begins new pages in place of new sections, as wide as the template's lines are", async () => {
    const { document } = await merged(handmadeTemplate({ body: bodyPlace }));
    expect(document.match(/<w:sectPr/g)).toHaveLength(1);
    expect(document.match(/<w:pageBreakBefore\/>/g)?.length).toBe(3); // contents and two parts, behind our cover
    expect(document).toContain('<w:tblW w:type="dxa" w:w="8000"/>'); // 11906 − 1906 − 2000
  });

  it("keeps pages that lie on their long side among the template's upright ones", async () => {
    const { file, document } = await merged(handmadeTemplate({ body: runs("前") + bodyPlace + runs("後") }), {
      ...paper,
      cover: null,
      isLandscape: true,
    });
    expect(wordFaults(file)).toEqual([]);
    const sizes = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, wide]) => wide);
    expect(sizes).toEqual(["11906", "16838", "11906"]);
  });

  it("has the template's cover and contents where it has any, else ours", async () => {
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const bare = await merged(handmadeTemplate({ body: bodyPlace }));
    expect(seen(bare.document)).toContain("目次");
    expect(seen(bare.document)).toContain("ともに");
    const whole = await merged(handmadeTemplate({ body: runs("{{計画名}}") + contents + bodyPlace }));
    expect(seen(whole.document)).not.toContain("目次");
    expect(seen(whole.document)).not.toContain("ともに");
    expect(bare.part("word/tomoni/settings.xml")).toContain('<w:updateFields w:val="true"/>');
  });

  it("stamps every page of what is not decided, and no page of what is", async () => {
    const withHead = handmadeTemplate({ body: bodyPlace, header: runs("市の書式") });
    const ownPlace = handmadeTemplate({ body: bodyPlace, header: runs("市の書式　{{印}}") });
    expect(seen((await merged(withHead)).part("word/header.xml"))).toBe("市の書式 未確定 ");
    expect(seen((await merged(ownPlace)).part("word/header.xml"))).toBe("市の書式　未確定");
    const none = await merged(handmadeTemplate({ body: bodyPlace }));
    expect(seen(none.part("word/tomoni/header-default.xml"))).toBe(" 未確定 ");
    expect(none.document).toContain("<w:headerReference");
    const decided = await merged(withHead, { ...paper, marks: [] });
    expect(seen(decided.part("word/header.xml"))).toBe("市の書式");
  });

  it("numbers headings once: by the words, not by the template's style", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`;
    const numbering = `<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>`;
    const { file, document } = await merged(handmadeTemplate({ body: bodyPlace, styles, numbering }));
    expect(wordFaults(file)).toEqual([]);
    expect(document).toMatch(
      /<w:pStyle w:val="1"\/>(?:<w:pageBreakBefore\/>)?<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="0"\/>/,
    );
    expect(
      Math.min(...[...document.matchAll(/<w:numId w:val="([1-9]\d*)"/g)].map(([, id]) => Number(id))),
    ).toBeGreaterThan(7);
  });
});

describe("the check that these tests lean on", () => {
  it.each([
    ["a style", /<w:pStyle w:val="[^"]+"/, '<w:pStyle w:val="nowhere"', "no style nowhere"],
    ["a note", /(<w:footnoteReference[^>]* w:id=")\d+/, "$199", "no footnote 99"],
    ["a list", /<w:numId w:val="[1-9]\d*"/, '<w:numId w:val="999"', "no list 999"],
    ["a picture", /r:embed="[^"]+"/, 'r:embed="rIdNowhere"', "word/document.xml: no relation rIdNowhere"],
    ["a tag", /<\/w:p>/, "", "word/document.xml: </w:sdtContent> closes nothing"],
  ])("notices %s that leads nowhere", async (_, what, other, fault) => {
    const { parts, document } = await merged(handmadeTemplate({ body: bodyPlace }));
    const broken = { ...parts, "word/document.xml": strToU8(document.replace(what, other)) };
    expect(wordFaults(zipSync(broken)).join("\n")).toContain(fault.replace(/ <.*/, ""));
  });
});
