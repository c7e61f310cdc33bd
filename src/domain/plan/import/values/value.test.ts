import { describe, expect, it } from "vitest";
import { splitCompound } from "./compound.ts";
import { measuresIn, shapeOf } from "./measure.ts";
import { readValue } from "./value.ts";

const number = (value: number, unit = "", decimals = 0) => ({ kind: "number", value, unit, decimals });

describe("values that need no question", () => {
  it("reads numbers in every usual writing", () => {
    expect(readValue("１，２３４", "")).toEqual(number(1234));
    expect(readValue("▲3.5", "")).toEqual(number(-3.5, "", 1));
    expect(readValue({ number: 12, text: "12" }, "")).toEqual(number(12));
  });

  it("takes the unit that stands behind the number", () => {
    expect(readValue("120人", "")).toEqual(number(120, "人"));
    expect(readValue("4.5点", "")).toEqual(number(4.5, "点", 1));
    expect(readValue("1,500 件", "件")).toEqual(number(1500, "件"));
    expect(readValue("12名", "人")).toEqual(number(12, "名"));
    expect(readValue({ number: 120, text: "120人" }, "")).toEqual(number(120, "人"));
    expect(readValue("45.2mg/l", "mg/l")).toEqual(number(45.2, "mg/l", 1));
  });

  it("reads a percent format as percent: 0.853 shown as 85.3% is 85.3", () => {
    expect(readValue({ number: 0.853, text: "85.3%" }, "%")).toEqual(number(85.3, "%", 1));
    expect(readValue("85.3％", "")).toEqual(number(85.3, "%", 1));
  });

  it("knows the signs of absence and why, where they say it", () => {
    for (const sign of ["-", "－", "―", "…", "n/a", "未定", "ー"])
      expect(readValue(sign, "")).toEqual({ kind: "absent", words: sign });
    expect(readValue("未公表", "")).toMatchObject({ absence: "notReleased" });
    expect(readValue("集計中", "")).toMatchObject({ absence: "counting" });
    expect(readValue("未調査", "")).toMatchObject({ absence: "notSurveyed" });
  });

  it("tells empty from zero", () => {
    expect(readValue(null, "")).toEqual({ kind: "empty" });
    expect(readValue("0", "")).toEqual(number(0));
  });
});

function first(text: string) {
  const reading = readValue(text, "");
  return reading.kind === "odd" ? reading.measures[0] : reading;
}

describe("values that are asked about", () => {
  it.each([
    ["約1,500件", { value: 1500, unit: "件", isApproximate: true }],
    ["5年間で3人", { value: 3, unit: "人", accumulation: "cumulative" }],
    ["５年間で２か所", { value: 2, unit: "か所", accumulation: "cumulative" }],
    ["累計120件", { value: 120, unit: "件", accumulation: "cumulative" }],
    ["年1回", { value: 1, unit: "回", accumulation: "singleYear" }],
    ["年間1,200人", { value: 1200, unit: "人", accumulation: "singleYear" }],
    ["旭川・札幌・地元各地域で年1回", { value: 1, unit: "回", accumulation: "singleYear" }],
    ["100%維持", { value: 100, unit: "%", direction: "maintain" }],
    ["80％以上", { value: 80, unit: "%", direction: "up" }],
    ["10件以下", { value: 10, unit: "件", direction: "down" }],
    ["10〜15人", { value: 10, upper: 15, unit: "人", direction: "range" }],
  ])("reads %s as a suggestion only", (text, expected) => {
    expect(readValue(text, "").kind).toBe("odd");
    expect(first(text)).toMatchObject(expected);
  });

  it("offers every quantity of a cell that holds several", () => {
    expect(measuresIn("年12人（延べ300日）")).toMatchObject([
      { value: 12, unit: "人", accumulation: "singleYear" },
      { value: 300, unit: "日", accumulation: "cumulative" },
    ]);
    expect(measuresIn("年3人(5年間で15人)")).toMatchObject([
      { value: 3, accumulation: "singleYear" },
      { value: 15, accumulation: "cumulative" },
    ]);
    expect(measuresIn("3人→年5人")).toMatchObject([{ value: 3 }, { value: 5, accumulation: "singleYear" }]);
  });

  it("finds no quantity in words alone, nor in a span of time", () => {
    for (const text of ["増加", "1年間収録しDVD化、中学校へ配布", "現状維持", "第3次計画の策定"]) {
      expect(readValue(text, "")).toMatchObject({ kind: "odd", measures: [] });
    }
  });

  it.each(["abc12x3", "x12", "A12", "12x", "1O0", "12a人", "1２三"])(
    "takes %s neither for a number nor for words: digits among other letters are a slip as often as a remark",
    (text) => {
      expect(readValue(text, "人")).toMatchObject({ kind: "odd", text });
    },
  );

  it("asks when the value's unit is not the column's", () => {
    expect(readValue("12千円", "円")).toMatchObject({
      kind: "odd",
      doubt: "unit",
      measures: [{ unit: "千円" }, { unit: "円" }],
    });
  });

  it("asks about a day in a value column and reports a broken formula", () => {
    expect(readValue({ day: "2024-01-02", text: "1月2日" }, "")).toMatchObject({ kind: "odd", doubt: "day" });
    expect(readValue({ error: "#REF!", text: "#REF!" }, "")).toEqual({ kind: "error", text: "#REF!" });
  });

  it("gives the same shape to values that differ only in their quantities", () => {
    expect(shapeOf("5年間で3人")).toBe(shapeOf("５年間で12件"));
    expect(shapeOf("年1回")).not.toBe(shapeOf("5年間で3人"));
    expect(shapeOf("約1,500件")).toBe(shapeOf("約20人"));
  });
});

describe("an indicator with its values in one cell", () => {
  it("is taken apart into name, baseline and target", () => {
    expect(splitCompound("卒業生の新規就業者数0人(2014年度)→5年間で6人(2019年度)")).toMatchObject({
      name: "卒業生の新規就業者数",
      baseline: { words: "0人", year: 2014, measure: { value: 0, unit: "人" } },
      target: { words: "5年間で6人", year: 2019, measure: { value: 6, unit: "人", accumulation: "cumulative" } },
    });
    expect(splitCompound("高校の入学者数40人（H26）⇒年40人（R1）")).toMatchObject({
      name: "高校の入学者数",
      baseline: { year: 2014 },
      target: { year: 2019 },
    });
  });

  it("is not seen in an ordinary name", () => {
    for (const name of ["観光入込客数", "人口千人当たり", "A→B連携事業", "中学校訪問実施校数"])
      expect(splitCompound(name)).toBeUndefined();
  });
});
