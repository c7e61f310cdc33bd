import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  addIndicator,
  continueIndicator,
  describeLink,
  editPlan,
  importCorrespondence,
  indicatorPage,
  lineageBoard,
  linkNodes,
  linkPairs,
  planById,
  planSnapshot,
  removeNode,
  restoreNode,
  separateIndicator,
  seriesOffers,
  undoLineage,
  unlinkNodes,
  type LinkEntry,
} from "#domain/plan/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, planOf, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";

const value = (year: number, figure: number) => ({
  year,
  value: figure,
  absence: null,
  note: "",
  state: "confirmed" as const,
  numerator: null,
  denominator: null,
});

const row = (line: number, oldCode: string, newCode: string) => ({
  line,
  oldCode,
  newCode,
  kind: "",
  evolution: "",
  note: "",
});

describe("the lineage of two plans", () => {
  const city = useCity();
  let ctx: Ctx;
  let clerk: Ctx;
  let old: PlanInTest;
  let fresh: PlanInTest;
  let planId: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    ctx = cast.planning;
    clerk = cast.clerk;
  });

  async function twoPlans(): Promise<void> {
    old = await planOf(ctx, "前の計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄", "1-1-3 無線"]]]);
    fresh = await planOf(ctx, "新しい計画", ["1 命", ["1-1 備え", ["1-1-1 地域", "1-1-2 避難所", "1-1-3 情報"]]]);
    planId = fresh.plan.id;
    const { version } = fresh.plan;
    await editPlan(ctx, { planId, version, predecessorId: old.plan.id });
  }

  async function entry(oldTitle: string | null, newTitle: string | null): Promise<LinkEntry & { planId: string }> {
    const oldNodeIds = oldTitle === null ? [] : [(await old.node(oldTitle)).id];
    const newNodeIds = newTitle === null ? [] : [(await fresh.node(newTitle)).id];
    const kind = oldTitle === null ? "new" : newTitle === null ? "end" : null;
    return { planId, oldNodeIds, newNodeIds, kind, evolution: null, note: "" };
  }

  async function link(oldTitle: string | null, newTitle: string | null): Promise<string> {
    const done = await linkNodes(ctx, await entry(oldTitle, newTitle));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value.ids[0] ?? "";
  }

  async function pair(oldTitle: string, newTitle: string): Promise<{ oldNodeId: string; newNodeId: string }> {
    return { oldNodeId: (await old.node(oldTitle)).id, newNodeId: (await fresh.node(newTitle)).id };
  }

  const board = async () => lineageBoard(ctx, await planById(ctx, planId));
  const kinds = async () => (await board()).links.map(({ kind }) => kind);

  it("says where each old measure went, and counts what is left", async () => {
    await twoPlans();
    await link("訓練", "地域");
    expect(await kinds()).toEqual(["continue"]);
    await link("訓練", "避難所");
    expect(await kinds()).toEqual(["split", "split"]);
    await link("無線", null);
    await link(null, "情報");
    const { progress, contradictions } = await board();
    expect(progress).toEqual({ old: { all: 3, done: 2 }, new: { all: 3, done: 3 } });
    expect(contradictions).toEqual([]);
  });

  it("takes many pairs in one act, taken back as one, and none when one was linked meanwhile", async () => {
    await twoPlans();
    const pairs = [await pair("訓練", "地域"), await pair("備蓄", "避難所")];
    expect(await linkPairs(ctx, { planId, pairs })).toMatchObject({ ok: true });
    expect(await kinds()).toEqual(["continue", "continue"]);
    const more = [await pair("無線", "情報"), await pair("訓練", "情報")];
    expect(await linkPairs(ctx, { planId, pairs: more })).toMatchObject({ refusal: { code: "linkedMeanwhile" } });
    await expect(linkPairs(clerk, { planId, pairs })).rejects.toThrow(Forbidden);
    expect(await undoLineage(ctx, { planId })).toMatchObject({ ok: true });
    expect(await kinds()).toEqual([]);
  });

  it("splits one into several and merges several into one in one act, but not several into several", async () => {
    await twoPlans();
    const one = await entry("訓練", "地域");
    const [two, three] = [await entry("備蓄", "避難所"), await entry("無線", "情報")];
    const merged = { ...one, oldNodeIds: [...one.oldNodeIds, ...two.oldNodeIds] };
    expect(await linkNodes(ctx, { ...merged, newNodeIds: [...one.newNodeIds, ...two.newNodeIds] })).toMatchObject({
      refusal: { code: "manyToMany" },
    });
    expect(await linkNodes(ctx, { ...one, newNodeIds: [] })).toMatchObject({ refusal: { code: "sideMissing" } });
    await linkNodes(ctx, merged);
    await linkNodes(ctx, { ...three, newNodeIds: [...two.newNodeIds, ...three.newNodeIds] });
    expect(await kinds()).toEqual(["merge", "merge", "split", "split"]);
    await undoLineage(ctx, { planId });
    expect(await kinds()).toEqual(["merge", "merge"]);
  });

  it("is taken back act by act by the person who did it, and by nobody else", async () => {
    await twoPlans();
    await link("訓練", "地域");
    const second = await link("訓練", "避難所");
    await describeLink(ctx, { planId, id: second, kind: null, evolution: "expand", note: "避難所を増やした" });
    await unlinkNodes(ctx, { planId, id: second });
    expect(await kinds()).toEqual(["continue"]);
    expect((await undoLineage(ctx, { planId })).ok).toBe(true);
    expect((await board()).links.find((each) => each.id === second)).toMatchObject({
      evolution: "expand",
      kind: "split",
    });
    await undoLineage(ctx, { planId });
    await undoLineage(ctx, { planId });
    expect(await kinds()).toEqual(["continue"]);
    await undoLineage(ctx, { planId });
    expect(await kinds()).toEqual([]);
    expect(await undoLineage(ctx, { planId })).toMatchObject({ refusal: { code: "nothingToUndo" } });
    await expect(undoLineage(clerk, { planId })).rejects.toThrow(Forbidden);
  });

  it("is not taken back where somebody else changed the same links since, or put the same pair there again", async () => {
    await twoPlans();
    const other = city().as(await personIn(city(), "鈴木", { roles: ["planning"] }));
    const first = await link("訓練", "地域");
    await describeLink(other, { planId, id: first, kind: null, evolution: "keep", note: "" });
    expect(await undoLineage(ctx, { planId })).toMatchObject({ refusal: { code: "changedSince" } });
    await unlinkNodes(ctx, { planId, id: first });
    await linkNodes(other, await entry("訓練", "地域"));
    expect(await undoLineage(ctx, { planId })).toMatchObject({ refusal: { code: "changedSince" } });
    await undoLineage(other, { planId });
    expect((await undoLineage(ctx, { planId })).ok).toBe(true);
    expect(await kinds()).toEqual(["continue"]);
  });

  it("refuses a node of another plan, a plan without predecessor, and the same pair twice", async () => {
    await twoPlans();
    const wrong = { ...(await entry("訓練", "地域")), oldNodeIds: [(await fresh.node("地域")).id] };
    expect(await linkNodes(ctx, wrong)).toMatchObject({ refusal: { code: "gone" } });
    await link("訓練", "地域");
    expect(await linkNodes(ctx, await entry("訓練", "地域"))).toMatchObject({ refusal: { code: "alreadyLinked" } });
    const alone = { ...(await entry(null, null)), planId: old.plan.id, newNodeIds: [(await old.node("訓練")).id] };
    expect(await linkNodes(ctx, alone)).toMatchObject({ refusal: { code: "noPredecessor" } });
    await expect(linkNodes(clerk, await entry("備蓄", "避難所"))).rejects.toThrow(Forbidden);
  });

  it("waits unseen while a node of it is removed", async () => {
    await twoPlans();
    await link("訓練", "地域");
    const node = await fresh.node("地域");
    await removeNode(ctx, node);
    expect(await kinds()).toEqual([]);
    await restoreNode(ctx, { id: node.id });
    expect(await kinds()).toEqual(["continue"]);
  });

  it("comes in from a table of codes as a whole or not at all", async () => {
    await twoPlans();
    expect(
      (await importCorrespondence(ctx, { planId, rows: [row(2, "1-1-1", "1-1-1"), row(3, "9", "1-1-2")] })).ok,
    ).toBe(false);
    expect(await kinds()).toEqual([]);
    await importCorrespondence(ctx, { planId, rows: [row(2, "1-1-1", "1-1-1"), row(3, "1-1-2", "1-1-1")] });
    expect(await kinds()).toEqual(["merge", "merge"]);
    await undoLineage(ctx, { planId });
    expect(await kinds()).toEqual([]);
  });

  it("goes public with the new plan: origins by node, and what ends", async () => {
    await twoPlans();
    const id = await link("訓練", "地域");
    await describeLink(ctx, { planId, id, kind: null, evolution: "improve", note: "区と一緒に行う" });
    await link("無線", null);
    const snapshot = await planSnapshot(ctx, planId);
    expect(snapshot.predecessor).toEqual({ slug: old.plan.slug, name: "前の計画" });
    expect(snapshot.nodes.find((node) => node.title === "地域")?.origins).toMatchObject([
      {
        planSlug: old.plan.slug,
        code: "1-1-1",
        title: "訓練",
        kind: "continue",
        evolution: "improve",
        note: "区と一緒に行う",
      },
    ]);
    expect(snapshot.endings.map(({ title }) => title)).toEqual(["無線"]);
    expect((await planSnapshot(ctx, old.plan.id)).predecessor).toBeNull();
  });

  async function indicatorOn(plan: PlanInTest, title: string, change: Partial<typeof trainingIndicator>) {
    const { id: nodeId } = await plan.node(title);
    const added = await addIndicator(ctx, { nodeId, content: { ...trainingIndicator, ...change } });
    return added.ok ? { id: added.value.id, nodeId } : { id: "", nodeId };
  }

  it("lets a new indicator be made that continues an old one, with one series of values", async () => {
    await twoPlans();
    await link("訓練", "地域");
    const before = await indicatorOn(old, "訓練", { actuals: [value(2024, 14.1), value(2025, 15.3)] });
    const { id: nodeId } = await fresh.node("地域");
    const done = await continueIndicator(ctx, { indicatorId: before.id, nodeId, intoId: null });
    const heir = done.ok ? await indicatorPage(ctx, done.value.id) : undefined;
    expect(heir).toMatchObject({ code: "1-1-1-①", baseline: { year: 2025, value: 15.3 }, unit: "％" });
    expect(heir?.actuals.map(({ value: figure }) => figure)).toEqual([14.1, 15.3]);
    expect((await seriesOffers(ctx, await board()))[0]?.heir?.id).toBe(heir?.id);
    expect(await continueIndicator(ctx, { indicatorId: before.id, nodeId, intoId: null })).toMatchObject({
      refusal: { code: "alreadyContinued" },
    });
  });

  it("joins two indicators that are there, refuses other units, and can be separated without losing a value", async () => {
    await twoPlans();
    await link("訓練", "地域");
    const before = await indicatorOn(old, "訓練", { actuals: [value(2024, 14.1), value(2025, 15.3)] });
    const heads = await indicatorOn(fresh, "地域", { name: "参加者数", unit: "人", actuals: [] });
    const rate = await indicatorOn(fresh, "地域", { name: "参加率", unit: "%", actuals: [value(2026, 16)] });
    const join = (intoId: string) => continueIndicator(ctx, { indicatorId: before.id, nodeId: rate.nodeId, intoId });
    expect(await join(heads.id)).toMatchObject({ refusal: { code: "unitsDiffer" } });
    expect((await join(rate.id)).ok).toBe(true);
    const years = async (id: string) => (await indicatorPage(ctx, id)).actuals.map(({ year }) => year);
    expect(await years(rate.id)).toEqual([2024, 2025, 2026]);
    expect(await years(before.id)).toEqual([2024, 2025, 2026]);
    await separateIndicator(ctx, { id: rate.id });
    expect(await years(rate.id)).toEqual([2024, 2025, 2026]);
    expect((await indicatorPage(ctx, rate.id)).seriesId).not.toBe((await indicatorPage(ctx, before.id)).seriesId);
  });

  it("continues indicators only between linked measures, and for those who may edit the new one's", async () => {
    await twoPlans();
    const before = await indicatorOn(old, "訓練", {});
    const { id: nodeId } = await fresh.node("地域");
    const input = { indicatorId: before.id, nodeId, intoId: null };
    expect(await continueIndicator(ctx, input)).toMatchObject({ refusal: { code: "notLinked" } });
    await expect(continueIndicator(clerk, input)).rejects.toThrow(Forbidden);
  });
});
