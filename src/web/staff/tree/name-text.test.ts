import { describe, expect, it } from "vitest";
import { nameParts } from "./name-text.ts";

describe("a name typed in the tree", () => {
  it("has its keyword in brackets at the end", () => {
    expect(nameParts(" 災害に強いまち 【防災】 ")).toEqual({ title: "災害に強いまち", keyword: "防災" });
  });

  it("keeps brackets that stand elsewhere, or alone, as part of the name", () => {
    expect(nameParts("【新規】避難所の整備")).toEqual({ title: "【新規】避難所の整備", keyword: "" });
    expect(nameParts("【防災】")).toEqual({ title: "【防災】", keyword: "" });
  });
});
