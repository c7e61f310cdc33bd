import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";

describe("a CSV file", () => {
  it("begins with the mark by which Excel knows UTF-8, and ends each line with CR LF", () => {
    expect(
      csvText([
        ["番号", "名前"],
        [1, "防災"],
      ]),
    ).toBe("\uFEFF番号,名前\r\n1,防災\r\n");
  });

  it("quotes commas, quotes and line breaks, and leaves null empty", () => {
    expect(csvText([["a,b", '「"」', "上\n下", null]])).toBe('\uFEFF"a,b","「""」","上\n下",\r\n');
  });
});
