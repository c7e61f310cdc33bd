import { describe, expect, it } from "vitest";
import { removeNode, saveTargets } from "#domain/plan/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf } from "../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../test/support/results.ts";
import { findingsBefore, programmeIn, projectWords, strategyOn } from "../../../test/support/strategy.ts";
import { acceptFinding, createProject, editProject, listFindings, saveGrantKpis } from "./index.ts";

const city = useCity();

/** Increments of a KPI over 2030 and 2031: five, then so many. */
function stepsTo(last: number) {
  return [
    { year: 2030, increment: 5, actual: null },
    { year: 2031, increment: last, actual: null },
  ];
}

describe("The detector on a real city", () => {
  it("finds nothing, then each contradiction as it is planted, and lets the city accept one with a reason", async () => {
    const { planning } = await castOf(city());
    const before = await findingsBefore(planning);
    const { plan, strategy, kpi, founding, goal } = await strategyOn(planning);
    const position = { strategyId: strategy.id, goalId: goal, nodeId: founding.id };
    const programmeId = await programmeIn(planning);
    const { id } = accepted(await createProject(planning, { ...projectWords, ...position, programmeId }));
    const kinds = async () => (await before.added()).map(({ kind }) => kind).toSorted();
    expect(await kinds()).toEqual([]);

    const seen: never[] = [];
    const targets = [{ year: 2031, value: 60, upperValue: null, words: "" }];
    accepted(
      await saveTargets(planning, { planId: plan.id, setId: strategy.targetSetId, indicatorId: kpi, seen, targets }),
    );
    expect(await kinds()).toEqual(["targetsDiffer"]);

    accepted(await editProject(planning, { ...projectWords, ...position, programmeId, id, version: 1, nodeId: null }));
    expect(await kinds()).toEqual(["grantWithoutPosition", "targetsDiffer"]);

    accepted(await removeNode(planning, founding));
    expect(await kinds()).toEqual(["grantWithoutPosition"]); // with its measure, the indicator is gone too

    const [found] = await before.added();
    expect(refusalOf(await acceptFinding(planning, { key: found?.key ?? "", reason: " " }))).toBe("reasonMissing");
    accepted(await acceptFinding(planning, { key: found?.key ?? "", reason: "国に相談中のため" }));
    const line = (await listFindings(planning)).find(({ finding }) => finding.key === found?.key);
    expect(line?.acceptance?.reason).toBe("国に相談中のため");
  });

  it("compares what a grant's increments come to with the plan's target", async () => {
    const { planning } = await castOf(city());
    const before = await findingsBefore(planning);
    const { strategy, kpi, founding, goal } = await strategyOn(planning);
    const position = { strategyId: strategy.id, goalId: goal, nodeId: founding.id };
    const programmeId = await programmeIn(planning);
    const { id } = accepted(
      await createProject(planning, { ...projectWords, ...position, programmeId, startYear: 2030, endYear: 2031 }),
    );
    const kpis = (last: number) => [
      {
        id: null,
        indicatorId: kpi,
        name: "創業件数",
        unit: "件",
        decimals: 0,
        base: 45,
        due: "令和14年3月",
        steps: stepsTo(last),
      },
    ];
    accepted(await saveGrantKpis(planning, { id, version: 1, kpis: kpis(7) })); // 45 + 5 + 7 = 57, as the plan says
    expect(await before.added()).toEqual([]);
    accepted(await saveGrantKpis(planning, { id, version: 2, kpis: kpis(8) })); // 45 + 5 + 8 = 58
    const [found] = await before.added();
    expect(found?.kind).toBe("targetsDiffer");
    expect(found?.facts.join()).toContain("58件");
  });
});
