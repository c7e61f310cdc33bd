import { beforeAll, describe, expect, it } from "vitest";
import { type Ctx } from "#domain/audit/index.ts";
import { castOf, lines, personIn, smallPlan, trainingIndicator, type PlanInTest } from "../../../test/support/plan.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  addIndicator,
  addNode,
  createPlan,
  editLevels,
  indentNode,
  moveNode,
  outdentNode,
  planState,
  previewRenumbering,
  removeNode,
  renameNode,
  renumber,
  restoreNode,
  setCode,
  undoLast,
} from "./index.ts";

describe("work on the tree of a plan", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
  });

  async function freshPlan(): Promise<PlanInTest> {
    plan = await smallPlan(planning);
    return plan;
  }

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
      refusal: { code: "outdatedPreview" },
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
    await addIndicator(planning, { nodeId: training.id, content: trainingIndicator });
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
