import { assert, dictionary, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256, type Json } from "./canonical-json.ts";
import { stoppedClock } from "./clock.ts";
import { countOf } from "./counting.ts";
import { fiscalYearLabel, fiscalYearOf, fiscalYearShort } from "./fiscal-year.ts";
import { periodLabel, yearsOf } from "./period.ts";
import { plainText, richTextOf, richTextSchema } from "./rich-text.ts";
import { dateWithBoth, spanWithBoth, warekiDate } from "./wareki.ts";

describe("Japanese calendar", () => {
  it("changes era on the first day of 令和 and writes its first year as 元年", () => {
    expect(warekiDate("2019-04-30")).toBe("平成31年4月30日");
    expect(warekiDate("2019-05-01")).toBe("令和元年5月1日");
    expect(dateWithBoth("2026-04-01")).toBe("令和8年4月1日（2026年）");
    expect(spanWithBoth("2026-04-01", "2026-05-10")).toBe("令和8年4月1日（2026年）から5月10日まで");
    expect(spanWithBoth("2019-04-10", "2019-05-10")).toBe("平成31年4月10日（2019年）から令和元年5月10日（2019年）まで");
  });

  it("counts January to March to the fiscal year before", () => {
    expect(fiscalYearOf("2026-03-31")).toBe(2025);
    expect(fiscalYearOf("2026-04-01")).toBe(2026);
  });

  it("calls fiscal 2019 令和元年度 and 2018 平成30年度", () => {
    expect([fiscalYearLabel(2019), fiscalYearLabel(2018), fiscalYearLabel(2027)]).toEqual([
      "令和元年度",
      "平成30年度",
      "令和9年度",
    ]);
    expect([fiscalYearShort(2019), fiscalYearShort(2018), fiscalYearShort(2027)]).toEqual(["R1", "H30", "R9"]);
    expect(periodLabel({ startYear: 2027, endYear: 2031 })).toBe("令和9年度〜令和13年度（2027〜2031年度）");
    expect(yearsOf({ startYear: 2027, endYear: 2029 })).toEqual([2027, 2028, 2029]);
  });

  it("knows the day in Tokyo when it is still yesterday in Greenwich", () => {
    expect(stoppedClock("2026-03-31T15:30:00Z").today()).toBe("2026-04-01");
  });
});

describe("canonical JSON", () => {
  it("prints the example of RFC 8785 §3.2.2 with sorted keys and ECMAScript numbers", () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("does not depend on the order in which keys were written", () => {
    assert(
      property(dictionary(string(), jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed());
        expect(sha256(canonicalJson(turned as Json))).toBe(sha256(canonicalJson(record as Json))); // jsonValue makes JSON only
      }),
    );
  });
});

describe("a count in a sentence", () => {
  it("is read with 「つ」 up to nine", () => {
    expect([1, 9, 10, 49].map((count) => countOf(count, "施策"))).toEqual([
      "1つの施策",
      "9つの施策",
      "10の施策",
      "49の施策",
    ]);
  });
});

describe("rich text", () => {
  it("makes paragraphs and lists of plain lines and reads back the same lines", () => {
    const plain = "はじめに\n・ひとつ\n・ふたつ\nおわり";
    expect(plainText(richTextOf(plain))).toBe(plain);
    expect(richTextOf(plain).content.map((block) => block.type)).toEqual(["paragraph", "bulletList", "paragraph"]);
  });

  it("refuses script addresses and unknown nodes", () => {
    expect(richTextSchema.safeParse(linkTo("https://city.example")).success).toBe(true);
    expect(richTextSchema.safeParse(linkTo("javascript:alert(1)")).success).toBe(false);
    expect(richTextSchema.safeParse({ type: "doc", content: [{ type: "image" }] }).success).toBe(false);
  });
});

function linkTo(href: string) {
  const marks = [{ type: "link", attrs: { href } }];
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks }] }] };
}
