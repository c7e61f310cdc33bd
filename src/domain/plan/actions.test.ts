import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, verifyChain, type Ctx, type PersonActor } from "#domain/audit/index.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { divisionIn, lines, personIn, planOf, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  addNode,
  createPlan,
  editIndicator,
  editLevels,
  editNode,
  indentNode,
  indicatorPage,
  moveNode,
  nodePage,
  nodeRevisions,
  outdentNode,
  planSnapshot,
  planState,
  previewRenumbering,
  removeIndicator,
  removeNode,
  renameNode,
  renumber,
  restoreIndicator,
  restoreNode,
  restoreRevision,
  searchNodes,
  setCode,
  setSdgGapNote,
  setSdgLink,
  sdgMatrix,
  treeChildren,
  treePath,
  undoLast,
  type IndicatorContent,
} from "./index.ts";
import { planSnapshotSchema } from "./snapshot.ts";

const indicator: IndicatorContent = {
  code: "",
  name: "防災訓練に参加した人の割合",
  unit: "％",
  decimals: 1,
  direction: "up",
  accumulation: "singleYear",
  description: "参加者÷人口",
  source: "危機管理課調べ",
  divisionId: null,
  baseline: { year: 2025, value: 12.5, words: "" },
  targets: [{ year: 2031, value: 20, upperValue: null, words: "" }],
  actuals: [{ year: 2026, value: null, absence: "counting", note: "" }],
};

