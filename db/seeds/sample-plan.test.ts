import { describe, expect, it } from "vitest";
import { isTarget, sdgGoals } from "#domain/plan/sdgs.ts";
import { chikumaPlans } from "./chikuma/plans.ts";
import { departments } from "./mihon/organization.ts";
import { mihonPlan } from "./mihon/plan.ts";
import { mihonPredecessor } from "./mihon/predecessor.ts";
import { mihonRegister } from "./mihon/register.ts";
import type { SampleFields, SampleNode, SamplePlan } from "./sample-plan.ts";

const divisionNames = departments.flatMap((department) => department.divisions.map((division) => division.name));

function nodesAt(plan: SamplePlan, depth: number): readonly SampleNode[] {
  let nodes: readonly SampleNode[] = plan.nodes;
  for (let level = 1; level < depth; level++) nodes = nodes.flatMap((node) => node.children ?? []);
  return nodes;
}

const measures = nodesAt(mihonPlan, 3);
const indicators = measures.flatMap((measure) => measure.indicators ?? []);

describe("the sample city's plan", () => {
  it("has seven goals, twenty policies and forty-nine measures, as its summary says", () => {
    expect([1, 2, 3].map((depth) => nodesAt(mihonPlan, depth).length)).toEqual([7, 20, 49]);
    expect(mihonPlan.summary).toContain("7つの基本目標、20の政策、49の施策");
  });

  it("fills every field of every measure's page", () => {
    const keys: readonly (keyof SampleFields)[] = [
      "vision",
      "currentState",
      "direction",
      "initiatives",
      "citizenRole",
      "businessRole",
      "cityRole",
      "relatedPlans",
    ];
    for (const measure of measures) {
      const missing = keys.filter((key) => (measure.fields?.[key]?.length ?? 0) === 0);
      expect({ measure: measure.title, missing }).toEqual({ measure: measure.title, missing: [] });
    }
  });

  it("names only divisions that exist, one in charge of each measure", () => {
    for (const measure of measures) {
      const named = [measure.division ?? "(none)", ...(measure.relatedDivisions ?? [])];
      expect(named.filter((name) => !divisionNames.includes(name))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it("gives each measure one to four indicators, between 100 and 130 in all, none named twice", () => {
    for (const { title, indicators: own = [] } of measures) {
      expect({ title, enough: own.length >= 1 && own.length <= 4 }).toEqual({ title, enough: true });
    }
    expect(indicators.length).toBeGreaterThanOrEqual(100);
    expect(indicators.length).toBeLessThanOrEqual(130);
    expect(new Set(indicators.map((indicator) => indicator.name)).size).toBe(indicators.length);
  });

  it("shows every direction, every accumulation, a target of zero, of words, and every kind of absence", () => {
    expect(new Set(indicators.map((each) => each.direction ?? "up"))).toEqual(
      new Set(["up", "down", "maintain", "range"]),
    );
    expect(new Set(indicators.map((each) => each.accumulation ?? "singleYear")).size).toBe(3);
    expect(indicators.some((each) => each.targets[2031] === 0)).toBe(true);
    expect(indicators.some((each) => typeof each.targets[2031] === "string")).toBe(true);
    const actuals = indicators.flatMap((each) => Object.values(each.actuals ?? {}));
    expect(new Set(actuals.filter((value) => typeof value === "string"))).toEqual(
      new Set(["notSurveyed", "notReleased", "counting"]),
    );
  });

  it("aims, in numbers, where each indicator says it wants to go", () => {
    for (const each of indicators) {
      const last = Object.values(each.targets).at(-1);
      if (!("value" in each.baseline) || typeof last !== "number") continue;
      const gain = Math.sign(last - each.baseline.value);
      const wanted = { up: 1, down: -1, maintain: 0, range: gain }[each.direction ?? "up"];
      expect({ name: each.name, gain }).toEqual({ name: each.name, gain: wanted });
    }
  });

  it("has a baseline that equals the actual of the same year", () => {
    for (const each of indicators) {
      const actual = each.actuals?.[each.baseline.year];
      if ("value" in each.baseline && actual !== undefined)
        expect([each.name, actual]).toEqual([each.name, each.baseline.value]);
    }
  });

  it("writes no more digits than the indicator prints", () => {
    for (const each of indicators) {
      const numbers = [...Object.values(each.targets), ...Object.values(each.actuals ?? {})].flat();
      for (const value of numbers) {
        if (typeof value === "number")
          expect([each.name, Number(value.toFixed(each.decimals ?? 0))]).toEqual([each.name, value]);
      }
    }
  });

  it("tells of twenty indicators or more what they mean and why their target, each by its name", () => {
    const names = new Set(indicators.map(({ name }) => name));
    expect(Object.keys(mihonRegister).filter((name) => !names.has(name))).toEqual([]);
    const told = indicators.filter(({ meaning, targetReason }) => meaning && targetReason);
    expect(told.length).toBeGreaterThanOrEqual(20);
    expect(indicators.filter(({ method, trend }) => method === "restraint" && trend !== undefined)).toHaveLength(1);
    expect(indicators.filter(({ counted }) => counted)).toHaveLength(1);
  });

  it("links each measure to the SDGs by real targets, with a reason and at most three ◎", () => {
    for (const { title, sdgs = [] } of measures) {
      expect({ title, linked: sdgs.length > 0 }).toEqual({ title, linked: true });
      expect(sdgs.filter((link) => link.strength === "direct").length).toBeLessThanOrEqual(3);
      expect(new Set(sdgs.map((link) => link.goal)).size).toBe(sdgs.length);
      for (const link of sdgs) {
        expect(link.targets.filter((code) => !isTarget(code) || !code.startsWith(`${link.goal}.`))).toEqual([]);
        expect(link.reason).not.toBe("");
      }
    }
  });

  it("serves every goal but the sea, and explains why not that one", () => {
    const served = new Set(measures.flatMap((measure) => (measure.sdgs ?? []).map((link) => link.goal)));
    expect(sdgGoals.map((goal) => goal.number).filter((number) => !served.has(number))).toEqual([14]);
    expect(mihonPlan.sdgGapNotes.map((note) => note.goal)).toEqual([14]);
  });

  it("follows a plan of six goals that ended the year before it begins", () => {
    expect(mihonPredecessor.nodes).toHaveLength(6);
    expect(mihonPlan.predecessor).toBe(mihonPredecessor.slug);
    expect(mihonPredecessor.period.endYear + 1).toBe(mihonPlan.period.startYear);
  });
});

describe("the plans of a real city", () => {
  it("hold no person, no division, no indicator and no text that was not published", () => {
    const nodes = chikumaPlans.flatMap((plan) => [1, 2].flatMap((depth) => nodesAt(plan, depth)));
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node.division).toBeUndefined();
      expect(node.indicators).toBeUndefined();
      expect(node.fields).toBeUndefined();
      expect(node.sdgs).toBeUndefined();
    }
    for (const plan of chikumaPlans) expect(plan.summary).toMatch(/出典|公開資料/);
  });
});
