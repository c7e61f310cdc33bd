import { emptyRegisterEntry } from "./indicators/register.ts";
import { describe, expect, it } from "vitest";
import type { IndicatorSnapshot } from "./snapshot.ts";
import { progressOf } from "./progress.ts";

type Actual = number | "notSurveyed" | "notReleased" | "counting";

/** An indicator from its baseline of 2021 to its target of 2026. */
function indicator(
  direction: IndicatorSnapshot["direction"],
  {
    baseline,
    target,
    actuals,
  }: { baseline: number | null; target: number | readonly [number, number] | string; actuals: Record<number, Actual> },
): IndicatorSnapshot {
  const [lower, upper] = typeof target === "object" ? target : [target, null];
  return {
    id: "00000000-0000-7000-8000-000000000001",
    code: "1",
    name: "指標",
    unit: "％",
    decimals: 1,
    direction,
    accumulation: "singleYear",
    description: "",
    source: "",
    division: "",
    ...emptyRegisterEntry,
    targetSets: [],
    baseline: { year: 2021, value: baseline, words: "" },
    targets: [
      {
        year: 2026,
        value: typeof lower === "number" ? lower : null,
        upperValue: upper,
        words: typeof lower === "string" ? lower : "",
      },
    ],
    actuals: Object.entries(actuals).map(([year, actual]) => ({
      year: Number(year),
      value: typeof actual === "number" ? actual : null,
      absence: typeof actual === "number" ? null : actual,
      note: "",
      numerator: null,
      denominator: null,
    })),
  };
}

describe("where an indicator stands", () => {
  it("measures the way from the baseline to the target when more is better", () => {
    // b=40, t=60, a=52: (52 − 40) / (60 − 40) = 0.6
    expect(progressOf(indicator("up", { baseline: 40, target: 60, actuals: { 2024: 52 } }))).toEqual({
      kind: "nearer",
      year: 2024,
      value: 52,
      share: 0.6,
    });
  });

  it("measures the same way when less is better, below zero when it grew worse", () => {
    // b=30, t=20: a=24 gives (24 − 30) / (20 − 30) = 0.6, a=33 gives −0.3
    expect(progressOf(indicator("down", { baseline: 30, target: 20, actuals: { 2024: 24 } }))).toMatchObject({
      kind: "nearer",
      share: 0.6,
    });
    expect(progressOf(indicator("down", { baseline: 30, target: 20, actuals: { 2024: 33 } }))).toMatchObject({
      kind: "farther",
      share: -0.3,
    });
  });

  it("calls a target met on raw values, not on rounded ones", () => {
    expect(progressOf(indicator("up", { baseline: 40, target: 60, actuals: { 2024: 60 } })).kind).toBe("reached");
    expect(progressOf(indicator("up", { baseline: 40, target: 60, actuals: { 2024: 59.96 } })).kind).toBe("nearer");
  });

  it("calls no falling population progress: 58,852 held to 55,000 or more is met or not, without a share", () => {
    expect(progressOf(indicator("up", { baseline: 58_852, target: 55_000, actuals: { 2024: 57_000 } }))).toMatchObject({
      kind: "reached",
      share: null,
    });
    expect(progressOf(indicator("up", { baseline: 58_852, target: 55_000, actuals: { 2024: 54_000 } }))).toEqual({
      kind: "short",
      year: 2024,
      value: 54_000,
    });
  });

  it("takes the latest actual and passes over 「−」", () => {
    const some = indicator("up", { baseline: 40, target: 60, actuals: { 2022: 44, 2023: 50, 2024: "counting" } });
    expect(progressOf(some)).toMatchObject({ kind: "nearer", year: 2023, share: 0.5 });
  });

  it("tells nothing before there is an actual later than the baseline", () => {
    const before = indicator("up", { baseline: 40, target: 60, actuals: { 2019: 38, 2021: 40, 2022: "notSurveyed" } });
    expect(progressOf(before)).toEqual({ kind: "unknown", reason: "noActual" });
  });

  it("does not judge a target in words", () => {
    expect(progressOf(indicator("up", { baseline: 0, target: "5年間で3人", actuals: { 2024: 1 } }))).toEqual({
      kind: "unknown",
      reason: "noTarget",
    });
  });

  it("judges a range by its ends and gives no share of it", () => {
    expect(progressOf(indicator("range", { baseline: 90, target: [95, 105], actuals: { 2024: 105 } }))).toMatchObject({
      kind: "reached",
      share: null,
    });
    expect(progressOf(indicator("range", { baseline: 90, target: [95, 105], actuals: { 2024: 105.1 } })).kind).toBe(
      "short",
    );
  });

  it("calls a level to keep met when it is kept exactly, and otherwise does not guess which side is better", () => {
    expect(progressOf(indicator("maintain", { baseline: 100, target: 100, actuals: { 2024: 100 } })).kind).toBe(
      "reached",
    );
    expect(progressOf(indicator("maintain", { baseline: 90, target: 90, actuals: { 2024: 92 } }))).toEqual({
      kind: "unknown",
      reason: "noSide",
    });
  });

  it("finds the baseline unmoved, and a target without a baseline only met or short", () => {
    expect(progressOf(indicator("up", { baseline: 40, target: 60, actuals: { 2024: 40 } }))).toMatchObject({
      kind: "unmoved",
      share: 0,
    });
    expect(progressOf(indicator("up", { baseline: null, target: 60, actuals: { 2024: 50 } })).kind).toBe("short");
    expect(progressOf(indicator("down", { baseline: 4, target: 0, actuals: { 2024: 0 } }))).toMatchObject({
      kind: "reached",
      share: 1,
    });
  });
});
