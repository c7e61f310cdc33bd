import { describe, expect, it } from "vitest";
import { mihonSnapshot } from "../../../test/support/snapshot.ts";
import { planSnapshotSchema } from "./snapshot.ts";

/** What formats 2 and 3 brought: to an indicator, to its actuals, to a node, to the plan. */
const later = {
  indicator: [
    "kind",
    "method",
    "meaning",
    "targetReason",
    "comparison",
    "updateMonth",
    "cadence",
    "numeratorName",
    "denominatorName",
    "trend",
    "tolerance",
    "targetSets",
  ],
  actual: ["numerator", "denominator"],
  node: ["origins"],
  plan: ["predecessor", "endings"],
};

function without(value: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** The plan as a publication of format 1 holds it. */
function inFormat1(): unknown {
  const snapshot = mihonSnapshot();
  const nodes = snapshot.nodes.map((node) => ({
    ...without(node, later.node),
    indicators: node.indicators.map((indicator) => ({
      ...without(indicator, later.indicator),
      actuals: indicator.actuals.map((actual) => without(actual, later.actual)),
    })),
  }));
  return JSON.parse(JSON.stringify({ ...without(snapshot, later.plan), nodes }));
}

describe("the payload of a plan", () => {
  it("of format 3 is read as it was written", () => {
    expect(planSnapshotSchema.parse(JSON.parse(JSON.stringify(mihonSnapshot())))).toEqual(mihonSnapshot());
  });

  it("of format 2 is read with no other sets of targets", () => {
    const nodes = mihonSnapshot().nodes.map((node) => ({
      ...node,
      indicators: node.indicators.map((indicator) => without(indicator, ["targetSets"])),
    }));
    const inFormat2: unknown = JSON.parse(JSON.stringify({ ...mihonSnapshot(), nodes }));
    expect(planSnapshotSchema.parse(inFormat2)).toEqual(mihonSnapshot());
  });

  it("of format 1 is read with what came later left empty: no method is guessed", () => {
    const read = planSnapshotSchema.parse(inFormat1());
    expect(read).toEqual(mihonSnapshot()); // the sample uses none of the later fields
    const [indicator] = read.nodes.flatMap(({ indicators }) => indicators);
    expect(indicator).toMatchObject({ method: null, meaning: "", kind: "outcome", trend: null });
    expect(indicator?.actuals[0]).toMatchObject({ numerator: null, denominator: null });
  });

  it("is refused when it lacks what format 1 had", () => {
    expect(planSnapshotSchema.safeParse(without(mihonSnapshot(), ["nodes"])).success).toBe(false);
  });
});
