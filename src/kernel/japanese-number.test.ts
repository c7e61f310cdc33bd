import { describe, expect, it } from "vitest";
import { halfWidth, japaneseNumber, parseJapaneseNumber } from "./japanese-number.ts";

const value = (text: string) => parseJapaneseNumber(text)?.value;

describe("numbers as Japanese offices write them", () => {
  it("reads full-width digits and thousands separators", () => {
    expect(value("１，２３４．５")).toBe(1234.5);
    expect(value("1,234,567")).toBe(1234567);
    expect(value("　１２０ ")).toBe(120);
  });

  it("writes thousands separators, and △ below zero", () => {
    expect(japaneseNumber(-1234.5)).toBe("△1,234.5");
  });

  it("reads △, ▲, − and － as minus", () => {
    for (const sign of ["△", "▲", "−", "－", "-", "△ "]) expect(value(`${sign}1,200`)).toBe(-1200);
    expect(Object.is(value("△0"), 0)).toBe(true);
  });

  it("reads 千, 万, 億 exactly", () => {
    expect(value("3万")).toBe(30_000);
    expect(value("1.1億")).toBe(110_000_000);
    expect(value("1億2,300万")).toBe(123_000_000);
    expect(value("５百万")).toBe(5_000_000);
  });

  it("keeps the number of decimals as written", () => {
    expect(parseJapaneseNumber("4.50")).toEqual({ value: 4.5, decimals: 2 });
    expect(parseJapaneseNumber("1.25万")).toEqual({ value: 12_500, decimals: 0 });
  });

  it("takes nothing for a number that is not wholly one", () => {
    for (const text of ["", "−", "1,23", "12O", "約5", "5人", "1.2.3", "5年間で3", "万", "1e5", "0x10"])
      expect(value(text)).toBeUndefined();
  });

  it("makes full-width figures and letters half-width and leaves other signs", () => {
    expect(halfWidth("Ｒ６（㎡）")).toBe("R6(㎡)");
  });
});
