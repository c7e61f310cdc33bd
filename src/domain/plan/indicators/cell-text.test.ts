import { describe, expect, it } from "vitest";
import type { Actual } from "../indicator.ts";
import { actualText, readActualText, readTargetText, targetText } from "./cell-text.ts";
import { countingOf, valueCounted } from "./ratio.ts";
import { packedActuals, unpackedActuals } from "./seen-values.ts";

const actual = (change: Partial<Actual>): Actual => ({
  year: 2027,
  value: null,
  absence: null,
  note: "",
  state: "draft",
  numerator: null,
  denominator: null,
  ...change,
});

describe("the text of a cell", () => {
  it("reads back as the value it was written from", () => {
    const values = [actual({ value: 1234.5 }), actual({ value: -3 }), actual({ absence: "counting" }), null];
    expect(values.map((each) => actualText(each, 1))).toEqual(["1,234.5", "−3.0", "−（集計中）", ""]);
    for (const each of values) {
      const reading = readActualText(actualText(each, 1), each);
      const { year: _year, state: _state, ...entry } = each ?? actual({});
      expect(reading).toEqual({ ok: true, value: each && entry });
    }
  });

  it("is read as offices write: full width, △, a dash with its reason", () => {
    expect(readActualText("△１，２３４．５", null)).toMatchObject({ ok: true, value: { value: -1234.5 } });
    expect(readActualText("－（未調査）", null)).toMatchObject({ ok: true, value: { absence: "notSurveyed" } });
    expect(readActualText("未公表", null)).toMatchObject({ ok: true, value: { absence: "notReleased" } });
    expect(readActualText("　", null)).toEqual({ ok: true, value: null });
  });

  it("may have the indicator's own unit behind the number, as Excel copies it, and no other", () => {
    expect(readActualText("５５．５%", null, { unit: "％" })).toMatchObject({ ok: true, value: { value: 55.5 } });
    expect(readActualText("1,234 人", null, { unit: "人" })).toMatchObject({ ok: true, value: { value: 1234 } });
    expect(readActualText("3万", null, { unit: "万" })).toMatchObject({ ok: true, value: { value: 30_000 } });
    for (const [text, unit] of [
      ["55%", "人"],
      ["約40%", "％"],
      ["%", "％"],
    ] as const)
      expect(readActualText(text, null, { unit })).toMatchObject({ ok: false, fault: "words" });
    expect(readTargetText("92％", 2031, "％")).toMatchObject({ value: 92, words: "" });
    expect(readTargetText("95〜105％", 2031, "％")).toMatchObject({ value: 95, upperValue: 105 });
    expect(readTargetText("年1回", 2031, "回")).toMatchObject({ value: null, words: "年1回" });
  });

  it("keeps the note, and what a number was counted from only beside a number", () => {
    const stored = actual({ value: 13.5, note: "速報", numerator: 1_269, denominator: 9_402 });
    expect(readActualText("13.6", stored)).toMatchObject({ value: { note: "速報", numerator: 1_269 } });
    expect(readActualText("−（集計中）", stored)).toMatchObject({ value: { note: "速報", numerator: null } });
  });

  it("may be numerator and denominator, which make the value by the indicator's rule", () => {
    const percent = { unit: "％", counting: { scale: 100, decimals: 1 } };
    // 1,269 ÷ 9,402 × 100 = 13.497… → 13.5; 1 ÷ 8 × 100 = 12.5
    expect(readActualText("１，２６９／９，４０２", null, percent)).toEqual({
      ok: true,
      value: { value: 13.5, absence: null, note: "", numerator: 1_269, denominator: 9_402 },
    });
    expect(readActualText("1/8", actual({ value: 9, note: "速報" }), percent)).toMatchObject({
      value: { value: 12.5, note: "速報", numerator: 1 },
    });
    expect(readActualText("3/0", null, percent)).toMatchObject({
      ok: false,
      message: expect.stringContaining("分母が0"),
    });
    expect(readActualText("3/", null, percent)).toMatchObject({ ok: false, message: expect.stringContaining("両方") });
    for (const text of ["2026/4/1", "約3/8", "3/8"])
      expect(readActualText(text, null, text === "3/8" ? { unit: "％" } : percent)).toMatchObject({ fault: "words" });
  });

  it("asks why there is no value, unless that is already stored", () => {
    expect(readActualText("−", null)).toMatchObject({ ok: false, fault: "absence" });
    expect(readActualText("−", actual({ absence: "notReleased" }))).toMatchObject({
      value: { absence: "notReleased" },
    });
  });

  it("is no actual when it is words, a range or a year, and never 0", () => {
    for (const text of ["約5", "95〜105", "令和8年度", "調査なし", "#REF!"])
      expect(readActualText(text, null)).toMatchObject({ ok: false, fault: "words" });
  });

  it("may be words or a range where it is a target", () => {
    expect(readTargetText("９５〜１０５", 2031)).toEqual({ year: 2031, value: 95, upperValue: 105, words: "" });
    expect(readTargetText("年1回", 2031)).toEqual({ year: 2031, value: null, upperValue: null, words: "年1回" });
    expect(readTargetText("−", 2031)).toBeNull();
    expect(targetText(readTargetText("95〜105", 2031), 1)).toBe("95.0〜105.0");
  });
});

describe("the value that is counted", () => {
  const words = { unit: "％", decimals: 1, denominatorName: "", description: "" };

  it("is so many parts of one as its unit or its words say", () => {
    expect(countingOf(words).scale).toBe(100);
    expect(countingOf({ ...words, unit: "‰" }).scale).toBe(1_000);
    expect(countingOf({ ...words, unit: "人", description: "人口１０万人当たりの死亡数" }).scale).toBe(100_000);
    expect(countingOf({ ...words, unit: "件/千人", denominatorName: "人口（千人あたり）" }).scale).toBe(1_000);
    expect(countingOf({ ...words, unit: "冊", description: "市民1人当たり" }).scale).toBe(1);
    expect(countingOf({ ...words, unit: "人", description: "延べ人数" }).scale).toBe(1);
  });

  it("is rounded half up at its last digit, also where the machine's fraction lies just below", () => {
    // 201 ÷ 200 = 1.005 → 1.01; 2 ÷ 3 × 100 = 66.66… → 66.7; −1 ÷ 8 × 100 = −12.5 → −13 of whole ones
    expect(valueCounted(201, 200, { scale: 1, decimals: 2 })).toBe(1.01);
    expect(valueCounted(2, 3, { scale: 100, decimals: 1 })).toBe(66.7);
    expect(valueCounted(-1, 8, { scale: 100, decimals: 0 })).toBe(-13);
    expect(valueCounted(0, 8, { scale: 100, decimals: 1 })).toBe(0);
  });
});

describe("what was seen", () => {
  const years = [2026, 2027, 2028, 2029];
  const actuals = [
    actual({ value: 13.5, state: "confirmed" }),
    actual({ year: 2028, value: 0, note: "速報", numerator: 0, denominator: 9_402 }),
    actual({ year: 2029, absence: "counting" }),
  ];

  it("comes back whole, in few signs", () => {
    const text = packedActuals(years, actuals);
    expect(text).toBe('[0,[13.5,1],[0,0,"速報",0,9402],["counting"]]');
    expect(unpackedActuals(years, text)).toEqual([null, ...actuals]);
  });

  it("is nothing when the text is not one of ours", () => {
    for (const text of ["", "[0]", "[0,0,0,[]]", '[0,0,0,["何か"]]', "{}"])
      expect(unpackedActuals(years, text)).toBeUndefined();
  });
});
