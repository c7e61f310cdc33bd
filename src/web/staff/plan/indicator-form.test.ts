import { describe, expect, it } from "vitest";
import { readIndicator, wordsOfIndicator, yearsFor } from "./indicator-form.ts";

const words = {
  name: "防災訓練に参加した人",
  decimals: "１",
  direction: "up",
  accumulation: "singleYear",
  baselineYear: "2025",
  baselineValue: "△１，２３４．５",
  "target-2027": "１２．５",
  "target-2028": "年1回",
  "target-2029": "95〜105",
  "actual-2027": "−",
  "absence-2027": "counting",
  "actual-2028": "未調査",
  "actual-2029": "0",
};
const years = [2027, 2028, 2029, 2030, 2031];

const entered = { note: "", state: "draft", numerator: null, denominator: null } as const;

describe("the form of an indicator", () => {
  it("understands full-width digits, 「△」, ranges, words and 「−」", () => {
    const { content, faults } = readIndicator(words, years);
    expect(faults).toEqual({});
    expect([content.decimals, content.baseline.value]).toEqual([1, -1234.5]);
    expect(content.targets).toEqual([
      { year: 2027, value: 12.5, upperValue: null, words: "" },
      { year: 2028, value: null, upperValue: null, words: "年1回" },
      { year: 2029, value: 95, upperValue: 105, words: "" },
    ]);
    expect(content.actuals).toEqual([
      { year: 2027, value: null, absence: "counting", ...entered },
      { year: 2028, value: null, absence: "notSurveyed", ...entered },
      { year: 2029, value: 0, absence: null, ...entered },
    ]);
  });

  it("asks for the reason of a 「−」, and for a number where there are words", () => {
    const { faults } = readIndicator({ ...words, "absence-2027": "", "actual-2029": "約5" }, years);
    expect(faults).toEqual({
      "actual-2027": "令和9年度の実績値が「−」の理由（未調査・未公表・集計中）を選んでください。",
      "actual-2029": "令和11年度の実績値は、数か「−」で入力してください。",
    });
  });

  it("gives back what it was given", () => {
    const { content } = readIndicator(words, years);
    const stored = {
      ...content,
      id: "a",
      seriesId: "a",
      planId: "b",
      nodeId: "c",
      position: 0,
      version: 1,
      updatedAt: new Date(0),
    };
    expect(readIndicator(wordsOfIndicator(stored), years).content).toEqual(content);
  });

  it("has a row for every year of the plan, the year before it, and every year that has a value", () => {
    const { content } = readIndicator({ ...words, baselineYear: "2024" }, years);
    expect(yearsFor({ startYear: 2027, endYear: 2031 })).toEqual([2026, ...years]);
    expect(yearsFor({ startYear: 2027, endYear: 2031 }, content)[0]).toBe(2024);
  });
});
