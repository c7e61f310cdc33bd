import { beforeAll, describe, expect, it } from "vitest";
import { actLabel, listEvents, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden } from "#kernel/result.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../../test/support/city.ts";
import { everythingIn, secondPurger } from "../../../../test/support/erasures.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";
import { answerAll, applyNow, csvFile, openImport } from "../../../../test/support/plan-import.ts";
import {
  addIndicator,
  addNode,
  confirmErasure as confirmWith,
  editIndicator,
  editNode,
  erasureReasons,
  importCase,
  importFile,
  indicatorHistory,
  indicatorPage,
  keptParts as keptPartsWith,
  noGrounds,
  nodeRevisions,
  planErasures as planErasuresWith,
  removeIndicator,
  renameNode,
  requestErasure as requestWith,
  restoreIndicator,
  restoreRevision,
  takeBackErasure,
  undoLast,
  type ErasureInput,
  type ErasureKind,
  type KeptAbove,
} from "../index.ts";

const leaked = "山本花子さん";
const reason = "個人の電話番号があった";

/** No subject above keeps anything: what the manuscript does is in documents/erasure.test.ts. */
const above: KeptAbove = {
  names: async () => new Map(),
  keptBy: async () => undefined,
  obstacle: async () => undefined,
  empty: async () => {},
  tables: [],
};
const requestErasure = (ctx: Ctx, input: ErasureInput) => requestWith(ctx, { ...input, above });
const confirmErasure = (ctx: Ctx, { id }: { readonly id: string }) => confirmWith(ctx, { id, above });
const planErasures = (ctx: Ctx, planId: string) => planErasuresWith(ctx, planId, above);
const keptParts = (
  ctx: Ctx,
  target: { readonly planId: string; readonly kind: ErasureKind; readonly targetId: string },
) => keptPartsWith(ctx, { ...target, above });

function codeOf(result: { readonly ok: true } | { readonly ok: false; readonly refusal: { code: string } }): string {
  return result.ok ? "accepted" : result.refusal.code;
}

