import { describe, expect, it } from "vitest";
import { saveTargets } from "#domain/plan/index.ts";
import { prepareNow, publishNow, storedPublications } from "#domain/publication/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, divisionIn, personIn } from "../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../test/support/results.ts";
import { programmeIn, projectWords, strategyOn } from "../../../test/support/strategy.ts";
import {
  addAim,
  choosePlanFrame,
  createProject,
  editStrategy,
  keepFrame,
  keepGoal,
  keepPath,
  listFrames,
  listProjects,
  listStrategies,
  markIndicators,
  markMeasures,
  pathByCode,
  publishableStrategy,
  removeGoal,
  saveFigures,
  saveGrantYears,
  strategyBySlug,
  strategyView,
  emptyYear,
} from "./index.ts";

const city = useCity();

const words = { label: "第1版", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;

describe("A strategy as marks on a plan", () => {
  it("is a view: goals with figures apart from measures with KPI, targets of the plan where it has none of its own", async () => {
    const { planning } = await castOf(city());
    const { strategy, kpi, plan } = await strategyOn(planning);
    const view = await strategyView(planning, strategy.slug);
    expect(
      view.goals.map(({ name, figures, measures }) => [
        name,
        figures.map((each) => each.name),
        measures.map((each) => each.title),
      ]),
    ).toEqual([["しごとをつくる", ["就業者数"], ["創業"]]]);
    expect(view.goals[0]?.measures[0]?.kpis.map(({ targets }) => targets[0]?.value)).toEqual([57]);
    const targets = [{ year: 2031, value: 60, upperValue: null, words: "" }];
    accepted(
      await saveTargets(planning, {
        planId: plan.id,
        setId: strategy.targetSetId,
        indicatorId: kpi,
        seen: [],
        targets,
      }),
    );
    const after = await strategyView(planning, strategy.slug);
    expect(after.goals[0]?.measures[0]?.kpis.map((each) => each.targets.map(({ value }) => value))).toEqual([[60]]);
  });

  it("changes its period only with a reason, and tells what it was before", async () => {
    const { planning } = await castOf(city());
    const { strategy, words: own } = await strategyOn(planning);
    const longer = { ...own, id: strategy.id, version: strategy.version, startYear: 2027, endYear: 2033 };
    expect(refusalOf(await editStrategy(planning, longer))).toBe("period");
    const ground = { reason: "計画の期間に合わせるため", decidedBy: "策定委員会", decidedOn: "2026-03-20" };
    accepted(await editStrategy(planning, { ...longer, ground }));
    const { strategy: after, periodChanges } = await strategyBySlug(planning, strategy.slug);
    expect(after.endYear).toBe(2033);
    expect(periodChanges).toMatchObject([{ startYear: 2027, endYear: 2031, decidedBy: "策定委員会" }]);
    expect(refusalOf(await editStrategy(planning, { ...longer, ground }))).toBe("stale");
  });

  it("keeps a goal as long as something is tied to it", async () => {
    const { planning } = await castOf(city());
    const { strategy, goal } = await strategyOn(planning);
    expect(refusalOf(await removeGoal(planning, { strategyId: strategy.id, goalId: goal }))).toBe("goalInUse");
    const empty = { ...strategy, marks: [] };
    const { version } = accepted(await markMeasures(planning, empty));
    accepted(await markIndicators(planning, { ...empty, version }));
    expect(refusalOf(await removeGoal(planning, { strategyId: strategy.id, goalId: goal }))).toBe("accepted");
  });

  it("does not take a national goal away that one of its goals answers", async () => {
    const { planning } = await castOf(city());
    const frame = {
      code: "frame-1",
      name: "第1期",
      startYear: 2015,
      endYear: 2019,
      source: "閣議決定",
      note: "",
    };
    const goals = [{ key: "g1", name: "しごと" }];
    accepted(await keepFrame(planning, { ...frame, goals }));
    const kept = (await listFrames(planning)).find(({ code }) => code === frame.code);
    const { strategy, words: own, goal } = await strategyOn(planning);
    accepted(await editStrategy(planning, { ...own, ...strategy, frameId: kept?.id ?? "" }));
    accepted(
      await keepGoal(planning, {
        strategyId: strategy.id,
        goalId: goal,
        code: "1",
        name: "しごと",
        description: "",
        frameGoals: ["g1"],
      }),
    );
    expect((await strategyView(planning, strategy.slug)).goals[0]?.frameGoals).toEqual(["しごと"]);
    const standing = { id: kept?.id ?? "", version: 1 };
    expect(refusalOf(await keepFrame(planning, { ...frame, goals: [] }, standing))).toBe("frameGoalsInUse");
  });
});

describe("Grant projects", () => {
  it("are written by 企画 and 財政, and by the division that runs them", async () => {
    const { planning, crisis, clerk } = await castOf(city());
    const other = await personIn(city(), "田中", {
      roles: ["clerk"],
      divisionIds: [await divisionIn(city(), "税務課")],
    });
    const programmeId = await programmeIn(planning);
    const input = { ...projectWords, programmeId, divisionId: crisis };
    await expect(createProject(clerk, input)).rejects.toThrow("企画と財政は");
    const { id } = accepted(await createProject(planning, input));
    const years = [{ ...emptyYear(2027), costYen: 20_000_000, grantYen: 10_000_000 }];
    await expect(saveGrantYears(city().as(other), { id, version: 1, years })).rejects.toThrow("自分の課");
    accepted(await saveGrantYears(clerk, { id, version: 1, years }));
    expect((await listProjects(clerk)).find((each) => each.id === id)?.years).toEqual(years);
  });

  it("keep whole yen, and refuse more grant than cost", async () => {
    const { planning } = await castOf(city());
    const { id } = accepted(
      await createProject(planning, { ...projectWords, programmeId: await programmeIn(planning) }),
    );
    const large = { ...emptyYear(2027), costYen: 9_007_199_254_740_991 };
    accepted(await saveGrantYears(planning, { id, version: 1, years: [large] }));
    expect((await listProjects(planning)).find((each) => each.id === id)?.years[0]?.costYen).toBe(
      9_007_199_254_740_991,
    );
    const tooMuch = { ...emptyYear(2027), costYen: 10, grantYen: 11 };
    expect(refusalOf(await saveGrantYears(planning, { id, version: 2, years: [tooMuch] }))).toBe("years");
    const halfYen = { ...emptyYear(2027), costYen: 10.5 };
    expect(refusalOf(await saveGrantYears(planning, { id, version: 2, years: [halfYen] }))).toBe("years");
  });
});

describe("The population vision", () => {
  it("gives the plan its frame from a path and a year that the path has", async () => {
    const { planning } = await castOf(city());
    const { plan, strategy } = await strategyOn(planning);
    const path = {
      code: "own-1",
      name: "独自推計",
      kind: "own",
      baseYear: 2020,
      source: "企画課",
      method: "",
      isPublic: true,
    } as const;
    accepted(await keepPath(planning, path));
    const { id, version } = await pathByCode(planning, path.code);
    accepted(await saveFigures(planning, { id, version, figures: [{ year: 2040, group: "total", value: 50_000 }] }));
    expect(refusalOf(await choosePlanFrame(planning, { planId: plan.id, frame: { pathId: id, year: 2035 } }))).toBe(
      "noFigureAt",
    );
    accepted(await choosePlanFrame(planning, { planId: plan.id, frame: { pathId: id, year: 2040 } }));
    accepted(await addAim(planning, { name: "5万人を維持する", year: 2040, value: 50_000, source: "" }));
    const { population } = await strategyView(planning, strategy.slug);
    expect(population.frame).toEqual({ path: "独自推計", year: 2040, value: 50_000 });
    expect(population.aims.map(({ value }) => value)).toContain(50_000);
  });
});

const version = (reference: string) => ({ of: publishableStrategy, reference, ...words });

describe("Publishing a strategy", () => {
  it("refuses what changed after the check, and publishes what was looked at", async () => {
    const { planning } = await castOf(city());
    const { strategy } = await strategyOn(planning);
    const prepared = accepted(await prepareNow(planning, version(strategy.slug)));
    accepted(
      await keepGoal(planning, {
        strategyId: strategy.id,
        code: "2",
        name: "人の流れ",
        description: "",
        frameGoals: [],
      }),
    );
    expect(refusalOf(await publishNow(planning, { ...version(strategy.slug), expectedHash: prepared.hash }))).toBe(
      "changed",
    );
    const published = accepted(await publishNow(planning, version(strategy.slug)));
    const payload = await storedPublications(planning).payload(published.id);
    expect(JSON.stringify(payload)).toContain("人の流れ");
  });

  it("is the work of 企画; others read", async () => {
    const { planning, clerk } = await castOf(city());
    const { strategy } = await strategyOn(planning);
    await expect(publishNow(clerk, version(strategy.slug))).rejects.toThrow();
    expect((await listStrategies(clerk)).some(({ slug }) => slug === strategy.slug)).toBe(true);
  });
});
