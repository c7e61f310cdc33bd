import { describe, expect, it } from "vitest";
import { richTextOf } from "#kernel/rich-text.ts";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { isSame, snapshotDifference } from "./snapshot-difference.ts";

describe("the difference of two versions", () => {
  it("is nothing for the same plan", () => {
    expect(isSame(snapshotDifference(mihonSnapshot(), mihonSnapshot()))).toBe(true);
  });

  it("names what was added, removed and changed, by the parts that people know", () => {
    const before = mihonSnapshot();
    const after = mihonSnapshot();
    const fire = after.nodes.findIndex((node) => node.code === "1-1-2");
    const [removed] = after.nodes.splice(fire, 1);
    const school = after.nodes.find((node) => node.code === "2-1-1");
    const [goal] = before.nodes;
    if (!school || !removed || !goal) throw new Error("the sample lost its measures");
    after.nodes.push({ ...goal, id: "new", title: "新しい目標" });
    school.fields["vision"] = richTextOf("べつの姿");
    school.title = "学校をよくする";
    const [indicator] = school.indicators;
    if (indicator) indicator.targets = [{ year: 2031, value: 95, upperValue: null, words: "" }];
    after.plan.endYear = 2032;
    const difference = snapshotDifference(before, after);
    expect(isSame(difference)).toBe(false);
    expect(difference.plan).toEqual(["期間"]);
    expect(difference.nodes.added.map((node) => node.title)).toEqual(["新しい目標"]);
    expect(difference.nodes.removed.map((node) => node.code)).toEqual(["1-1-2"]);
    expect(difference.nodes.changed.map(({ thing, parts }) => [thing.code, parts])).toEqual([
      ["2-1-1", ["名前", "目指す姿"]],
    ]);
    expect(difference.indicators.removed.map((each) => each.code)).toEqual(["1-1-2-①"]);
    expect(difference.indicators.changed.map(({ thing, parts }) => [thing.code, parts])).toEqual([
      ["2-1-1-①", ["目標値"]],
    ]);
  });

  it("calls everything new where nothing was published before", () => {
    const { plan, nodes, indicators } = snapshotDifference(undefined, mihonSnapshot());
    expect([plan.length, nodes.added.length, nodes.changed.length, indicators.added.length]).toEqual([0, 10, 0, 8]);
  });

  it("sees a change of what the register says of an indicator, even when no value changed", () => {
    const after = mihonSnapshot();
    const [indicator] = after.nodes.flatMap(({ indicators }) => indicators);
    if (!indicator) throw new Error("the sample lost its indicators");
    Object.assign(indicator, { meaning: "助け合う力", method: "fromBaseline", updateMonth: 6 });
    const difference = snapshotDifference(mihonSnapshot(), after);
    expect(difference.indicators.changed.map(({ parts }) => parts)).toEqual([["意味", "計算方法", "値の更新"]]);
    expect(isSame(difference)).toBe(false);
  });
});
