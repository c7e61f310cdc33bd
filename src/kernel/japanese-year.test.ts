import { describe, expect, it } from "vitest";
import { findYear, parseFiscalYear } from "./japanese-year.ts";

describe("fiscal years as offices write them", () => {
  it.each([
    ["R6", 2024],
    ["Ｒ６", 2024],
    ["r6", 2024],
    ["令和６年度", 2024],
    ["令和6年", 2024],
    ["令6", 2024],
    ["R.6", 2024],
    ["R6年度末", 2024],
    ["令和元年", 2019],
    ["令和元年度", 2019],
    ["R1", 2019],
    ["H31", 2019],
    ["平成31年度", 2019],
    ["平成30年度", 2018],
    ["S63", 1988],
    ["2024", 2024],
    ["2024年度", 2024],
    ["２０２４年", 2024],
    ["2024FY", 2024],
    ["R6(2024)", 2024],
    ["令和6（2024）年度", 2024],
    ["令和6年度（2024年度）", 2024],
    ["2024年度(令和6年度)", 2024],
  ])("reads %s as %i", (text, year) => expect(parseFiscalYear(text)).toBe(year));

  it("takes a month for a date: January to March belong to the fiscal year before", () => {
    expect(parseFiscalYear("令和6年3月末")).toBe(2023);
    expect(parseFiscalYear("令和6年4月")).toBe(2024);
    expect(findYear("H31.4.1")?.year).toBe(2019);
    expect(findYear("2024/3/31")?.year).toBe(2023);
  });

  it("finds the year inside other words and says where", () => {
    expect(findYear("目標値(R13)")).toEqual({ year: 2031, start: 4, end: 7 });
    expect(findYear("現状値（2014年度）")?.year).toBe(2014);
    expect(parseFiscalYear("R13目標")).toBeUndefined();
  });

  it("refuses names that contradict each other", () => expect(findYear("R6(2023)")).toBeUndefined());

  it.each(["", "6年度", "DVD", "SDGs11", "120人", "12,024", "第3次", "5年間で3人", "公平3"])(
    "finds no year in %s",
    (text) => expect(findYear(text)).toBeUndefined(),
  );
});
