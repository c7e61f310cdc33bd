import { describe, expect, it } from "vitest";
import { judgementIn, judgements, type Judged } from "./judgement.ts";
import { attainmentText, metText, working } from "./working.ts";

const rising: Judged = {
  method: "ratio",
  direction: "up",
  accumulation: "singleYear",
  decimals: 0,
  unit: "％",
  trend: null,
  tolerance: 0,
  baseline: { year: 2025, value: 40 },
  targets: [
    { year: 2028, value: 50, upperValue: null },
    { year: 2031, value: 60, upperValue: null },
  ],
  actuals: [{ year: 2027, value: 52 }],
};

function told(indicator: Judged, year = 2027): string | undefined {
  const judgement = judgementIn(indicator, { year, startYear: 2027 });
  return judgement && working(judgement);
}

describe("the number of a year can be asked where it comes from", () => {
  it("M1 with its numbers, and M3 beside it: 52 of 60, and 12 of the 20 to go", () => {
    const judgement = judgementIn(rising, { year: 2027, startYear: 2027 });
    expect(told(rising)).toBe("52 ÷ 60 × 100 ＝ 86.7％");
    expect(judgement?.targetYear).toBe(2031);
    expect(judgement?.progress && attainmentText(judgement.progress)).toBe("60.0％");
  });

  it("M3 needs no second number beside it, and is silent where it would mislead", () => {
    expect(judgementIn({ ...rising, method: "fromBaseline" }, { year: 2027, startYear: 2027 })?.progress).toBeNull();
    const held = { ...rising, baseline: { year: 2025, value: 70 } }; // 70 → 60 although more is better
    expect(judgementIn(held, { year: 2027, startYear: 2027 })?.progress).toBeNull();
  });

  it("M4 after two of six years: (52 − 40) ÷ 20 is 60 %, 33.3 % was due, so 180 %", () => {
    expect(told({ ...rising, method: "pace" })).toBe("（52 − 40）÷（60 − 40）÷（2年 ÷ 6年）× 100 ＝ 180.0％");
  });

  it("M7 adds up the plan's years; a value that is a sum already is not added again", () => {
    const years = { actuals: [2026, 2027, 2028].map((year) => ({ year, value: 10 })) };
    expect(told({ ...rising, ...years, method: "cumulative" }, 2028)).toBe("（10＋10）÷ 60 × 100 ＝ 33.3％");
    expect(told({ ...rising, ...years, method: "cumulative", accumulation: "cumulative" }, 2028)).toBe(
      "（10）÷ 60 × 100 ＝ 16.7％",
    );
  });

  it("M10 with a value below zero in brackets", () => {
    const held = {
      ...rising,
      method: "restraint",
      trend: -20,
      targets: [{ year: 2031, value: -10, upperValue: null }],
    };
    expect(told({ ...held, method: "restraint", actuals: [{ year: 2027, value: -12 }] })).toBe(
      "（（−12） − （−20））÷（（−10） − （−20））× 100 ＝ 80.0％",
    );
  });

  it("99.96 % prints as 100.0 % and is not met", () => {
    const near = { ...rising, decimals: 2, targets: [{ year: 2031, value: 100, upperValue: null }] };
    const judgement = judgementIn(
      { ...near, actuals: [{ year: 2027, value: 99.96 }] },
      { year: 2027, startYear: 2027 },
    );
    expect(judgement && [attainmentText(judgement.attainment), metText(judgement.attainment)]).toEqual([
      "100.0％",
      "未達成",
    ]);
  });

  it("「−」 stays 「−」, and nothing is judged before a method is chosen", () => {
    const unknown = { ...rising, actuals: [{ year: 2027, value: null }] };
    expect(judgements(unknown, 2027).map(({ attainment }) => attainmentText(attainment))).toEqual(["−"]);
    expect(judgements({ ...rising, method: null }, 2027)).toEqual([]);
  });

  it("only years after the baseline's are judged: before, there is nothing to tell", () => {
    const actuals = [2024, 2025, 2026].map((year) => ({ year, value: 45 }));
    expect(judgements({ ...rising, actuals }, 2027).map(({ year }) => year)).toEqual([2026]);
  });
});
