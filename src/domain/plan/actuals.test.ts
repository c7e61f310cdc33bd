import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { castOf, personIn, smallPlan, trainingIndicator, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  confirmActuals,
  countDraftActuals,
  draftActuals,
  editNode,
  indicatorPage,
  saveActuals,
  type Actual,
  type ActualCell,
  type ActualEntry,
  type IndicatorContent,
} from "./index.ts";

const nothing: ActualEntry = { value: null, absence: null, note: "", numerator: null, denominator: null };
const number = (value: number): ActualEntry => ({ ...nothing, value });
const counted = (value: number): ActualEntry => ({ ...number(value), numerator: 1_269, denominator: 9_402 });
const draft = (year: number, value: number): Actual => ({ ...number(value), year, state: "draft" });

describe("actuals of many indicators", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let chief: Ctx;
  let plan: PlanInTest;
  /** One of 加藤's division, with 2026 confirmed as 13.1, and one of nobody's. */
  let own: string;
  let other: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ({ planning, clerk } = cast);
    chief = city().as(await personIn(city(), "清水", { roles: ["chief"], divisionIds: [cast.crisis] }));
    plan = await smallPlan(planning);
    const { id, version } = await plan.node("訓練");
    await editNode(planning, { id, version, divisionId: cast.crisis });
  });

  beforeEach(async () => {
    own = await added("訓練", { actuals: [{ ...draft(2026, 13.1), state: "confirmed" }] });
    other = await added("備蓄", { actuals: [] });
  });

  async function added(title: string, change: Partial<IndicatorContent>): Promise<string> {
    const { id: nodeId } = await plan.node(title);
    const result = await addIndicator(planning, { nodeId, content: { ...trainingIndicator, ...change } });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value.id;
  }

  const save = (ctx: Ctx, cells: readonly ActualCell[], reason?: string) =>
    saveActuals(ctx, { planId: plan.plan.id, cells, ...(reason !== undefined && { reason }) });

  const actualsOf = async (id: string) => (await indicatorPage(planning, id)).actuals;

  it("are saved as drafts, and the indicator's version counts up so that an open page notices", async () => {
    const before = await indicatorPage(planning, own);
    expect(await save(clerk, [{ indicatorId: own, year: 2027, seen: null, value: number(14.2) }])).toEqual({
      ok: true,
      value: { saved: 1 },
    });
    expect(await actualsOf(own)).toContainEqual(draft(2027, 14.2));
    expect((await indicatorPage(planning, own)).version).toBe(before.version + 1);
  });

  it("are taken all or none, and each wrong cell says why by itself", async () => {
    const result = await save(clerk, [
      { indicatorId: own, year: 2027, seen: null, value: number(14.2) }, // good, and yet not saved
      { indicatorId: own, year: 2028, seen: draft(2028, 9), value: number(15) },
      { indicatorId: own, year: 2026, seen: { ...draft(2026, 13.1), state: "confirmed" }, value: number(13.4) },
      { indicatorId: own, year: 2029, seen: null, value: number(14.25) }, // one digit after the point
      { indicatorId: own, year: 2030, seen: null, value: nothing },
      { indicatorId: other, year: 2027, seen: null, value: number(1) },
      { indicatorId: plan.plan.id, year: 2027, seen: null, value: number(1) },
    ]);
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        cells: [
          { year: 2028, fault: "stale", current: null },
          { year: 2026, fault: "needsReason", current: { value: 13.1 } },
          { year: 2029, fault: "value" },
          { year: 2030, fault: "value" },
          { indicatorId: other, fault: "notPermitted" },
          { fault: "unknown" },
        ],
      },
    });
    expect((await actualsOf(own)).map(({ year }) => year)).toEqual([2026]);
  });

  it("that are confirmed change with a reason, stay confirmed, and keep what stood before", async () => {
    const seen: Actual = { ...draft(2026, 13.1), state: "confirmed" };
    expect(
      await save(clerk, [{ indicatorId: own, year: 2026, seen, value: number(13.4) }], "集計もれがあったため"),
    ).toMatchObject({ ok: true });
    expect(await actualsOf(own)).toEqual([{ ...seen, value: 13.4 }]);
    const db = city().database.inCity(city().municipality.schema);
    const kept = await db
      .selectFrom("actual_revision")
      .selectAll()
      .where("series_id", "=", own)
      .where("fiscal_year", "=", 2026)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ reason: "集計もれがあったため", before: { value: 13.1 }, after: { value: 13.4 } });
  });

  it("refuse the same year of an indicator twice, and pass over what changes nothing", async () => {
    const cell = { indicatorId: own, year: 2027, seen: null, value: number(14) };
    expect(await save(clerk, [cell, { ...cell, value: number(15) }])).toMatchObject({
      ok: false,
      refusal: { cells: [{ year: 2027, fault: "value" }] },
    });
    const same = { indicatorId: own, year: 2026, seen: null, value: number(13.1) };
    expect(await save(clerk, [same])).toEqual({ ok: true, value: { saved: 0 } });
  });

  it("fit their numerator and denominator: 1,269 of 9,402 is 13.497…%, so 13.5 or 13.4, never 12.5", async () => {
    const cell = { indicatorId: own, year: 2027, seen: null };
    expect(await save(clerk, [{ ...cell, value: counted(12.5) }])).toMatchObject({
      ok: false,
      refusal: { cells: [{ fault: "value" }] },
    });
    expect(await save(clerk, [{ ...cell, value: counted(13.5) }])).toMatchObject({ ok: true });
  });

  it("are confirmed by the division's chief, not by its clerk, and only as they were seen", async () => {
    await save(clerk, [{ indicatorId: own, year: 2025, seen: null, value: number(14.2) }]);
    const confirm = (ctx: Ctx, value: number) =>
      confirmActuals(ctx, {
        planId: plan.plan.id,
        cells: [{ indicatorId: own, year: 2025, seen: draft(2025, value) }],
      });
    expect(await confirm(clerk, 14.2)).toMatchObject({ ok: false, refusal: { cells: [{ fault: "notPermitted" }] } });
    expect(await confirm(chief, 14.1)).toMatchObject({ ok: false, refusal: { cells: [{ fault: "stale" }] } });
    expect(await confirm(chief, 14.2)).toEqual({ ok: true, value: { confirmed: 1 } });
    expect(await actualsOf(own)).toContainEqual({ ...draft(2025, 14.2), state: "confirmed" });
    expect(await confirm(chief, 14.2)).toEqual({ ok: true, value: { confirmed: 0 } });
  });

  it("of a year that has not begun on 2026-11-22 are kept, but cannot be confirmed: R9 begins on 2027-04-01", async () => {
    await save(clerk, [{ indicatorId: own, year: 2027, seen: null, value: number(14.2) }]);
    const confirm = (ctx: Ctx) =>
      confirmActuals(ctx, { planId: plan.plan.id, cells: [{ indicatorId: own, year: 2027, seen: draft(2027, 14.2) }] });
    expect(await confirm(chief)).toMatchObject({ ok: false, refusal: { cells: [{ fault: "notBegun" }] } });
    expect(await confirm(city().as(chief.actor, "2027-04-01T01:00:00Z"))).toMatchObject({ ok: true });
  });

  it("wait for those who may confirm them, with the value before them", async () => {
    await save(clerk, [
      { indicatorId: own, year: 2025, seen: null, value: number(12.8) },
      { indicatorId: own, year: 2027, seen: null, value: number(14.2) },
    ]);
    const waiting = (await draftActuals(chief, plan.plan)).filter(({ indicator }) => indicator.id === own);
    expect(waiting.map(({ actual, before, hasBegun }) => [actual.year, before?.value, hasBegun])).toEqual([
      [2025, undefined, true],
      [2027, 13.1, false],
    ]);
    expect(await draftActuals(clerk, plan.plan)).toEqual([]);
    expect([await countDraftActuals(clerk, plan.plan.id), await countDraftActuals(chief, plan.plan.id)]).toEqual([
      0,
      (await draftActuals(chief, plan.plan)).filter(({ hasBegun }) => hasBegun).length,
    ]);
  });
});
