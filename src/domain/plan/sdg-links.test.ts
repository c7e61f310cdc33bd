import { describe, expect, it } from "vitest";
import { sdgGaps } from "./sdg-gaps.ts";
import { sdgLinkFault } from "./sdg-links.ts";

function measure(title: string, signs: Readonly<Record<number, "direct" | "related">>, depth = 2) {
  const sdgs = Object.entries(signs).map(([goal, strength]) => ({ goal: Number(goal), strength }));
  return { id: title, depth, code: "", title, sdgs };
}

describe("the links of a plan to the SDGs", () => {
  const levels = [
    { depth: 1, hasPage: false },
    { depth: 2, hasPage: true },
  ];

  it("leave open: measures without a goal, goals without a measure or words, and more than three ◎", () => {
    const nodes = [
      measure("目標", {}, 1),
      measure("防災", { 11: "direct", 13: "direct", 1: "direct", 3: "related" }),
      measure("何でも", { 2: "direct", 4: "direct", 5: "direct", 6: "direct" }),
      measure("空白", {}),
    ];
    const gaps = sdgGaps({ levels, nodes, sdgGapNotes: [{ goal: 14, explanation: "海がないため" }] });
    expect(gaps.measuresWithoutGoal.map((node) => node.title)).toEqual(["空白"]);
    expect(gaps.measuresWithManyDirect.map((node) => node.title)).toEqual(["何でも"]);
    expect(gaps.explainedGoals).toEqual([14]);
    expect(gaps.unexplainedGoals).toEqual([7, 8, 9, 10, 12, 15, 16, 17]); // 17 less 1–6, 11, 13 (served) and 14 (explained)
  });

  it("do not count an explanation of a goal that a measure serves", () => {
    const gaps = sdgGaps({
      levels,
      nodes: [measure("海", { 14: "direct" })],
      sdgGapNotes: [{ goal: 14, explanation: "海がないため" }],
    });
    expect(gaps.explainedGoals).toEqual([]);
  });

  it("name only targets of their own goal", () => {
    expect(sdgLinkFault({ goal: 11, targets: ["11.5", "11.b"], reason: "" })).toBeUndefined();
    expect(sdgLinkFault({ goal: 1, targets: ["11.5"], reason: "" })?.code).toBe("foreignTarget");
    expect(sdgLinkFault({ goal: 18, targets: [], reason: "" })?.code).toBe("unknownGoal");
  });
});
