import { describe, expect, it } from "vitest";
import { figure } from "#kernel/figures.ts";
import { isDrawable, pointsOf, scaleOf, unbrokenRuns, type Series } from "./yearly-series.ts";

const frame = { left: 0, right: 100, top: 0, bottom: 100 };

function series(changes: Partial<Series>): Series {
  return {
    title: "指標",
    unit: "％",
    decimals: 1,
    form: "line",
    baseline: undefined,
    actuals: [],
    targets: [],
    period: { startYear: 2027, endYear: 2031 },
    ...changes,
  };
}

const at = (...pairs: [number, number | null][]) => pairs.map(([year, value]) => ({ year, value }));

describe("a series of yearly values", () => {
  it("breaks its line at 「−」 and not at years that nobody meant to measure", () => {
    const measured = series({ actuals: at([2020, 1], [2022, 2], [2023, null], [2024, 3]) });
    expect(unbrokenRuns(measured).map((run) => run.map(({ year }) => year))).toEqual([[2020, 2022], [2024]]);
  });

  it("never draws 「−」 as zero", () => {
    const { floor } = scaleOf(series({ actuals: at([2022, 80], [2023, null], [2024, 82]) }), frame);
    expect(floor).toBeGreaterThan(70);
  });

  it("stands bars on zero and gives lines the height they need", () => {
    const values = { actuals: at([2022, 80], [2024, 90]), targets: [{ year: 2026, value: 100, upper: null }] };
    expect(scaleOf(series({ ...values, form: "bars" }), frame).y(0)).toBe(100);
    expect(scaleOf(series(values), frame).y(0)).toBeGreaterThan(100);
  });

  it("counts the baseline as a measured value where its year has no other", () => {
    const baseline = { year: 2021, value: 40 };
    expect(pointsOf(series({ baseline, actuals: at([2022, 41]) }))).toEqual([baseline, { year: 2022, value: 41 }]);
    expect(pointsOf(series({ baseline, actuals: at([2021, 40.4]) }))).toEqual([{ year: 2021, value: 40.4 }]);
  });

  it("has room for the upper end of a range", () => {
    const scale = scaleOf(
      series({ actuals: at([2022, 24], [2023, 25]), targets: [{ year: 2026, value: 20, upper: 60 }] }),
      frame,
    );
    expect(scale.y(60)).toBeGreaterThanOrEqual(0);
  });

  it("is no picture with fewer than two numbers or nothing measured", () => {
    expect(isDrawable(series({ actuals: at([2022, 1]) }))).toBe(false);
    expect(isDrawable(series({ actuals: at([2022, null]), targets: [{ year: 2026, value: 1, upper: null }] }))).toBe(
      false,
    );
    expect(isDrawable(series({ actuals: at([2022, 1]), targets: [{ year: 2026, value: 2, upper: null }] }))).toBe(true);
  });

  it("draws a single year and equal values without dividing by zero", () => {
    const scale = scaleOf(series({ actuals: at([2022, 5], [2023, 5]) }), frame);
    expect(Number.isFinite(scale.y(5))).toBe(true);
    expect(scaleOf(series({ actuals: at([2022, 0]) }), frame).x(2022)).toBe(0);
  });
});

describe("figures", () => {
  it("have the indicator's decimals and separators", () => {
    expect([figure(2050, 0), figure(81.3, 1), figure(100, 1)]).toEqual(["2,050", "81.3", "100.0"]);
  });

  it("write minus as 「−」, and no minus before zero", () => {
    expect([figure(-3.25, 1), figure(-0.04, 1)]).toEqual(["−3.3", "0.0"]);
  });
});
