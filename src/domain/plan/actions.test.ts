import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, verifyChain, type Ctx, type PersonActor } from "#domain/audit/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { personIn, smallPlan, trainingIndicator, castOf, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  editIndicator,
  editNode,
  indicatorPage,
  noGrounds,
  nodePage,
  nodeRevisions,
  planSnapshot,
  removeIndicator,
  restoreIndicator,
  restoreRevision,
  searchNodes,
  setSdgGapNote,
  setSdgLink,
  sdgMatrix,
  treeChildren,
  treePath,
} from "./index.ts";
import { planSnapshotSchema } from "./snapshot.ts";

describe("work on the pages of a plan", () => {
  const city = useCity();
  let sato: PersonActor;
  let kato: PersonActor;
  let crisis: string;
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ crisis, sato, kato, planning, clerk } = await castOf(city()));
  });

  async function freshPlan(): Promise<PlanInTest> {
    plan = await smallPlan(planning);
    return plan;
  }

  describe("on a measure's page", () => {
    it("keeps every save as a revision, and makes an old one the present again as a new one", async () => {
      await freshPlan();
      const { id } = await plan.node("訓練");
      await editNode(planning, {
        id,
        version: 1,
        fields: { vision: richTextOf("・毎年訓練する\n・全員が参加する") },
        divisionId: crisis,
      });
      await editNode(clerk, {
        id,
        version: 2,
        fields: { vision: richTextOf("みんなが備えている。") },
        terms: [{ term: "自助", meaning: "自分で守る" }],
      });
      const revisions = await nodeRevisions(planning, id);
      expect(revisions.map(({ number, act, savedBy }) => [number, act, savedBy])).toEqual([
        [3, "edited", kato.id],
        [2, "edited", sato.id],
        [1, "created", sato.id],
      ]);
      expect(await restoreRevision(clerk, { nodeId: id, number: 2, version: 3 })).toMatchObject({
        value: { version: 4 },
      });
      const { node } = await nodePage(planning, id);
      expect(plainText(node.fields.vision ?? richTextOf(""))).toBe("・毎年訓練する\n・全員が参加する");
      expect(node.terms).toEqual([]);
      expect(node.divisionId).toBe(crisis);
    });

    it("makes no revision of a save that changes nothing", async () => {
      await freshPlan();
      const { id } = await plan.node("訓練");
      const fields = { vision: richTextOf("備える。") };
      await editNode(planning, { id, version: 1, fields });
      expect(await editNode(planning, { id, version: 2, fields })).toMatchObject({ value: { version: 2 } });
    });

    it("refuses a stale save with the present text, and changes nothing", async () => {
      await freshPlan();
      const { id } = await plan.node("訓練");
      await editNode(planning, { id, version: 1, fields: { vision: richTextOf("先に保存") } });
      const late = await editNode(planning, { id, version: 1, fields: { vision: richTextOf("後から保存") } });
      expect(late).toMatchObject({ ok: false, refusal: { code: "stale", current: { version: 2 } } });
      expect((await nodeRevisions(planning, id)).length).toBe(2);
    });

    it("lets a clerk write their own division's texts, not others' and not what stands above", async () => {
      await freshPlan();
      const own = await plan.node("訓練");
      const other = await plan.node("備蓄");
      await editNode(planning, { ...own, relatedDivisionIds: [crisis] });
      const fields = { direction: richTextOf("訓練を増やす。") };
      expect(await editNode(clerk, { id: own.id, version: 2, fields })).toMatchObject({ ok: true });
      await expect(editNode(clerk, { ...other, fields })).rejects.toThrow("課担当と課長は自分の課が");
      await expect(editNode(clerk, { id: own.id, version: 3, title: "別の名前" })).rejects.toThrow(
        "企画は、施策の名前",
      );
    });

    it("lets a contractor draft texts, not indicators", async () => {
      await freshPlan();
      const contractor = city().as(await personIn(city(), "受託者", { roles: ["contractor"] }));
      const node = await plan.node("訓練");
      expect(await editNode(contractor, { ...node, fields: { direction: richTextOf("下書き") } })).toMatchObject({
        ok: true,
      });
      await expect(addIndicator(contractor, { nodeId: node.id, content: trainingIndicator })).rejects.toThrow();
    });
  });

  describe("on indicators", () => {
    it("gives codes in order, keeps 「−」 apart from 0, and refuses a stale save with the present values", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      const first = await addIndicator(planning, { nodeId, content: trainingIndicator });
      expect(first).toMatchObject({ value: { code: "1-1-1-①" } });
      expect(await addIndicator(planning, { nodeId, content: trainingIndicator })).toMatchObject({
        value: { code: "1-1-1-②" },
      });
      const id = first.ok ? first.value.id : "";
      const none = { value: 0, absence: null, note: "中止" };
      const changed = {
        ...trainingIndicator,
        actuals: trainingIndicator.actuals.map((actual) => ({ ...actual, ...none })),
      };
      const grounds = { ...noGrounds, correctionReason: "中止が分かったため" };
      expect(await editIndicator(planning, { id, version: 1, content: changed, grounds })).toMatchObject({
        value: { version: 2 },
      });
      expect(await editIndicator(planning, { id, version: 1, content: trainingIndicator })).toMatchObject({
        refusal: { current: { version: 2 } },
      });
      expect((await indicatorPage(planning, id)).actuals).toEqual([
        { year: 2026, value: 0, absence: null, note: "中止", state: "confirmed", numerator: null, denominator: null },
      ]);
    });

    it("removes and brings back, unless the code was taken meanwhile", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      const first = await addIndicator(planning, { nodeId, content: trainingIndicator });
      const id = first.ok ? first.value.id : "";
      await removeIndicator(planning, { id, version: 1 });
      await expect(indicatorPage(planning, id)).rejects.toThrow();
      await restoreIndicator(planning, { id });
      await removeIndicator(planning, { id, version: 3 });
      await addIndicator(planning, { nodeId, content: trainingIndicator });
      expect(await restoreIndicator(planning, { id })).toMatchObject({ refusal: { code: "takenCode" } });
    });
  });

  describe("on the SDGs", () => {
    it("links, changes the sign without losing the reason, and shows the gaps", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      await setSdgLink(planning, { nodeId, goal: 11, strength: "related", targets: ["11.5"], reason: "被害を減らす" });
      await setSdgLink(planning, { nodeId, goal: 11, strength: "direct" });
      await setSdgGapNote(planning, { planId: plan.plan.id, goal: 14, explanation: "海がないため" });
      const matrix = await sdgMatrix(planning, plan.plan);
      expect(matrix.rows.map((row) => [row.title, row.sdgs])).toEqual([
        ["訓練", [{ goal: 11, strength: "direct", targets: ["11.5"], reason: "被害を減らす" }]],
        ["備蓄", []],
      ]);
      expect(matrix.gaps.measuresWithoutGoal.map((row) => row.title)).toEqual(["備蓄"]);
      expect(matrix.gaps.explainedGoals).toEqual([14]);
      expect(matrix.gaps.unexplainedGoals.length).toBe(15);
      await setSdgLink(planning, { nodeId, goal: 11, strength: null });
      expect((await sdgMatrix(planning, plan.plan)).rows[0]?.sdgs).toEqual([]);
    });

    it("refuses a target of another goal", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      const link = { nodeId, goal: 11, strength: "direct", targets: ["13.1"] } as const;
      expect(await setSdgLink(planning, link)).toMatchObject({ refusal: { code: "foreignTarget" } });
    });
  });

  it("shows children with what their pages lack, the way to a node, and what a search finds", async () => {
    await freshPlan();
    const disaster = await plan.node("防災");
    const children = await treeChildren(planning, plan.plan.id, disaster.id);
    expect(children.map(({ title, childCount, missing }) => [title, childCount, missing.length])).toEqual([
      ["訓練", 0, 6],
      ["備蓄", 0, 6],
    ]);
    expect((await treeChildren(planning, plan.plan.id, null))[0]).toMatchObject({
      title: "安全",
      childCount: 2,
      missing: [],
    });
    expect((await treePath(planning, (await plan.node("備蓄")).id)).map((node) => node.title)).toEqual([
      "安全",
      "防災",
      "備蓄",
    ]);
    expect((await searchNodes(planning, plan.plan.id, { words: "１－１ 備蓄" })).map((node) => node.title)).toEqual([
      "備蓄",
    ]);
  });

  it("goes public as one value of the published shape, in reading order, with divisions by name", async () => {
    await freshPlan();
    const { id } = await plan.node("訓練");
    await editNode(planning, { id, version: 1, divisionId: crisis, fields: { vision: richTextOf("備える。") } });
    await addIndicator(planning, { nodeId: id, content: trainingIndicator });
    await setSdgLink(planning, { nodeId: id, goal: 11, strength: "direct" });
    const snapshot = await planSnapshot(planning, plan.plan.id);
    expect(planSnapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.nodes.map((node) => [node.order, node.title])).toEqual([
      [0, "安全"],
      [1, "防災"],
      [2, "訓練"],
      [3, "備蓄"],
      [4, "消防"],
      [5, "福祉"],
    ]);
    expect(snapshot.nodes[2]).toMatchObject({
      division: { name: "危機管理課" },
      indicators: [{ code: "1-1-1-①" }],
      sdgs: [{ goal: 11 }],
    });
  });

  it("leaves an unbroken trail", async () => {
    expect(await verifyChain(city().as(systemActor("test")).db)).not.toHaveProperty("broken");
  });

  it("keeps the links to the SDGs in the revisions, shows nobody's texts as overtaken by them, and brings them back", async () => {
    await freshPlan();
    const { id } = await plan.node("訓練");
    await editNode(planning, { id, version: 1, divisionId: crisis });
    await setSdgLink(planning, { nodeId: id, goal: 11, strength: "direct", targets: ["11.5"], reason: "備える" });
    await setSdgLink(planning, { nodeId: id, goal: 11, strength: "direct" }); // nothing changes: no revision
    expect((await nodeRevisions(planning, id)).map(({ number, act }) => [number, act])).toEqual([
      [3, "linked"],
      [2, "edited"],
      [1, "created"],
    ]);
    // the texts were opened at version 2: the link of version 3 does not stand in their way
    expect(await editNode(clerk, { id, version: 2, fields: { vision: richTextOf("備える。") } })).toMatchObject({
      ok: true,
      value: { version: 4 },
    });
    await setSdgLink(planning, { nodeId: id, goal: 11, strength: null });
    expect((await nodeRevisions(planning, id)).map(({ sdgs }) => sdgs?.length)).toEqual([0, 1, 1, 0, 0]);
    expect(await restoreRevision(planning, { nodeId: id, number: 4, version: 5 })).toMatchObject({ ok: true });
    expect((await nodePage(planning, id)).sdgs).toEqual([
      { goal: 11, strength: "direct", targets: ["11.5"], reason: "備える" },
    ]);
  });
});
