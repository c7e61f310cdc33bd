import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainment, paceOf, type Reading } from "./attainment.ts";
import { methodFault, methodKeys, methods, suggestedMethod, type Aim, type Method } from "./methods.ts";

const nothing: Reading = {
  direction: "up",
  baseline: null,
  target: null,
  upperTarget: null,
  trend: null,
  actual: null,
  decimals: 0,
  elapsedYears: null,
  planYears: null,
  tolerance: 0,
  sinceStart: [],
};

function rateOf(method: Method, reading: Partial<Reading>): number | null | string {
  const judged = attainment(method, { ...nothing, ...reading });
  return judged.kind === "known" ? judged.rate : judged.reason;
}

function metBy(method: Method, reading: Partial<Reading>): boolean | string {
  const judged = attainment(method, { ...nothing, ...reading });
  return judged.kind === "known" ? judged.isMet : judged.reason;
}

function bandAt(actual: number): string | null {
  const judged = attainment("band", { ...nothing, baseline: 50, target: 60, actual });
  return judged.kind === "known" ? judged.band : judged.reason;
}

describe("the values that the methods are known by", () => {
  it("M1 and M3 of 40 → 60 at 52", () => {
    const reading = { baseline: 40, target: 60, actual: 52 };
    expect(rateOf("ratio", reading)).toBeCloseTo(86.667, 3); // 52 / 60
    expect(rateOf("fromBaseline", reading)).toBe(60); // 12 / 20
  });

  it("M2, M2′ and M3 of 30 → 20 at 24, where less is better", () => {
    const reading = { direction: "down", baseline: 30, target: 20, actual: 24 } as const;
    expect(rateOf("inverseRatio", reading)).toBeCloseTo(83.333, 3); // 20 / 24
    expect(rateOf("mirroredRatio", reading)).toBeCloseTo(80, 10); // 2 − 1.2
    expect(rateOf("fromBaseline", reading)).toBe(60); // −6 / −10
  });

  it("M3 below zero when it went the wrong way: 30 → 20 at 33", () => {
    expect(rateOf("fromBaseline", { direction: "down", baseline: 30, target: 20, actual: 33 })).toBe(-30); // 3 / −10
  });

  it("M1 hides a standstill that M3 shows: 95 → 100 at 95", () => {
    const reading = { baseline: 95, target: 100, actual: 95 };
    expect(rateOf("ratio", reading)).toBe(95);
    expect(rateOf("fromBaseline", reading)).toBe(0);
  });

  it("M4: 24 of the way after 2 of 5 years is 60 % of what was due", () => {
    // 40 → 60 at 44.8: 24 % of the way, 40 % due: 0.24 / 0.40
    const reading = { baseline: 40, target: 60, actual: 44.8, elapsedYears: 2, planYears: 5 };
    expect(rateOf("pace", reading)).toBeCloseTo(60, 10);
    expect(metBy("pace", { ...reading, actual: 48 })).toBe(true); // 8 / 20 = 40 %
    expect(metBy("pace", { ...reading, actual: 47.9 })).toBe(false);
  });

  it("M4 speaks 多摩市's words", () => {
    expect(paceOf({ isMet: true, rate: 100 })).toBe("steady");
    expect(paceOf({ isMet: false, rate: 99.99 })).toBe("roughly");
    expect(paceOf({ isMet: false, rate: 60 })).toBe("roughly");
    expect(paceOf({ isMet: false, rate: 59.9 })).toBe("behind");
  });

  it("M4 asks for no more than the whole way once the plan is over", () => {
    expect(rateOf("pace", { baseline: 0, target: 10, actual: 10, elapsedYears: 7, planYears: 5 })).toBe(100);
  });

  it("M5: at the target, on its better side, or within what was allowed", () => {
    const kept = { direction: "maintain", baseline: 70, target: 70, tolerance: 3 } as const;
    expect(metBy("keeping", { ...kept, actual: 67 })).toBe(true); // survey ±3 points
    expect(metBy("keeping", { ...kept, actual: 66.9, decimals: 1 })).toBe(false);
    expect(metBy("keeping", { direction: "up", target: 70, actual: 90 })).toBe(true);
    expect(metBy("keeping", { direction: "down", target: 0, actual: 0 })).toBe(true);
  });

  it("M6: S, A, B, C around a baseline of 50 and a target of 60", () => {
    expect([60, 55.1, 55, 45, 44.9].map(bandAt)).toEqual(["S", "A", "B", "B", "C"]); // ±10 % of 50 is ±5
  });

  it("M7 adds up the years since the plan began", () => {
    expect(rateOf("cumulative", { target: 30, actual: 7, sinceStart: [5, 6, 7] })).toBe(60); // 18 / 30
    expect(metBy("cumulative", { target: 0.8, actual: 0.1, decimals: 1, sinceStart: [0.7, 0.1] })).toBe(true); // binary 0.7 + 0.1 < 0.8
  });

  it("M8 is met from the lower to the upper end, both included", () => {
    const aim = { direction: "range", target: 40, upperTarget: 60 } as const;
    expect([39.9, 40, 60, 60.1].map((actual) => metBy("range", { ...aim, actual }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("M9 knows three stages and refuses other numbers", () => {
    expect([0, 50, 100].map((actual) => rateOf("event", { actual }))).toEqual([0, 50, 100]);
    expect(rateOf("event", { actual: 70 })).toBe("notAStage");
  });

  it("M10: a population of 57,000 where 50,000 was the trend and 55,000 the target is 140 % held back", () => {
    const aim = { baseline: 58_852, target: 55_000, trend: 50_000 };
    expect(rateOf("restraint", { ...aim, actual: 57_000 })).toBe(140); // 7,000 / 5,000
    expect(metBy("restraint", { ...aim, actual: 57_000 })).toBe(true);
    expect(rateOf("restraint", { ...aim, actual: 54_000 })).toBe(80); // 4,000 / 5,000
    expect(metBy("restraint", { ...aim, actual: 54_000 })).toBe(false);
  });
});

describe("what is refused rather than told wrongly", () => {
  const population: Aim = { direction: "up", baseline: 58_852, target: 55_000, upperTarget: null, trend: null };

  it("M3 and M4 are refused for a target that holds a fall back", () => {
    expect(methodFault("fromBaseline", population)).toBe("wrongSideOfBaseline");
    expect(methodFault("pace", population)).toBe("wrongSideOfBaseline");
    expect(rateOf("fromBaseline", { ...population, actual: 54_000 })).toBe("wrongSideOfBaseline");
    expect(suggestedMethod(population)).toBe("restraint");
  });

  it("M10 asks for the trend", () => {
    expect(methodFault("restraint", population)).toBe("needsTrend");
    expect(methodFault("restraint", { ...population, trend: 55_000 })).toBe("trendIsTarget");
  });

  it("a target of 0 has no ratio; M3 tells the way to it, M5 whether it is reached", () => {
    const waiting = { direction: "down", baseline: 12, target: 0, actual: 3 } as const;
    expect(rateOf("inverseRatio", waiting)).toBe("zeroTarget");
    expect(rateOf("mirroredRatio", waiting)).toBe("zeroTarget");
    expect(rateOf("fromBaseline", waiting)).toBe(75); // −9 / −12
    expect(metBy("fromBaseline", { ...waiting, actual: 0 })).toBe(true);
    expect(metBy("keeping", waiting)).toBe(false);
  });

  it("M2 at an actual of 0 has no rate", () => {
    expect(rateOf("inverseRatio", { direction: "down", target: 5, actual: 0 })).toBe("zeroActual");
  });

  it("a target equal to the baseline is for M5", () => {
    expect(methodFault("fromBaseline", { ...population, target: 58_852 })).toBe("targetIsBaseline");
    expect(suggestedMethod({ ...population, target: 58_852 })).toBe("keeping");
  });

  it("a method of the other direction is refused", () => {
    expect(rateOf("ratio", { direction: "down", baseline: 30, target: 20, actual: 24 })).toBe("directionMismatch");
    expect(rateOf("inverseRatio", { baseline: 40, target: 60, actual: 52 })).toBe("directionMismatch");
  });

  it("「−」 is not 0: an actual, target or baseline that is not there gives no rate", () => {
    expect(rateOf("ratio", { target: 60 })).toBe("noActual");
    expect(rateOf("ratio", { actual: 52 })).toBe("noTarget");
    expect(rateOf("fromBaseline", { target: 60, actual: 52 })).toBe("noBaseline");
    expect(rateOf("pace", { baseline: 40, target: 60, actual: 52 })).toBe("noYears");
  });
});

describe("met is a matter of raw values", () => {
  it("99.96 % prints as 100.0 % and is not met", () => {
    const reading = { target: 10_000, actual: 9_996 };
    expect((rateOf("ratio", reading) as number).toFixed(1)).toBe("100.0"); // the rate of a known attainment
    expect(metBy("ratio", reading)).toBe(false);
  });

  it("every method that gives a rate gives a finite one, and says met only where the raw value is", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...methodKeys),
        fc.record({ baseline: value, target: value, actual: value, trend: value }),
        fc.constantFrom("up" as const, "down" as const),
        (method, numbers, direction) => {
          const judged = attainment(method, { ...nothing, ...numbers, direction, elapsedYears: 2, planYears: 5 });
          if (judged.kind === "unknown") return;
          if (judged.rate !== null) expect(Number.isFinite(judged.rate)).toBe(true);
          const usesRawActual = !["event", "pace", "cumulative"].includes(method);
          const { actual, target } = numbers;
          if (usesRawActual && judged.isMet)
            expect(direction === "up" ? actual >= target : actual <= target).toBe(true);
        },
      ),
    );
  });

  it("M3 and M4 agree that the whole way at the end is 100 %", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), (baseline, way) => {
        const reading = { baseline, target: baseline + way, actual: baseline + way, elapsedYears: 5, planYears: 5 };
        expect(rateOf("fromBaseline", reading)).toBe(100);
        expect(rateOf("pace", reading)).toBe(100);
      }),
    );
  });
});

it("every method says its number, name, formula and the directions it fits", () => {
  expect(methodKeys.map((key) => methods[key].number)).toEqual([
    "M1",
    "M2",
    "M2′",
    "M3",
    "M4",
    "M5",
    "M6",
    "M7",
    "M8",
    "M9",
    "M10",
  ]);
});
