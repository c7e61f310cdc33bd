import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { publish, verifyPublications } from "#domain/publication/index.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  confirmActuals,
  createTargetSet,
  editIndicator,
  indicatorHistory,
  indicatorPage,
  indicatorRegister,
  noGrounds,
  otherTargetSets,
  planPayload,
  planSnapshot,
  saveTargets,
  targetSetPage,
  type Actual,
  type IndicatorContent,
  type Target,
  type ValueGrounds,
} from "./index.ts";

const draft: Actual = {
  year: 2026,
  value: 13.1,
  absence: null,
  note: "",
  state: "draft",
  numerator: null,
  denominator: null,
};
const target = (year: number, value: number): Target => ({ year, value, upperValue: null, words: "" });

describe("an indicator of the register", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;
  let id: string;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
  });

  beforeEach(async () => {
    plan = await smallPlan(planning);
    const { id: nodeId } = await plan.node("訓練");
    const content = { ...trainingIndicator, method: "ratio" as const, actuals: [draft] };
    const added = await addIndicator(planning, { nodeId, content });
    id = added.ok ? added.value.id : "";
  });

  async function edit(change: Partial<IndicatorContent>, grounds: Partial<ValueGrounds> = {}) {
    const stored = await indicatorPage(planning, id);
    const content = { ...stored, ...change };
    return editIndicator(planning, { id, version: stored.version, content, grounds: { ...noGrounds, ...grounds } });
  }

  async function publishDecided(): Promise<void> {
    const payload = await planSnapshot(planning, plan.plan.id);
    const words = {
      divisionName: "企画課",
      divisionContact: "",
      note: "",
      label: "策定版",
      openness: "decided",
    } as const;
    const done = await publish(planning, { kind: planPayload, reference: plan.plan.slug, payload, ...words });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }

  it("changes a draft freely, and a confirmed actual only with a reason", async () => {
    expect(await edit({ actuals: [{ ...draft, value: 13.2 }] })).toMatchObject({ ok: true });
    await confirmActuals(planning, {
      planId: plan.plan.id,
      cells: [{ indicatorId: id, year: 2026, seen: { ...draft, value: 13.2 } }],
    });
    const change = { actuals: [{ ...draft, value: 13.4 }] };
    expect(await edit(change)).toMatchObject({ refusal: { fields: { correctionReason: expect.any(String) } } });
    expect(await edit(change, { correctionReason: "集計もれ" })).toMatchObject({ ok: true });
    expect((await indicatorPage(planning, id)).actuals).toEqual([{ ...draft, value: 13.4, state: "confirmed" }]);
    const { actuals } = await indicatorHistory(planning, { id, seriesId: id });
    expect(actuals.find(({ reason }) => reason !== "")).toMatchObject({
      year: 2026,
      before: { value: 13.2 },
      after: { value: 13.4 },
      reason: "集計もれ",
    });
  });

  it("changes a target freely until it is decided and published, then only on a decision", async () => {
    expect(await edit({ targets: [target(2031, 21)] })).toMatchObject({ ok: true });
    await publishDecided();
    const change = { targets: [target(2030, 18), target(2031, 22)] };
    const refused = await edit(change, { revisionReason: "上方修正", decidedOn: "2999-04-01" });
    expect(refused).toMatchObject({ ok: false });
    expect(Object.keys((refused.ok ? {} : refused.refusal.fields) ?? {})).toEqual(["decidedBy", "decidedOn"]);
    const decision = { revisionReason: "上方修正", decidedBy: "総合計画審議会", decidedOn: "2020-04-01" };
    expect(await edit(change, decision)).toMatchObject({ ok: true });
    const revisions = (await indicatorHistory(planning, { id, seriesId: id })).targets;
    expect(revisions.find(({ year, before }) => year === 2031 && before?.value === 21)).toMatchObject({
      after: { value: 22 },
      reason: "上方修正",
      decidedBy: "総合計画審議会",
      decidedOn: "2020-04-01",
    });
  });

  it("adds a target in a year that was not published without a decision", async () => {
    await publishDecided();
    expect(await edit({ targets: [target(2030, 18), target(2031, 20)] })).toMatchObject({ ok: true });
  });

  it("keeps each definition, the newest first", async () => {
    await edit({ meaning: "訓練が広まると上がる" });
    const { definitions } = await indicatorHistory(planning, { id, seriesId: id });
    expect(definitions.map(({ number, content }) => [number, content?.meaning])).toEqual([
      [2, "訓練が広まると上がる"],
      [1, ""],
    ]);
  });

  it("stands in the register with its gaps and its latest attainment: 13.1 of 20 is 65.5 %", async () => {
    const [line] = await indicatorRegister(planning, plan.plan);
    expect(line).toMatchObject({
      indicator: { id },
      measure: { title: "訓練" },
      gaps: ["updateMonth"],
      latest: { year: 2026, attainment: { isMet: false } },
    });
    const { attainment } = line?.latest ?? {};
    expect(attainment?.kind === "known" && attainment.rate).toBeCloseTo(65.5, 10);
  });

  it("aims at something else in another set, over the same values", async () => {
    const entry = { kind: "strategy", name: "第3期総合戦略", startYear: 2025, endYear: 2029 } as const;
    await expect(createTargetSet(clerk, { planId: plan.plan.id, entry })).rejects.toThrow();
    const made = await createTargetSet(planning, { planId: plan.plan.id, entry });
    const setId = made.ok ? made.value.id : "";
    const input = { planId: plan.plan.id, setId, indicatorId: id, seen: [], targets: [target(2029, 25)] };
    expect(await saveTargets(planning, { ...input, targets: [target(2030, 25)] })).toMatchObject({
      refusal: { fields: { "target-2030": expect.stringContaining("期間の外") } },
    });
    expect(await saveTargets(planning, input)).toEqual({ ok: true, value: { changed: 1 } });
    expect(await saveTargets(planning, input)).toMatchObject({ refusal: { code: "stale" } });
    expect((await targetSetPage(planning, { planId: plan.plan.id, setId })).targets.get(id)).toEqual([
      target(2029, 25),
    ]);
    expect((await indicatorPage(planning, id)).targets).toEqual(trainingIndicator.targets);
    expect(await otherTargetSets(planning, plan.plan.id)).toMatchObject([{ name: "第3期総合戦略", indicators: 1 }]);
  });

  it("goes public with what the other sets aim at, which then changes only on a decision, too", async () => {
    const entry = { kind: "grant", name: "交付金", startYear: 2025, endYear: 2029 } as const;
    const made = await createTargetSet(planning, { planId: plan.plan.id, entry });
    const setId = made.ok ? made.value.id : "";
    const input = { planId: plan.plan.id, setId, indicatorId: id };
    await saveTargets(planning, { ...input, seen: [], targets: [target(2029, 25)] });
    const { nodes } = await planSnapshot(planning, plan.plan.id);
    const sets = nodes.flatMap(({ indicators }) => indicators).find((each) => each.id === id)?.targetSets;
    expect(sets).toEqual([{ id: setId, kind: "grant", name: "交付金", targets: [target(2029, 25)] }]);
    await publishDecided();
    expect(await verifyPublications(planning)).toMatchObject({ broken: [] });
    const change = { ...input, seen: [target(2029, 25)], targets: [target(2029, 26)] };
    const refused = await saveTargets(planning, change);
    expect(Object.keys((refused.ok ? {} : refused.refusal.fields) ?? {})).toEqual([
      "revisionReason",
      "decidedBy",
      "decidedOn",
    ]);
    const decision = { revisionReason: "上方修正", decidedBy: "市長", decidedOn: "2020-04-01" };
    expect(await saveTargets(planning, { ...change, grounds: { ...noGrounds, ...decision } })).toMatchObject({
      ok: true,
    });
  });
});
