import { expect, it } from "vitest";
import { isClosedDay, isHoliday, nextOpenDay } from "./closed-days.ts";

it("knows the holidays of 2026 as the Cabinet Office announced them", () => {
  // 内閣府「国民の祝日について」令和8年: 5/6 is in lieu of 5/3 (a Sunday), 9/22 stands between 9/21 and 9/23
  const announced =
    "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23";
  const days = Array.from({ length: 365 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  );
  expect(
    days
      .filter(isHoliday)
      .map((day) => day.slice(5))
      .join(" "),
  ).toBe(announced);
});

it("has offices closed on weekends, holidays and around the new year, and open on the day after", () => {
  expect(isClosedDay("2026-11-30")).toBe(false); // a Monday
  expect(isClosedDay("2026-11-28")).toBe(true); // a Saturday
  expect(nextOpenDay("2026-12-29")).toBe("2027-01-04"); // 1/1 to 1/3 closed; 1/4 is a Monday
  expect(nextOpenDay("2026-05-02")).toBe("2026-05-07"); // Saturday, Sunday 5/3, 5/4, 5/5, and 5/6 in lieu
});
