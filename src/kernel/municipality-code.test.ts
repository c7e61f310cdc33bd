import { expect, it } from "vitest";
import { isMunicipalityCode, withCheckDigit } from "./municipality-code.ts";

it("computes the sixth digit of a municipality's code from the five before it", () => {
  // 千曲市 20218: 6×2 + 5×0 + 4×2 + 3×1 + 2×8 = 39; 39 mod 11 = 6; 11 − 6 = 5.
  expect(withCheckDigit("20218")).toBe("202185");
  // 坂城町 20521: 12 + 0 + 20 + 6 + 2 = 40; 40 mod 11 = 7; 11 − 7 = 4.
  expect(withCheckDigit("20521")).toBe("205214");
  // 札幌市 01100: 0 + 5 + 4 + 0 + 0 = 9; 11 − 9 = 2. 飯綱町 20590: 12 + 0 + 20 + 27 + 0 = 59; 59 mod 11 = 4; 11 − 4 = 7.
  expect(withCheckDigit("01100")).toBe("011002");
  expect(withCheckDigit("20590")).toBe("205907");
});

it("takes the last digit of 10 and 11 as 0 and 1", () => {
  // 須坂市 20207: 12 + 0 + 8 + 0 + 14 = 34; 34 mod 11 = 1; 11 − 1 = 10, so 0.
  expect(withCheckDigit("20207")).toBe("202070");
  // 塩尻市 20215: 12 + 0 + 8 + 3 + 10 = 33; 33 mod 11 = 0; 11 mod 10 = 1.
  expect(withCheckDigit("20215")).toBe("202151");
});

it("refuses a code with a wrong digit, two digits changed over, or no six digits", () => {
  expect(["202185", "202186", "201285", "20218", "2021850", "２０２１８５"].map(isMunicipalityCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
