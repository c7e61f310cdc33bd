import { expect, it } from "vitest";
import { typedText } from "./cell-values.ts";

it("takes a cell in the format of ％ for a value in ％, and refuses it for any other unit", () => {
  const cell = { number: 0.131, text: "13.1%" }; // 0.131 × 100 ＝ 13.1
  expect(typedText(cell, "％")).toEqual({ text: "13.1" });
  expect(typedText({ number: 0.57, text: "57%" }, "%")).toEqual({ text: "57" }); // not 56.99999999999999
  expect(typedText(cell, "人")).toMatchObject({ fault: expect.stringContaining("この指標の単位は「人」です") });
});
