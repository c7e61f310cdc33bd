import { expect, it } from "vitest";
import { addDays, addMinutes, addYears, holdsOn, isDay } from "./day.ts";

it("knows the days that exist", () => {
  expect(["2028-02-29", "2027-02-29", "2027-2-1", "令和9年", "2027-13-01"].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it("counts days over the ends of months, years and leap days", () => {
  expect(addDays("2027-03-31", 1)).toBe("2027-04-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(addYears("2026-04-01", 1)).toBe("2027-04-01");
  expect(addYears("2028-02-29", 1)).toBe("2029-03-01");
});

it("counts both ends of a span, and an open end for ever", () => {
  const span = { fromOn: "2026-04-01", untilOn: "2027-03-31" };
  expect(["2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"].map((day) => holdsOn(span, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn({ fromOn: "2026-04-01", untilOn: null }, "2099-01-01")).toBe(true);
});

it("adds minutes to a moment", () => {
  expect(addMinutes(new Date("2026-11-22T00:50:00Z"), 15).toISOString()).toBe("2026-11-22T01:05:00.000Z");
});
