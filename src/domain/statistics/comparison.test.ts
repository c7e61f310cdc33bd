import { describe, expect, it } from "vitest";
import { array, assert, integer, property } from "fast-check";
import { comparisonOf, courseOf, medianDecimals, medianOf, placeOf } from "./comparison.ts";
import type { StatisticValue } from "./item.ts";

const at = (code: string, value: number | null, year = 2021): StatisticValue => ({
  code,
  year,
  value,
  absence: value === null ? "notApplicable" : null,
});

describe("a comparison of municipalities", () => {
  const values = [at("a", 0.52), at("b", 0.6), at("c", 0.52), at("d", null), at("e", 0.2)];

  it("ranks the largest first and lets equal values share the rank", () => {
    // 0.60, 0.52, 0.52, 0.20: ranks 1, 2, 2, 4.
    expect(comparisonOf(values, "up").ranked.map(({ code, rank }) => `${code}${rank}`)).toEqual([
      "b1",
      "a2",
      "c2",
      "e4",
    ]);
    expect(comparisonOf(values, null).ranked[0]).toMatchObject({ code: "b", rank: 1 });
  });

  it("ranks the smallest first where less is better", () => {
    expect(comparisonOf(values, "down").ranked.map(({ code, rank }) => `${code}${rank}`)).toEqual([
      "e1",
      "a2",
      "c2",
      "b4",
    ]);
  });

  it("leaves 「－」 out of ranks and median and says how many there are", () => {
    const comparison = comparisonOf(values, "up");
    // Middle ones of 0.20, 0.52, 0.52, 0.60: (0.52 + 0.52) / 2.
    expect(comparison.median).toBe(0.52);
    expect(comparison.absent).toEqual([{ code: "d", absence: "notApplicable" }]);
    expect(placeOf(comparison, "a")).toEqual({ rank: 2, of: 4, absent: 1 });
    expect(placeOf(comparison, "d")).toBeUndefined();
  });

  it("never counts 「－」 as 0 and counts 0", () => {
    expect(comparisonOf([at("a", 0), at("b", null), at("c", 3)], "down").ranked.map(({ rank }) => rank)).toEqual([
      1, 2,
    ]);
    expect(comparisonOf([at("a", null)], "up")).toEqual({
      ranked: [],
      absent: [{ code: "a", absence: "notApplicable" }],
      median: null,
    });
  });

  it("takes the middle value, or the mean of the two middle ones, as the median", () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNull();
    expect([medianDecimals(2.5, 0), medianDecimals(2, 0), medianDecimals(0.525, 2), medianDecimals(89.1, 1)]).toEqual([
      1, 0, 3, 1,
    ]);
  });

  it("gives each as rank one more than the number of those better (any values)", () => {
    const list = array(integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    assert(
      property(list, (numbers) => {
        const { ranked } = comparisonOf(
          numbers.map((value, index) => at(String(index).padStart(2, "0"), value)),
          "up",
        );
        for (const { value, rank } of ranked) expect(rank).toBe(1 + numbers.filter((other) => other > value).length);
      }),
    );
  });

  it("compares each year with those who stood in that year", () => {
    const course = courseOf([at("a", 1, 2008), at("b", 2, 2008), at("a", 3, 2009), at("c", null, 2010)], {
      code: "a",
      direction: "up",
    });
    expect(course.map(({ year, place, members }) => ({ year, place, members }))).toEqual([
      { year: 2008, place: { rank: 2, of: 2, absent: 0 }, members: 2 },
      { year: 2009, place: { rank: 1, of: 1, absent: 0 }, members: 1 },
      { year: 2010, place: undefined, members: 1 },
    ]);
    expect(course[2]?.own).toBeUndefined();
  });
});
