import { describe, expect, it } from "vitest";
import { commentFaults, type CommentPeriod } from "./comment-period.ts";

const held30Days = { title: "素案への意見募集", opensOn: "2026-10-11", closesOn: "2026-11-09", shortPeriodReason: "" };

function faults(more: Partial<CommentPeriod>, day = "2026-11-22"): string[] {
  return commentFaults([{ ...held30Days, ...more }], { day, isFinal: false });
}

describe("the period of the public comment", () => {
  it("is 30 days with the first counted, or less with a reason", () => {
    expect(faults({})).toEqual([]); // 11 October to 9 November: 21 + 9 days
    expect(faults({ closesOn: "2026-11-08" })).toEqual([
      "素案への意見募集：期間が29日間で、30日を下回り、理由がありません",
    ]);
    expect(faults({ closesOn: "2026-11-08", shortPeriodReason: "国の期限に間に合わせるため" })).toEqual([]);
  });

  it("is over before the day of the decision, where it began by then", () => {
    expect(faults({}, "2026-11-10")).toEqual([]);
    expect(faults({}, "2026-11-09")).toEqual(["素案への意見募集：募集が終わっていません（令和8年11月9日まで）"]);
    expect(faults({}, "2026-10-10")).toEqual([]); // begins the day after
    expect(faults({ closesOn: null })).toEqual(["素案への意見募集：締切日が決まっていません"]);
  });

  it("has been by the 最終案, and keeps it from passing without a condition", () => {
    expect(commentFaults([], { day: "2026-11-22", isFinal: true })).toEqual(["意見募集が、まだ行われていません"]);
    expect(commentFaults([], { day: "2026-11-22", isFinal: false })).toEqual([]);
  });
});
