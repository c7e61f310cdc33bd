import { describe, expect, it } from "vitest";
import { isDamaged, saidAge, saidDay, saidKind, saidWay, saidWish, saysNothing } from "./words.ts";

describe("what cells of a table of voices say", () => {
  it.each([
    ["30代", "30代"],
    ["３０歳代", "30代"],
    ["三十歳代", "30代"],
    ["30-39", "30代"],
    ["30～39歳", "30代"],
    ["35歳", "30代"],
    ["10歳未満", "10代以下"],
    ["10代", "10代以下"],
    ["80歳以上", "80歳以上"],
    ["九十代", "80歳以上"],
    ["無回答", ""],
    ["18～29歳", undefined], // spans two bands
    ["70歳以上", undefined], // 70代 and older
    ["若者", undefined],
  ])("age 「%s」 is %s", (text, band) => {
    expect(saidAge(text)).toBe(band);
  });

  it("days stand in any of the offices' forms, with or without a time", () => {
    const days = ["R8.11.20", "令和8年11月20日", "2026/11/20 9:05:33", "20261120"].map((text) => saidDay(text));
    expect(days).toEqual(["2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"]);
    expect([saidDay({ day: "2026-11-20", text: "R8.11.20" }), saidDay(null)]).toEqual(["2026-11-20", ""]);
    expect([saidDay("11月下旬"), saidDay("2026/2/30")]).toEqual([undefined, undefined]);
  });

  it("ways, kinds and wishes are read from the usual words, and nothing is guessed from others", () => {
    expect(["郵送", "ＦＡＸ", "Eメール", "窓口持参", "伝書鳩"].map(saidWay)).toEqual([
      "post",
      "fax",
      "mail",
      "counter",
      undefined,
    ]);
    expect(["市内在住", "在勤", "市外在住", "在住・在学"].map(saidKind)).toEqual([
      "市内に住む人",
      "市内で働く人",
      undefined,
      undefined,
    ]);
    expect(["○", "希望する", "×", "非公開", "どちらでも"].map(saidWish)).toEqual(["yes", "yes", "no", "no", undefined]);
  });

  it("answers that say nothing are told from short opinions", () => {
    const empty = ["特になし", "特にありません。", "なし", "－", "とくに無いです", "・", "N/A"];
    const opinions = ["温泉", "バスの本数がない", "なしの直売所を増やす", "特に道路", "もっとない知恵を出して"];
    expect(empty.map(saysNothing)).toEqual(empty.map(() => true));
    expect(opinions.map(saysNothing)).toEqual(opinions.map(() => false));
    expect([isDamaged("髙橋﨑①"), isDamaged("〓橋"), isDamaged("\uFFFD橋")]).toEqual([false, true, true]);
  });
});
