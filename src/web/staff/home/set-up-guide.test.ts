import { describe, expect, it } from "vitest";
import { guideSteps, isSetUp } from "./set-up-guide.ts";

const empty = { divisions: 1, people: 1, plans: 0, nodes: 0, publications: 0 };

describe("the guide of a new city", () => {
  it("begins with everything to do: whoever set the city up, and their own division, do not count", () => {
    expect(guideSteps(empty, "").map((step) => step.isDone)).toEqual([false, false, false, false, false]);
  });

  it("ticks what is done in whatever order, and leads to the plan once there is one", () => {
    const steps = guideSteps({ ...empty, plans: 1, people: 2 }, "/staff/plans/2027");
    expect(steps.map((step) => step.isDone)).toEqual([false, true, true, false, false]);
    expect(steps[3]?.href).toBe("/staff/plans/2027");
    expect(isSetUp(steps)).toBe(false);
  });

  it("is over when a plan is published", () => {
    expect(isSetUp(guideSteps({ divisions: 2, people: 2, plans: 1, nodes: 1, publications: 1 }, ""))).toBe(true);
  });
});
