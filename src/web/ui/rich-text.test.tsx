import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { richOf } from "#kernel/rich-notation.ts";
import { Rich } from "./rich-text.tsx";

function shown(notation: string, pictureAddress?: (file: string) => string): string {
  return renderToStaticMarkup(<Rich text={richOf(notation).rich} pictureAddress={pictureAddress} />);
}

describe("a rich text on a page", () => {
  it("leads from a footnote to its words and back, in texts that stand on one page", () => {
    const both = renderToStaticMarkup(
      <>
        <Rich text={richOf("あ[^一つ]い[^二つ]").rich} />
        <Rich text={richOf("う[^三つ]").rich} />
      </>,
    );
    const ids = [...both.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const targets = [...both.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(6); // two places for each of three notes
    expect(targets.toSorted()).toEqual(ids.toSorted());
    expect(both).toMatch(/※2<\/span><div>二つ/);
  });

  it("leads from words of the glossary to their explanation, from the longest where words begin alike, and from no link", () => {
    const text = richOf("関係人口と[人口](https://example.jp)（C++）").rich;
    const terms = ["人口", "関係人口", "C++"].map((term, index) => ({ term, id: `term-${index + 1}` }));
    const html = renderToStaticMarkup(<Rich text={text} terms={terms} />);
    expect([...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g)].map(([, href, words]) => [href, words])).toEqual([
      ["#term-2", "関係人口"],
      ["https://example.jp", "人口"],
      ["#term-3", "C++"],
    ]);
  });

  it("says what each heading of a table stands over, and its caption", () => {
    const table = shown("表：人口\n|= 区分 |= 令和2年 | < |\n| ^ |= 人口 |= 世帯 |\n|= 市 | 1 | 2 |");
    expect(table).toContain("<caption>人口</caption>");
    expect(table).toMatch(
      /<thead><tr><th scope="col" rowSpan="2"><p>区分<\/p><\/th><th scope="colgroup" colSpan="2">/i,
    );
    expect(table).toMatch(/<tbody><tr><th scope="row"><p>市/);
  });

  it("signs items as official documents do, and shows readings, references and pictures", () => {
    expect(
      shown("第1 総則\n　1. 目的\n　　1. 細目")
        .replaceAll(/<[^>]+>/g, " ")
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(["第1", "総則", "1", "目的", "(1)", "細目"]);
    expect(shown("**｜千曲《ちくま》**市")).toContain(
      "<ruby><strong>千曲</strong><rp>（</rp><rt>ちくま</rt><rp>）</rp></ruby>市",
    );
    expect(shown("{{count:measures|60件}}です")).toContain('<span class="reference">60件</span>です');
    const figure = '![線](018f0000-0000-7000-8000-000000000000 "人口")';
    expect(shown(figure, (file) => `/pictures/${file}`)).toContain(
      '<figure><img src="/pictures/018f0000-0000-7000-8000-000000000000" alt="線" loading="lazy"/><figcaption>人口',
    );
    expect(shown(figure)).toContain("<figure><p>線</p>");
  });
});
