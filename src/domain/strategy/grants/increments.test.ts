import { describe, expect, it } from "vitest";
import { accumulated, incrementsOf, levelsOf } from "./increments.ts";

describe("A grant's KPI as increments and as absolute values", () => {
  const kpi = { base: 42, decimals: 0 };
  const increments = [
    { year: 2027, increment: 3 },
    { year: 2028, increment: 5 },
    { year: 2029, increment: 7 },
  ];

  it("begins at the value before and adds each year's increment", () => {
    // 42 + 3 = 45; 45 + 5 = 50; 50 + 7 = 57
    expect(levelsOf(kpi, increments).map(({ value }) => value)).toEqual([45, 50, 57]);
  });

  it("goes back from absolute values to the same increments", () => {
    // 45 − 42 = 3; 50 − 45 = 5; 57 − 50 = 7
    expect(incrementsOf(kpi, levelsOf(kpi, increments))).toEqual(increments);
  });

  it("may fall: increments below zero, and none at all", () => {
    // 120.5 − 4.5 = 116.0; 116.0 + 0 = 116.0; 116.0 − 6.0 = 110.0
    const falling = [-4.5, 0, -6].map((increment, index) => ({ year: 2027 + index, increment }));
    expect(levelsOf({ base: 120.5, decimals: 1 }, falling).map(({ value }) => value)).toEqual([116, 116, 110]);
  });

  it("keeps decimals exact: three times 0.1 over 0.0 is 0.3", () => {
    const steps = [0.1, 0.1, 0.1].map((increment, index) => ({ year: 2027 + index, increment }));
    expect(levelsOf({ base: 0, decimals: 1 }, steps).map(({ value }) => value)).toEqual([0.1, 0.2, 0.3]);
    expect(accumulated(steps, 1)).toBe(0.3);
  });

  it("knows nothing behind a year without an increment: 「−」 is not 0", () => {
    const steps = [
      { year: 2027, increment: 3 },
      { year: 2028, increment: null },
      { year: 2029, increment: 7 },
    ];
    expect(levelsOf(kpi, steps).map(({ value }) => value)).toEqual([45, null, null]);
    expect(accumulated(steps, 0)).toBeNull();
  });

  it("has the last absolute value at the value before plus all increments", () => {
    // 3 + 5 + 7 = 15; 42 + 15 = 57
    expect(accumulated(increments, 0)).toBe(15);
    expect(kpi.base + 15).toBe(levelsOf(kpi, increments).at(-1)?.value);
  });
});
