import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  addIndicator,
  createPlan,
  editNode,
  indicatorPage,
  levelPresets,
  lineageBoard,
  listPlans,
  planBySlug,
  planOutline,
  planPayload,
  planSnapshot,
  previewRebasing,
  rebasePlan,
  rebasingOf,
  searchIndicators,
  setSdgLink,
  editPlan,
  undoRebasing,
  type RebasingOrder,
} from "#domain/plan/index.ts";
import { publish } from "#domain/publication/index.ts";
import { Forbidden, NotFound } from "#kernel/result.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../../test/support/city.ts";
import {
  castOf,
  lines,
  outlineText,
  planOf,
  trainingIndicator,
  type PlanInTest,
} from "../../../../test/support/plan.ts";

describe("re-basing a plan", () => {
  const city = useCity();
  let ctx: Ctx;
  let clerk: Ctx;
  let old: PlanInTest;
  let indicatorId: string;
  let serial = 0;

  beforeAll(async () => {
    const cast = await castOf(city());
    ctx = cast.planning;
    clerk = cast.clerk;
  });

  async function oldPlan(): Promise<void> {
    old = await planOf(ctx, "前の計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"], "1-2 消防"], "2 福祉"]);
    const { id, version } = await old.node("訓練");
    await editNode(ctx, { id, version, fields: { vision: richTextOf("備えるまち") } });
    await setSdgLink(ctx, { nodeId: id, goal: 11, strength: "direct" });
    const actual = {
      value: 15,
      absence: null,
      note: "",
      state: "confirmed",
      numerator: null,
      denominator: null,
    } as const;
    const content = { ...trainingIndicator, name: `訓練${++serial}`, actuals: [{ year: 2026, ...actual }] };
    const added = await addIndicator(ctx, { nodeId: id, content });
    indicatorId = added.ok ? added.value.id : "";
  }

  async function orderOf(change: Partial<RebasingOrder> = {}): Promise<RebasingOrder> {
    return {
      name: "新しい計画",
      slug: `new-${++serial}`,
      kind: "basicPlan",
      vision: "",
      summary: "",
      startYear: 2029,
      endYear: 2033,
      levels: levelPresets[0]?.levels ?? [],
      goals: [
        { title: "命を守る", keyword: "安全" },
        { title: "暮らし", keyword: "" },
        { title: "デジタル", keyword: "" },
      ],
      fates: new Map([
        [(await old.node("安全")).id, { kind: "goal", goal: 0 }],
        [(await old.node("備蓄")).id, { kind: "end" }],
        [(await old.node("福祉")).id, { kind: "goal", goal: 1 }],
      ]),
      takes: { texts: true, relatedPlans: true, sdgs: true },
      indicators: "within",
      ...change,
    };
  }

  async function rebase(order: RebasingOrder) {
    const { seal } = await previewRebasing(ctx, await planBySlug(ctx, old.plan.slug), order);
    return rebasePlan(ctx, { fromPlanId: old.plan.id, order, seal });
  }

  it("makes what the preview said: tree, texts, indicators with their series, SDGs and lineage", async () => {
    await oldPlan();
    const order = await orderOf();
    const preview = await previewRebasing(ctx, await planBySlug(ctx, old.plan.slug), order);
    expect(preview).toMatchObject({ levels: [3, 2, 1], indicators: 1, targets: 1, sdgs: 1, indicatorsLeft: 0 });
    const told = preview.outline.map(({ depth, code, title }) => `${"  ".repeat(depth - 1)}${code} ${title}`);
    const before = JSON.stringify(await planSnapshot(ctx, old.plan.id));
    const done = await rebasePlan(ctx, { fromPlanId: old.plan.id, order, seal: preview.seal });
    const plan = await planBySlug(ctx, order.slug);
    expect(done).toMatchObject({ ok: true, value: { id: plan.id, predecessorId: old.plan.id, startYear: 2029 } });
    expect(outlineText(await planOutline(ctx, plan.id))).toBe(
      lines(`
        1 命を守る
          1-1 防災
            1-1-1 訓練
          1-2 消防
        2 暮らし
        3 デジタル`),
    );
    expect(outlineText(await planOutline(ctx, plan.id))).toBe(told.join("\n"));
    const [training] = (await planSnapshot(ctx, plan.id)).nodes.filter((node) => node.title === "訓練");
    expect(training).toMatchObject({ sdgs: [{ goal: 11 }], origins: [{ code: "1-1-1", kind: "continue" }] });
    expect(training?.indicators[0]).toMatchObject({ baseline: { year: 2026, value: 15 }, targets: [{ year: 2031 }] });
    expect((await indicatorPage(ctx, training?.indicators[0]?.id ?? "")).seriesId).toBe(indicatorId);
    const board = await lineageBoard(ctx, plan);
    expect(board.progress.old).toEqual({ all: 2, done: 2 });
    expect(board.contradictions).toEqual([]);
    expect(JSON.stringify(await planSnapshot(ctx, old.plan.id))).toBe(before);
  });

  it("leaves empty what was not taken", async () => {
    await oldPlan();
    const takes = { texts: false, relatedPlans: false, sdgs: false };
    const order = await orderOf({ takes, indicators: "none" });
    expect((await rebase(order)).ok).toBe(true);
    const { nodes } = await planSnapshot(ctx, (await planBySlug(ctx, order.slug)).id);
    expect(nodes.flatMap((node) => [...Object.keys(node.fields), ...node.sdgs, ...node.indicators])).toEqual([]);
  });

  it("is refused when the old plan changed after the preview, and does nothing then", async () => {
    await oldPlan();
    const order = await orderOf();
    const { seal } = await previewRebasing(ctx, await planBySlug(ctx, old.plan.slug), order);
    const { id, version } = await old.node("備蓄");
    await editNode(ctx, { id, version, title: "備蓄と避難所" });
    expect(await rebasePlan(ctx, { fromPlanId: old.plan.id, order, seal })).toMatchObject({
      refusal: { code: "changedSince" },
    });
    await expect(planBySlug(ctx, order.slug)).rejects.toThrow(NotFound);
  });

  it("is refused whole where an address is taken or an order is wrong", async () => {
    await oldPlan();
    expect(await rebase(await orderOf({ slug: old.plan.slug }))).toMatchObject({ refusal: { code: "takenSlug" } });
    expect(await rebase(await orderOf({ goals: [] }))).toMatchObject({ refusal: { code: "invalid" } });
    await expect(rebasePlan(clerk, { fromPlanId: old.plan.id, order: await orderOf(), seal: "" })).rejects.toThrow(
      Forbidden,
    );
  });

  it("is taken back as a whole, leaves nothing in any list, and can be done again under the same address", async () => {
    await oldPlan();
    const order = await orderOf();
    const before = JSON.stringify(await planSnapshot(ctx, old.plan.id));
    await rebase(order);
    const plan = await planBySlug(ctx, order.slug);
    expect(await rebasingOf(ctx, plan)).toMatchObject({ canUndo: true, from: { id: old.plan.id } });
    expect(await undoRebasing(ctx, { planId: plan.id })).toMatchObject({
      ok: true,
      value: { from: { id: old.plan.id } },
    });
    expect((await listPlans(ctx)).map(({ id }) => id)).not.toContain(plan.id);
    expect((await searchIndicators(ctx, { words: `訓練${serial - 1}` })).map((each) => each.planId)).toEqual([
      old.plan.id,
    ]);
    await expect(undoRebasing(ctx, { planId: plan.id })).rejects.toThrow(NotFound);
    expect(JSON.stringify(await planSnapshot(ctx, old.plan.id))).toBe(before);
    expect(await rebase(order)).toMatchObject({ ok: true, value: { slug: order.slug } });
  });

  it("is not taken back once the new plan was published, nor when a plan follows it or was made otherwise", async () => {
    await oldPlan();
    const order = await orderOf();
    await rebase(order);
    const plan = await planBySlug(ctx, order.slug);
    const after = { kind: "basicPlan", name: "次", vision: "", summary: "", startYear: 2034, endYear: 2038 } as const;
    const next = await createPlan(ctx, { ...after, slug: "after", levels: order.levels, predecessorId: plan.id });
    expect(await undoRebasing(ctx, { planId: plan.id })).toMatchObject({ refusal: { code: "followed" } });
    expect(next.ok && (await undoRebasing(ctx, { planId: next.value.id }))).toMatchObject({
      refusal: { code: "notRebased" },
    });
    const words = {
      label: "素案",
      openness: "discussion",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    const payload = await planSnapshot(ctx, plan.id);
    expect((await publish(ctx, { kind: planPayload, reference: plan.slug, payload, ...words })).ok).toBe(true);
    expect(await undoRebasing(ctx, { planId: plan.id })).toMatchObject({ refusal: { code: "published" } });
    expect((await rebasingOf(ctx, await planBySlug(ctx, order.slug)))?.canUndo).toBe(false);
  });

  it("keeps the address of a plan that was published, by which it is known; one that was not may get another", async () => {
    await oldPlan();
    const order = await orderOf();
    await rebase(order);
    const { id, version, slug } = await planBySlug(ctx, order.slug);
    expect(await editPlan(ctx, { planId: id, version, slug: `${slug}-draft` })).toMatchObject({ ok: true });
    const renamed = await planBySlug(ctx, `${slug}-draft`);
    const words = {
      label: "素案",
      openness: "discussion",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    const payload = await planSnapshot(ctx, id);
    await publish(ctx, { kind: planPayload, reference: renamed.slug, payload, ...words });
    const again = { planId: id, version: renamed.version };
    expect(await editPlan(ctx, { ...again, slug: "elsewhere" })).toMatchObject({ refusal: { code: "publishedSlug" } });
    expect(await editPlan(ctx, { ...again, name: "別の名前" })).toMatchObject({ ok: true });
    expect(await undoRebasing(ctx, { planId: id })).toMatchObject({ refusal: { code: "published" } });
  });
});
