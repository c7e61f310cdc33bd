import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { notationOf, richOf } from "#kernel/rich-notation.ts";
import { chapterForWord, chapterFromLibreOffice, chapterInWord } from "../../test/support/word-chapter.ts";
import { edited } from "../../test/support/word-files.ts";
import { parseWordFile } from "./word-reading/parse.ts";
import type { WordReading } from "./word-reader.ts";
import { sectionsAsWord } from "./word-section/index.ts";

function read(bytes: Uint8Array): WordReading {
  const result = parseWordFile(bytes);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function wordOf(lines: string): Uint8Array<ArrayBuffer> {
  const sections = [{ title: "章", depth: 1, body: richOf(lines).rich }];
  return sectionsAsWord({ city: "みほん市", version: "原稿", madeOn: "2026-11-29", sections });
}

/** Lines that went out as Word, were changed there and came back. */
function changed(lines: string, pattern: RegExp, by: string): string {
  const word = edited(wordOf(lines), (xml) => {
    const after = xml.replace(pattern, by);
    expect(after).not.toBe(xml);
    return after;
  });
  return notationOf(read(word).sections[0]?.body ?? richOf("").rich);
}

/** The texts as lines, each with its place. */
function linesOf(sections: WordReading["sections"]): string[] {
  return sections.flatMap(({ title, mark, body }) =>
    notationOf(body)
      .split("\n")
      .map((line) => `${title}/${mark?.section}/${mark?.key}: ${line}`),
  );
}

function only(lines: readonly string[], others: readonly string[]): string[] {
  return lines.filter((line) => !others.includes(line)).map((line) => line.slice(line.indexOf(": ") + 2));
}

describe("a chapter that LibreOffice saved", () => {
  const before = linesOf(chapterForWord);

  it.each(["saved", "saved-twice"] as const)("comes back without a change when it was only %s", (how) => {
    const { sections, report } = read(chapterFromLibreOffice(how));
    expect(linesOf(sections)).toEqual(before);
    expect(report).toEqual([]);
  });

  it("comes back with what was edited in it, and nothing else", () => {
    const { sections, report } = read(chapterFromLibreOffice("edited"));
    const after = linesOf(sections);
    expect(only(after, before)).toEqual([
      "計画の趣旨は**きわめて大切**です。｜防災《ぼうさい》の町をつくります。[^防災基本条例（平成21年）による。]",
      "施策は{{count:measures|60件}}です。本市の人口は57,900人に減りました。[^国勢調査]詳しくは[市の案内](/plan/1-1)と[国の資料](https://www.example.go.jp/a?b=1&c=2)を見てください。",
      "同じ段落の次[^加えた注]の行です。　全角の空白と  二つの空白。",
      "2. 2番目",
      "4. 四つ目",
      "LibreOfficeで加えた段落。",
      "2. また2番目",
      "・",
      "| 令和7年 | 57,900 | ^ |",
      "第2 **雑則**",
      "安全で、安心して暮らせるまち",
    ]);
    expect(only(before, after)).toHaveLength(9); // eleven lines, of which two were added
    expect(report).toEqual([
      "「第1章 総論」の「施策は60件です。本市の人口は57,90」：数値の参照「58,000人」の言葉が「57,900人」に直されていたので、ふつうの文字にしました。",
    ]);
  });
});

describe("what office programs write in their own way", () => {
  it("keeps the place within a page to which a link leads", () => {
    const lines = "[案内](https://city.example/a.html?x=1#part)と[計画](/plan/1-1#basis)";
    expect(linesOf(read(wordOf(lines)).sections)).toEqual([`章/undefined/undefined: ${lines}`]);
  });

  it("keeps footnotes that came to stand in the control of a reference, whose words are as they were", () => {
    const lines = "施策は{{count:measures|60件}}[^注]";
    const note = /(<\/w:sdtContent><\/w:sdt>)(<w:r>(?:(?!<w:r>).)*?<w:footnoteReference.*?<\/w:r>)/;
    expect(changed(lines, note, "$2$1")).toBe(lines);
  });

  it("reads on where an element ends that began before the one within it", () => {
    const control = "<w:sdt><w:sdtPr/><w:sdtContent></w:hyperlink>$1</w:sdtContent></w:sdt>";
    expect(changed("[案内](/plan)つづき", /<\/w:hyperlink>(<w:r>.*?<\/w:r>)/, control)).toBe("[案内](/plan)つづき");
  });

  it("puts no control directly after a link", () => {
    const xml = strFromU8(unzipSync(chapterInWord())["word/document.xml"] ?? new Uint8Array());
    const after = [...xml.matchAll(/<\/w:hyperlink><([\w:]+)/g)].map(([, name]) => name);
    expect(after).toEqual(["w:r", "w:r", "w:bookmarkStart"]); // words, words, a reference; the last link ends its paragraph
  });
});
