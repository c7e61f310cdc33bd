import { expect, it } from "vitest";
import { parseJapaneseDay } from "./japanese-day.ts";

it("reads a day as offices write it, in the years of an era or in Western ones, in full or half width", () => {
  const first = "2027-04-01"; // 令和 begins with 2019 as its year 1, so 令和9 is 2018 + 9
  const written = [
    "令和9年4月1日",
    "Ｒ９．４．１",
    "r9/4/1",
    "２０２７／４／１",
    "2027-04-01",
    "20270401",
    "令和 9年 4月 1日（木）",
  ];
  expect(written.map(parseJapaneseDay)).toEqual(written.map(() => first));
  expect(parseJapaneseDay("令和元年5月1日")).toBe("2019-05-01");
  expect(parseJapaneseDay("平成31年4月30日")).toBe("2019-04-30");
});

it("reads nothing out of what is no whole day", () => {
  const others = ["", "4月1日", "令和9年度", "2027-02-29", "令和9年13月1日", "2027/4/1から", "9.4.1"];
  expect(others.map(parseJapaneseDay)).toEqual(others.map(() => undefined));
});
