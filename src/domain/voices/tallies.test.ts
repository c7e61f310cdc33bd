import { expect, it } from "vitest";
import { talliesOf } from "./tallies.ts";

function voices(...ages: readonly (readonly [string, number])[]) {
  return ages.flatMap(([ageBand, count]) =>
    Array.from({ length: count }, () => ({ way: "web" as const, senderKind: "", ageBand, district: "中央" })),
  );
}

it("tells ways as they are and counts what nobody answered", () => {
  const tallies = talliesOf(
    [...voices(["30代", 3]), { way: "fax", senderKind: "", ageBand: "30代", district: "" }],
    [],
  );
  expect(tallies.byWay).toEqual([
    { label: "電子申請", count: 3 },
    { label: "ファックス", count: 1 },
  ]);
  expect(tallies.byKind).toEqual([{ label: "無回答", count: 4 }]);
});

it("joins counts below three, and the next smallest when what is joined would still be small", () => {
  // 1 + 2 = 3 is enough by itself
  expect(talliesOf(voices(["10代以下", 1], ["30代", 5], ["50代", 2]), []).byAge).toEqual([
    { label: "30代", count: 5 },
    { label: "その他", count: 3 },
  ]);
  // 1 alone could be had by subtraction: 4 joins it
  expect(talliesOf(voices(["10代以下", 1], ["30代", 5], ["50代", 4]), []).byAge).toEqual([
    { label: "30代", count: 5 },
    { label: "その他", count: 5 },
  ]);
});