describe("the erasure of what a plan keeps of its past", () => {
  const city = useCity();
  let planning: Ctx;
  let second: Ctx;
  let clerk: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning, clerk } = await castOf(city()));
    second = city().as(await secondPurger(city()));
    plan = await smallPlan(planning);
  });

  /** A measure whose second revision leaked (its phone number is its own), and whose third does not any more. */
  async function leakedNode(phone = newId()): Promise<string> {
    const parent = await plan.node("防災");
    const added = await addNode(planning, { planId: plan.plan.id, parentId: parent.id, title: newId() });
    if (!added.ok) throw new Error(added.refusal.code);
    const { id } = added.value;
    await editNode(planning, { id, version: 1, fields: { vision: richTextOf(`${leaked} ${phone}`) } });
    await editNode(planning, { id, version: 2, fields: { vision: richTextOf("備えている") } });
    return id;
  }

  it("empties a revision when a second person confirms, and keeps who, when and why", async () => {
    const phone = newId();
    const targetId = await leakedNode(phone);
    expect(await everythingIn(city())).toContain(phone);
    const asked = await requestErasure(planning, { kind: "revisions", targetId, parts: ["2"], reason });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const { id } = asked.value;
    expect((await nodeRevisions(planning, targetId))[1]?.content).toBeDefined();
    expect(codeOf(await confirmErasure(planning, { id }))).toBe("secondPerson");
    expect(await confirmErasure(second, { id })).toMatchObject({ ok: true, value: { isRewritten: true } });
    const revisions = await nodeRevisions(planning, targetId);
    expect(revisions.map(({ number, content }) => [number, content !== undefined])).toEqual([
      [3, true],
      [2, false],
      [1, true],
    ]);
    expect(revisions[1]).toMatchObject({ act: "edited", savedBy: revisions[0]?.savedBy });
    expect([...(await erasureReasons(planning, { planId: plan.plan.id, targetId }))]).toEqual([["2", reason]]);
    expect((await planErasures(planning, plan.plan.id))[0]).toMatchObject({ id, reason, parts: ["2"] });
    expect(codeOf(await confirmErasure(second, { id }))).toBe("alreadyErased");
    expect(await everythingIn(city())).not.toContain(phone);
  });

  it("is final: an emptied revision is not restored, nor erased again", async () => {
    const targetId = await leakedNode();
    await erased(targetId, ["2"]);
    expect(codeOf(await restoreRevision(planning, { nodeId: targetId, number: 2, version: 3 }))).toBe("erasedRevision");
    expect(codeOf(await restoreRevision(planning, { nodeId: targetId, number: 1, version: 3 }))).toBe("accepted");
    const again = { kind: "revisions", targetId, parts: ["2"], reason } as const;
    expect(codeOf(await requestErasure(planning, again))).toBe("alreadyErased");
  });

  async function erased(
    targetId: string,
    parts: readonly string[],
    kind: "revisions" | "import" | "values" = "revisions",
  ) {
    const asked = await requestErasure(planning, { kind, targetId, parts, reason });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const done = await confirmErasure(second, asked.value);
    if (!done.ok) throw new Error(done.refusal.code);
  }

  it("refuses the present content, no reason, nothing chosen, what is not there, and a second request beside the first", async () => {
    const targetId = await leakedNode();
    const ask = (parts: readonly string[], why = reason) =>
      requestErasure(planning, { kind: "revisions", targetId, parts, reason: why });
    expect(codeOf(await ask(["3"]))).toBe("present");
    expect(codeOf(await ask(["2"], "　"))).toBe("reasonMissing");
    expect(codeOf(await ask([]))).toBe("nothingChosen");
    expect(codeOf(await ask(["9"]))).toBe("unknownPart");
    expect(codeOf(await ask(["2"]))).toBe("accepted");
    expect(codeOf(await ask(["1"]))).toBe("alreadyAsked");
  });

  it("is taken back before it is confirmed, and then nothing is gone", async () => {
    const targetId = await leakedNode();
    const asked = await requestErasure(planning, { kind: "revisions", targetId, parts: ["2"], reason });
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(codeOf(await takeBackErasure(second, asked.value))).toBe("accepted");
    expect((await nodeRevisions(planning, targetId)).every(({ content }) => content !== undefined)).toBe(true);
    expect(codeOf(await requestErasure(planning, { kind: "revisions", targetId, parts: ["2"], reason }))).toBe(
      "accepted",
    );
  });

  it("forgets the name that undoing a renaming would bring back", async () => {
    const phone = newId();
    const targetId = await leakedNode(phone);
    await renameNode(planning, { id: targetId, version: 3, title: `${phone}の件`, keyword: "" });
    await renameNode(planning, { id: targetId, version: 4, title: "相談の件", keyword: "" });
    await erased(targetId, ["2", "4"]);
    expect(await everythingIn(city())).not.toContain(phone);
    expect(codeOf(await undoLast(planning, { planId: plan.plan.id }))).not.toBe("accepted");
  });

  it("takes an import's original and all that was read from it; the plan, the name and the hash stay", async () => {
    const planId = (await smallPlan(planning)).plan.id;
    const id = await openImport(planning, planId, csvFile("基本目標,政策,施策", `9 ${leaked},9-1 相談,9-1-1 窓口`));
    await expectOpen(id);
    await answerAll(planning, id);
    await applyNow(planning, id);
    const { planImport } = await importCase(planning, id);
    const state = planImport.state;
    const target = { planId, kind: "import", targetId: id } as const;
    if (state === "open") throw new Error("the sheet was not applied");
    expect((await keptParts(planning, target)).map(({ isPresent, isErased }) => [isPresent, isErased])).toEqual([
      [false, false],
    ]);
    await erased(id, ["file"], "import");
    await expect(importFile(planning, id)).rejects.toThrow();
    expect((await importCase(planning, id)).planImport).toMatchObject({
      isErased: true,
      fileName: planImport.fileName,
      state,
    });
    const kept = await planning.db
      .selectFrom("stored_file")
      .where("id", "=", planImport.fileId)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect([kept.content, kept.hash.length, kept.size > 0]).toEqual([null, 64, true]);
    const sheets = planning.db
      .selectFrom("stored_sheet")
      .where("file_id", "=", planImport.fileId)
      .select("name")
      .execute();
    expect(await sheets).toEqual([]);
  });

  async function expectOpen(id: string): Promise<void> {
    const early = await requestErasure(planning, { kind: "import", targetId: id, parts: ["file"], reason });
    expect(codeOf(early)).toBe("present");
  }

  it("takes the words from changes of values and a definition whole; the numbers stay", async () => {
    const { id: nodeId } = await plan.node("訓練");
    const added = await addIndicator(planning, { nodeId, content: trainingIndicator });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    const { id } = added.value;
    const edit = async (version: number, note: string, meaning: string) => {
      const actuals = [
        { year: 2026, value: 13, absence: null, note, state: "confirmed", numerator: null, denominator: null } as const,
      ];
      const content = { ...trainingIndicator, meaning, actuals };
      const grounds = { ...noGrounds, correctionReason: leaked };
      const edited = await editIndicator(planning, { id, version, content, grounds });
      if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
    };
    await edit(1, leaked, leaked);
    await edit(2, "", "訓練が広まると上がる");
    const target = { planId: plan.plan.id, kind: "values", targetId: id } as const;
    const keys = (await keptParts(planning, target)).filter(({ isPresent }) => !isPresent).map(({ key }) => key);
    await erased(id, keys, "values");
    const history = await indicatorHistory(planning, await indicatorPage(planning, id));
    expect(history.definitions.map(({ content }) => content?.meaning)).toEqual([
      "訓練が広まると上がる",
      undefined,
      undefined,
    ]);
    expect(history.actuals[0]).toMatchObject({ isErased: true, reason: "", after: { value: 13, note: "" } });
    const kept = JSON.stringify(history);
    expect(kept).not.toContain(leaked);
  });

  it("takes the reason of a removal once the indicator was brought back; that it was removed, and when, stays", async () => {
    const { id: nodeId } = await plan.node("訓練");
    const added = await addIndicator(planning, { nodeId, content: trainingIndicator });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    const { id } = added.value;
    const grounds = { reason: leaked, decidedBy: leaked, decidedOn: "2026-04-01" };
    await removeIndicator(planning, { id, version: 1, grounds });
    const target = { planId: plan.plan.id, kind: "values", targetId: id } as const;
    const removal = async () => (await keptParts(planning, target)).find(({ key }) => key.startsWith("removal:"));
    const { key = "" } = (await removal()) ?? {};
    const asked = await requestErasure(planning, { kind: "values", targetId: id, parts: [key], reason });
    expect(codeOf(asked)).toBe("present"); // citizens read it as long as the indicator is off the plan
    await restoreIndicator(planning, { id });
    await erased(id, [key], "values");
    const { removals } = await indicatorHistory(planning, await indicatorPage(planning, id));
    expect(removals).toMatchObject([{ reason: "", decidedBy: "", decidedOn: "2026-04-01", isErased: true }]);
    expect(await removal()).toMatchObject({ isErased: true });
  });

  it("is left to the planning office and the administrator, and recorded without the words", async () => {
    const targetId = await leakedNode();
    const input = { kind: "revisions", targetId, parts: ["2"], reason } as const;
    await expect(requestErasure(clerk, input)).rejects.toThrow(Forbidden);
    await expect(confirmErasure(clerk, { id: newId() })).rejects.toThrow(Forbidden);
    await erased(targetId, ["2"]);
    const events = await listEvents(second, {}, 200);
    const acts = events.map(({ act }) => act).filter((act) => act.startsWith("plan.erasure."));
    expect(new Set(acts)).toEqual(new Set(["plan.erasure.requested", "plan.erasure.takenBack", "plan.erasure.done"]));
    expect(acts.every((act) => actLabel(act) !== act)).toBe(true);
    expect(JSON.stringify(events)).not.toMatch(/山本|個人の電話/);
    expect(await verifyChain(planning.db)).not.toHaveProperty("broken");
  });
});
