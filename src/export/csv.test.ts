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
