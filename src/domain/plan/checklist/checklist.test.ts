import { beforeAll, describe, expect, it } from "vitest";
import {
  addIndicator,
  editNode,
  editPlan,
  linkNodes,
  planById,
  planChecklist,
  planQuality,
  setSdgGapNote,
  setSdgLink,
} from "#domain/plan/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, divisionIn, planOf, trainingIndicator } from "../../../../test/support/plan.ts";
import { qualityOf, standingOf } from "./quality.ts";

const june = { cadence: "yearly", updateMonth: 6 } as const;

const on = (today: string) => ({ year: 2025, today });

const actual = (state: "draft" | "confirmed", year = 2025) => ({ ...june, actuals: [{ year, state }] });

describe("a value of the fiscal year 2025 (ends in March 2026)", () => {
  it("is late when its month of update is over, and not a day before", () => {
    expect(standingOf({ ...june, actuals: [] }, on("2026-06-30"))).toBe("waiting");
    expect(standingOf({ ...june, actuals: [] }, on("2026-07-01"))).toBe("late");
  });

  it("is due in the calendar year after next when its month is January to March", () => {
    const march = { ...june, updateMonth: 3, actuals: [] };
    expect(standingOf(march, on("2026-04-01"))).toBe("waiting");
    expect(standingOf(march, on("2027-03-31"))).toBe("waiting");
    expect(standingOf(march, on("2027-04-01"))).toBe("late");
  });

  it("is never late without a month, nor when it does not come every year", () => {
    expect(standingOf({ ...june, updateMonth: null, actuals: [] }, on("2030-01-01"))).toBe("waiting");
    expect(standingOf({ ...june, cadence: "everyFewYears", actuals: [] }, on("2030-01-01"))).toBe("notYearly");
  });

  it("stands as entered or confirmed once it is there, however late", () => {
    expect(standingOf(actual("draft"), on("2030-01-01"))).toBe("draft");
    expect(standingOf(actual("confirmed"), on("2030-01-01"))).toBe("confirmed");
    expect(standingOf(actual("confirmed", 2024), on("2030-01-01"))).toBe("late");
  });
});

describe("the board of divisions", () => {
  it("counts an indicator without a division to its measure's, and complete measures", () => {
    const board = qualityOf({
      measures: [
        { id: "a", divisionId: "防災" },
        { id: "b", divisionId: "防災" },
        { id: "c", divisionId: null },
      ],
      unfinished: new Set(["b", "c"]),
      indicators: [
        { ...june, nodeId: "a", divisionId: null, actuals: [{ year: 2025, state: "confirmed" }] },
        { ...june, nodeId: "a", divisionId: "財政", actuals: [] },
      ],
      year: 2025,
      today: "2026-11-22",
    });
    expect(
      board.map(({ divisionId, measures, complete, indicators }) => [divisionId, measures, complete, indicators]),
    ).toEqual([
      ["防災", 2, 1, 1],
      [null, 1, 0, 0],
      ["財政", 0, 0, 1],
    ]);
    expect(board.at(-1)?.standings).toEqual({ confirmed: 0, draft: 0, late: 1, waiting: 0, notYearly: 0 });
  });
});

describe("the checks before a version", () => {
  const city = useCity();
  let cast: Awaited<ReturnType<typeof castOf>>;

  beforeAll(async () => {
    cast = await castOf(city());
  });

  it("find every planted gap and contradiction, and nothing else", async () => {
    const ctx = cast.planning;
    const old = await planOf(ctx, "前の計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"]]]);
    const { plan, node } = await planOf(ctx, "計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 避難所"]]]);
    await editPlan(ctx, { planId: plan.id, version: plan.version, predecessorId: old.plan.id });
    const { id } = await node("訓練");
    const text = richTextOf("文章");
    await editNode(ctx, {
      id,
      version: 1,
      divisionId: cast.crisis,
      fields: { vision: text, cityRole: text },
      relatedPlans: [{ name: "地域防災計画", period: "" }],
    });
    for (let goal = 1; goal <= 17; goal++)
      await setSdgGapNote(ctx, { planId: plan.id, goal, explanation: goal === 14 ? "" : "理由" });
    for (const goal of [1, 2, 3, 11]) await setSdgLink(ctx, { nodeId: id, goal, strength: "direct" });
    const target = { value: 20, upperValue: null, words: "" };
    const content = {
      ...trainingIndicator,
      method: "mirroredRatio" as const, // for what should fall; this one should rise
      updateMonth: 6,
      targets: [
        { year: 2031, ...target },
        { year: 2035, ...target },
      ],
    };
    await addIndicator(ctx, { nodeId: id, content });
    const oldId = async (title: string) => (await old.node(title)).id;
    const pair = { planId: plan.id, evolution: null, note: "" };
    await linkNodes(ctx, { ...pair, oldNodeIds: [await oldId("訓練")], newNodeIds: [id], kind: "split" });
    const items = await planChecklist(ctx, await planById(ctx, plan.id));
    expect(items.map(({ group, about, wrong }) => `${group} ${about}：${wrong}`)).toEqual([
      "measure 1-1-2 避難所：主管課、目指す姿、成果指標、役割、関連する個別計画、SDGsの位置づけがない",
      "indicator 1-1-1-① 防災訓練に参加した人の割合：計算方法が方向や目標に合わない",
      "sdgs 1-1-1 訓練：◎が3つより多い",
      "sdgs 目標14 海の豊かさを守ろう：この目標につながる施策がなく、理由も書かれていない",
      "lineage 1-1-2 備蓄：前の計画の施策が、どこへ行ったか決まっていない",
      "lineage 1-1-2 避難所：前の計画のどの施策からか、新規かが決まっていない",
      "lineage 1-1-1 訓練：「分割」なのに、分かれた先が1つです",
      "period 1-1-1-① 防災訓練に参加した人の割合：計画期間の外に目標値がある（令和17年度）",
    ]);
    expect(items.filter(({ divisionId }) => divisionId === cast.crisis).length).toBe(4);
  });

  it("show the board to 企画 for all divisions, to a 課 for its own", async () => {
    const ctx = cast.planning;
    const school = await divisionIn(city(), "学校教育課");
    const { plan, node } = await planOf(ctx, "計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 学校"]]]);
    await editNode(ctx, { ...(await node("訓練")), divisionId: cast.crisis });
    await editNode(ctx, { ...(await node("学校")), divisionId: school });
    const all = await planQuality(ctx, plan);
    expect(all.year).toBe(2025); // today is 2026-11-22
    expect(all.divisions.map(({ divisionId }) => divisionId)).toEqual([cast.crisis, school]);
    expect((await planQuality(cast.clerk, plan)).divisions.map(({ divisionId }) => divisionId)).toEqual([cast.crisis]);
  });
});
