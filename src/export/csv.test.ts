import { expect, it } from "vitest";
import { csvText } from "./csv.ts";

it("writes what Excel reads: BOM, CRLF, quoted commas and quotes, empty for null", () => {
  expect(
    csvText([
      ["氏名", "所属"],
      ['佐藤, "花"', null],
      ["二\n行", 3],
    ]),
  ).toBe('\uFEFF氏名,所属\r\n"佐藤, ""花""",\r\n"二\n行",3\r\n');
});

it("lets no text become a formula, and leaves numbers as they are", () => {
  const formulas = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1"];
  expect(csvText([formulas])).toBe(`\uFEFF'=cmd|' /C calc'!A0,'+1+1,'-2+3,'@SUM(A1),'\t=1+1,'＝1+1\r\n`);
  expect(csvText([["-3.5", "+2", "-", "－", -4, "1-1", "a=b"]])).toBe("\uFEFF-3.5,+2,-,－,-4,1-1,a=b\r\n");
});
