import { describe, expect, it } from "vitest";
import { readCode, readCodedTitle } from "./code.ts";

describe("codes and titles in one cell", () => {
  it.each([
    [
      "1-2 連携による産業の基盤をつくる【産業連携】",
      { code: "1-2", title: "連携による産業の基盤をつくる", keyword: "産業連携" },
    ],
    ["１－２　観光", { code: "1-2", title: "観光", keyword: "" }],
    ["1-1-(2) 消防団", { code: "1-1-2", title: "消防団", keyword: "" }],
    ["1.2 観光", { code: "1-2", title: "観光", keyword: "" }],
    ["施策1-3：子育て", { code: "1-3", title: "子育て", keyword: "" }],
    ["1 村の振興の要となる高校の機能強化", { ordinal: 1, title: "村の振興の要となる高校の機能強化", keyword: "" }],
    ["基本目標２ 安全", { ordinal: 2, title: "安全", keyword: "" }],
    ["(1) 高校の仕組みの強化", { ordinal: 1, title: "高校の仕組みの強化", keyword: "" }],
    ["（３）学校間連携の強化", { ordinal: 3, title: "学校間連携の強化", keyword: "" }],
    ["第1章 賑わいと活力あるまち", { ordinal: 1, title: "賑わいと活力あるまち", keyword: "" }],
    ["第十二節　広報", { ordinal: 12, title: "広報", keyword: "" }],
    ["②防災", { ordinal: 2, title: "防災", keyword: "" }],
    ["Ⅲ 健康", { ordinal: 3, title: "健康", keyword: "" }],
    ["【都市基盤】交流を活発にする", { title: "交流を活発にする", keyword: "都市基盤" }],
    ["二行の\n題名", { title: "二行の題名", keyword: "" }],
  ])("takes %s apart", (text, expected) => expect(readCodedTitle(text)).toEqual(expected));

  it("leaves numbers that belong to the title", () => {
    for (const title of ["3人乗り自転車の貸出", "100年続くまち", "2050年ゼロカーボン", "5", "(基本目標の数値目標)"]) {
      expect(readCodedTitle(title)).toEqual({ title, keyword: "" });
    }
  });

  it("reads a code alone", () => {
    expect(readCode("１ー２")).toEqual({ code: "1-2" });
    expect(readCode("3")).toEqual({ ordinal: 3 });
    expect(readCode("第2章")).toEqual({ ordinal: 2 });
    expect(readCode("観光")).toBeUndefined();
  });
});
