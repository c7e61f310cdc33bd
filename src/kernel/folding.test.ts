import { expect, it } from "vitest";
import { holdsAll, wordsOf } from "./folding.ts";

it("finds words however they are written: width, case, 仮名, middle dots", () => {
  expect(holdsAll("1-2 ﾊﾞｽ・タクシーの利用 KPI", wordsOf("ばす　たくしー kpi １－２"))).toBe(true);
  expect(holdsAll("バスの利用", wordsOf("バス 鉄道"))).toBe(false); // every word must be there
  expect(holdsAll("何でも", wordsOf("　"))).toBe(true);
});