describe("work on a plan", () => {
  const city = useCity();
  let sato: PersonActor;
  let kato: PersonActor;
  let crisis: string;
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    crisis = await divisionIn(city(), "危機管理課");
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    kato = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    planning = city().as(sato);
    clerk = city().as(kato);
  });

  async function freshPlan(): Promise<PlanInTest> {
    plan = await planOf(planning, "みほん市総合計画", [
      "1 安全",
      ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"], "1-2 消防"],
      "2 福祉",
    ]);
    return plan;
  }

  describe("on its tree", () => {
    it("adds a node behind its siblings with the next number, or at a place with a number of its own", async () => {
      await freshPlan();
      const parentId = (await plan.node("安全")).id;
      await addNode(planning, { planId: plan.plan.id, parentId, title: "交通安全" });
      await addNode(planning, { planId: plan.plan.id, parentId: null, position: 0, title: "子ども", code: "0" });
      expect(await plan.outline()).toBe(
        lines(`
          0 子ども
          1 安全
            1-1 防災
              1-1-1 訓練
              1-1-2 備蓄
            1-2 消防
            1-3 交通安全
          2 福祉
        `),
      );
    });

    it("refuses a number that another node has, and a node below the last level", async () => {
      await freshPlan();
      const addition = { planId: plan.plan.id, title: "港湾" };
      expect(await addNode(planning, { ...addition, parentId: null, code: "1-1" })).toMatchObject({
        refusal: { code: "takenCode" },
      });
      const parentId = (await plan.node("訓練")).id;
      expect(await addNode(planning, { ...addition, parentId })).toMatchObject({ refusal: { code: "tooDeep" } });
    });

    it("moves a branch, renumbers as the preview showed, and takes both back one by one", async () => {
      await freshPlan();
      const before = await plan.outline();
      await moveNode(planning, { ...(await plan.node("防災")), parentId: (await plan.node("福祉")).id, position: 0 });
      const preview = await previewRenumbering(planning, plan.plan.id);
      expect(preview.changes.map(({ from, to }) => `${from}→${to}`)).toEqual([
        "1-2→1-1",
        "1-1→2-1",
        "1-1-1→2-1-1",
        "1-1-2→2-1-2",
      ]);
      expect(await renumber(planning, { planId: plan.plan.id, codes: preview.codes })).toMatchObject({
        value: { changed: 4 },
      });
      expect(await plan.outline()).toBe(
        lines(`
          1 安全
            1-1 消防
          2 福祉
            2-1 防災
              2-1-1 訓練
              2-1-2 備蓄
        `),
      );
      expect(await undoLast(planning, { planId: plan.plan.id })).toMatchObject({ value: { undone: "renumbered" } });
      expect(await undoLast(planning, { planId: plan.plan.id })).toMatchObject({ value: { undone: "moved" } });
      expect(await plan.outline()).toBe(before);
      expect(await undoLast(planning, { planId: plan.plan.id })).toMatchObject({ refusal: { code: "nothingToUndo" } });
    });

    it("refuses to renumber when the tree changed after the preview", async () => {
      await freshPlan();
      await moveNode(planning, { ...(await plan.node("消防")), parentId: (await plan.node("安全")).id, position: 0 });
      const { codes } = await previewRenumbering(planning, plan.plan.id);
      await moveNode(planning, { ...(await plan.node("備蓄")), parentId: (await plan.node("防災")).id, position: 0 });
      expect(await renumber(planning, { planId: plan.plan.id, codes })).toMatchObject({
        refusal: { code: "changedSince" },
      });
    });

    it("indents and outdents, and says why not", async () => {
      await freshPlan();
      await indentNode(planning, await plan.node("消防"));
      expect((await plan.outline()).split("\n")[4]).toBe("    1-2 消防");
      await outdentNode(planning, await plan.node("消防"));
      expect((await plan.outline()).split("\n")[4]).toBe("  1-2 消防");
      expect(await outdentNode(planning, await plan.node("安全"))).toMatchObject({ refusal: { code: "nowhere" } });
      expect(await indentNode(planning, await plan.node("備蓄"))).toMatchObject({ refusal: { code: "tooDeep" } });
    });

    it("removes a branch with its indicators and brings all of it back; a number taken meanwhile is left empty", async () => {
      await freshPlan();
      const training = await plan.node("訓練");
      await addIndicator(planning, { nodeId: training.id, content: indicator });
      const disaster = await plan.node("防災");
      expect(await removeNode(planning, disaster)).toMatchObject({ value: { removed: 3 } });
      expect(await plan.outline()).toBe("1 安全\n  1-2 消防\n2 福祉");
      expect((await planState(planning, plan.plan)).indicators).toBe(0);
      await setCode(planning, { ...(await plan.node("消防")), code: "1-1" });
      expect(await restoreNode(planning, { id: disaster.id })).toMatchObject({ value: { restored: 3 } });
      expect(await plan.outline()).toBe(
        lines(`
          1 安全
            防災
              1-1-1 訓練
              1-1-2 備蓄
            1-1 消防
          2 福祉
        `),
      );
      expect((await planState(planning, plan.plan)).indicators).toBe(1);
    });

    it("takes back one's own rename, addition and removal, but not over what others changed since", async () => {
      await freshPlan();
      const before = await plan.outline();
      const planId = plan.plan.id;
      await renameNode(planning, { ...(await plan.node("消防")), title: "消防と救急" });
      await addNode(planning, { planId, parentId: null, title: "環境" });
      await removeNode(planning, await plan.node("福祉"));
      for (const undone of ["removed", "added", "renamed"])
        expect(await undoLast(planning, { planId })).toMatchObject({ value: { undone } });
      expect(await plan.outline()).toBe(before);

      await renameNode(planning, { ...(await plan.node("消防")), title: "消防と救急" });
      const ito = city().as(await personIn(city(), "伊藤", { roles: ["planning"] }));
      expect(await undoLast(ito, { planId })).toMatchObject({ refusal: { code: "nothingToUndo" } });
      await renameNode(ito, { ...(await plan.node("消防と救急")), title: "消防・救急" });
      expect(await undoLast(planning, { planId })).toMatchObject({ refusal: { code: "changedSince" } });
    });

    it("is the planning office's alone", async () => {
      await freshPlan();
      await expect(renameNode(clerk, { ...(await plan.node("防災")), title: "防災と減災" })).rejects.toThrow(
        "企画は、施策体系の項目を",
      );
      await expect(
        createPlan(clerk, {
          slug: "x",
          kind: "basicPlan",
          name: "x",
          vision: "",
          summary: "",
          startYear: 2027,
          endYear: 2031,
          levels: [],
        }),
      ).rejects.toThrow();
    });

    it("refuses a node that someone changed since it was seen, with what it is now", async () => {
      await freshPlan();
      const seen = await plan.node("消防");
      await renameNode(planning, { ...seen, title: "消防と救急" });
      const late = await renameNode(planning, { ...seen, title: "消防団" });
      expect(late).toMatchObject({
        ok: false,
        refusal: { code: "stale", current: { title: "消防と救急", version: 2 } },
      });
    });

    it("keeps a level while anything stands there", async () => {
      await freshPlan();
      const levels = plan.plan.levels.slice(0, 2);
      expect(await editLevels(planning, { planId: plan.plan.id, version: 1, levels })).toMatchObject({
        refusal: { code: "levelsInUse" },
      });
      const more = [
        ...plan.plan.levels,
        { name: "基本事業", codePattern: "{parent}-{nn}", evaluator: "", hasPage: false },
      ];
      expect(await editLevels(planning, { planId: plan.plan.id, version: 1, levels: more })).toMatchObject({
        ok: true,
      });
      const added = await addNode(planning, {
        planId: plan.plan.id,
        parentId: (await plan.node("訓練")).id,
        title: "夜間訓練",
      });
      expect(added).toMatchObject({ value: { code: "1-1-1-01" } });
    });
  });

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
      await expect(addIndicator(contractor, { nodeId: node.id, content: indicator })).rejects.toThrow();
    });
  });

  describe("on indicators", () => {
    it("gives codes in order, keeps 「−」 apart from 0, and refuses a stale save with the present values", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      const first = await addIndicator(planning, { nodeId, content: indicator });
      expect(first).toMatchObject({ value: { code: "1-1-1-①" } });
      expect(await addIndicator(planning, { nodeId, content: indicator })).toMatchObject({
        value: { code: "1-1-1-②" },
      });
      const id = first.ok ? first.value.id : "";
      const changed = { ...indicator, actuals: [{ year: 2026, value: 0, absence: null, note: "中止" }] };
      expect(await editIndicator(planning, { id, version: 1, content: changed })).toMatchObject({
        value: { version: 2 },
      });
      expect(await editIndicator(planning, { id, version: 1, content: indicator })).toMatchObject({
        refusal: { current: { version: 2 } },
      });
      expect((await indicatorPage(planning, id)).actuals).toEqual([
        { year: 2026, value: 0, absence: null, note: "中止" },
      ]);
    });

    it("removes and brings back, unless the code was taken meanwhile", async () => {
      await freshPlan();
      const { id: nodeId } = await plan.node("訓練");
      const first = await addIndicator(planning, { nodeId, content: indicator });
      const id = first.ok ? first.value.id : "";
      await removeIndicator(planning, { id, version: 1 });
      await expect(indicatorPage(planning, id)).rejects.toThrow();
      await restoreIndicator(planning, { id });
      await removeIndicator(planning, { id, version: 3 });
      await addIndicator(planning, { nodeId, content: indicator });
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
    await addIndicator(planning, { nodeId: id, content: indicator });
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
});
