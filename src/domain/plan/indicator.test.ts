import { describe, expect, it } from "vitest";
import { readEntry } from "./indicator-entry.ts";
import {
  decimalsOf,
  emptyIndicatorContent,
  indicatorFaults,
  indicatorGaps,
  tidiedIndicator,
  type IndicatorContent,
} from "./indicator.ts";

const complete: IndicatorContent = {
  ...emptyIndicatorContent,
  method: "fromBaseline",
  updateMonth: 4,
  code: "1-1-1-①",
  name: "自主防災組織のある区の割合",
  unit: "％",
  decimals: 1,
  direction: "up",
  accumulation: "pointInTime",
  description: "組織のある区÷すべての区",
  source: "危機管理課調べ",
  divisionId: null,
  baseline: { year: 2025, value: 88.2, words: "" },
  targets: [{ year: 2031, value: 100, upperValue: null, words: "" }],
  actuals: [
    { year: 2026, value: 89.7, absence: null, note: "", state: "confirmed", numerator: null, denominator: null },
  ],
};

function faultsOf(change: Partial<IndicatorContent>): string[] {
  return Object.keys(indicatorFaults(tidiedIndicator({ ...complete, ...change }))?.fields ?? {});
}

function target(value: number | null, upperValue: number | null = null, words = "") {
  return { targets: [{ year: 2031, value, upperValue, words }] };
}

describe("an indicator may be saved", () => {
  it("when it has a name, and a baseline's value has its year", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ name: " " })).toEqual(["name"]);
    expect(faultsOf({ baseline: { year: null, value: 88.2, words: "" } })).toEqual(["baselineYear"]);
    expect(faultsOf({ baseline: { year: null, value: null, words: "新規のため未調査" } })).toEqual([]);
  });

  it("when its years lie where a plan can be, for pages hold a row for each year between", () => {
    expect(faultsOf({ baseline: { year: 1868, value: 1, words: "" } })).toEqual([]);
    expect(faultsOf({ baseline: { year: -1_000_000_000, value: 1, words: "" } })).toEqual(["baselineYear"]);
    expect(faultsOf({ baseline: { year: 20_255, value: 1, words: "" } })).toEqual(["baselineYear"]);
  });

  it("when no value is finer than its decimals", () => {
    expect([88.2, 100, 0.25, 1e-7, -3.5].map(decimalsOf)).toEqual([1, 0, 2, 7, 1]);
    expect(faultsOf(target(99.95))).toEqual(["target-2031"]);
    expect(
      faultsOf({
        actuals: [
          { year: 2026, value: 89.75, absence: null, note: "", state: "confirmed", numerator: null, denominator: null },
        ],
      }),
    ).toEqual(["actual-2026"]);
    expect(faultsOf({ decimals: 5 })).toEqual(["decimals"]);
  });

  it("when a range runs upwards and the direction is a range", () => {
    expect(faultsOf({ direction: "range", ...target(95, 105) })).toEqual([]);
    expect(faultsOf({ direction: "range", ...target(105, 95) })).toEqual(["target-2031"]);
    expect(faultsOf({ direction: "up", ...target(95, 105) })).toEqual(["target-2031"]);
  });

  it("with a target in words, which stay as they are", () => {
    expect(faultsOf(target(null, null, "5年間で3人"))).toEqual([]);
  });
});

describe("an indicator is told what it lacks", () => {
  it("unit, source, method, baseline with year, and a target", () => {
    expect(indicatorGaps(complete)).toEqual([]);
    const bare = {
      ...complete,
      unit: "",
      source: "",
      description: "",
      method: null,
      updateMonth: null,
      baseline: { year: null, value: null, words: "" },
      targets: [],
    };
    expect(indicatorGaps(bare)).toEqual([
      "unit",
      "source",
      "description",
      "baseline",
      "baselineYear",
      "target",
      "updateMonth",
      "method",
    ]);
  });

  it("a target equal to the baseline is for 維持 alone", () => {
    const same = { ...complete, ...target(88.2) };
    expect(indicatorGaps(same)).toEqual(["methodMisfit", "sameAsBaseline"]);
    expect(indicatorGaps({ ...same, direction: "maintain", method: "keeping" })).toEqual([]);
  });

  it("a target on the wrong side of the baseline is pointed out, not forbidden: 58,852 may be held to 55,000", () => {
    const population = {
      ...complete,
      decimals: 0,
      actuals: [],
      baseline: { year: 2020, value: 58_852, words: "" },
      ...target(55_000),
    };
    expect(indicatorGaps(population)).toEqual(["methodMisfit", "againstDirection"]); // M3 cannot tell it
    expect(indicatorGaps({ ...population, method: "restraint", trend: 50_000 })).toEqual([]);
    expect(indicatorFaults(population)).toBeUndefined();
  });
});

describe("a cell is read as its writer meant it", () => {
  it.each([
    ["１，２３４．５", { kind: "number", value: 1234.5 }],
    ["△3", { kind: "number", value: -3 }],
    ["0", { kind: "number", value: 0 }],
    ["", { kind: "empty" }],
    ["−", { kind: "absent", absence: null }],
    ["ー", { kind: "absent", absence: null }],
    ["未調査", { kind: "absent", absence: "notSurveyed" }],
    ["−（集計中）", { kind: "absent", absence: "counting" }],
    ["95〜105", { kind: "range", lower: 95, upper: 105 }],
    ["5年間で3人", { kind: "words", words: "5年間で3人" }],
    ["約5", { kind: "words", words: "約5" }],
  ] as const)("「%s」", (text, expected) => {
    expect(readEntry(text)).toEqual(expected);
  });
});
