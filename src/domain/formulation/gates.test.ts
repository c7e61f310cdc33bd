import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { addSection, changeState, editSection } from "#domain/documents/index.ts";
import { editNode, planById, planChecklist } from "#domain/plan/index.ts";
import { anchorOf } from "#domain/voices/index.ts";
import { insertPoints } from "#domain/voices/store/points.ts";
import { newId } from "#kernel/id.ts";
import { useCity } from "../../../test/support/city.ts";
import {
  begunFormulation,
  decisionWords,
  frozenDraft,
  passedStage,
  stageAt,
} from "../../../test/support/formulation.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted, refusalOf, wholeRefusal } from "../../../test/support/results.ts";
import { asOwner } from "../../../test/support/tampering.ts";
import { occasionOf, voiceOf } from "../../../test/support/voices.ts";
import {
  checkItem,
  confirmVersion,
  decideGate,
  meetCondition,
  moveStage,
  noteView,
  openGate,
  removeStage,
  skipStage,
  stageLines,
  stagePage,
} from "./index.ts";

const city = useCity();
let planning: Ctx;
let executive: Ctx;
let tree: PlanInTest;
let outline: string;
let draft: string;

beforeAll(async () => {
  ({ planning } = await castOf(city()));
  executive = city().as(await personIn(city(), "部長", { roles: ["executive"] }));
  tree = await smallPlan(planning);
  await begunFormulation(planning, tree.plan);
  outline = await frozenDraft(planning, tree.plan, "骨子案");
  await retitled("訓練", "防災訓練");
  draft = await frozenDraft(planning, tree.plan, "素案");
});

async function retitled(from: string, title: string): Promise<void> {
  const { id, version } = await tree.node(from);
  accepted(await editNode(planning, { id, version, title, isPriority: false, fields: {} }));
}

function at(name: string) {
  return stageAt(planning, tree.plan, name);
}

async function gateAt(name: string) {
  const { stageId } = await at(name);
  return (await stageLines(planning, tree.plan.id)).find(({ stage }) => stage.id === stageId)?.gates.at(-1);
}

function confirmation(body: string, versionId: string) {
  return { body, confirmedOn: "2026-11-22", reference: "第3回会議録", versionId };
}

/** Leaves a voice's whole text out with a reason, so that no answer is owed to it. */
async function leftOut(voiceId: string, text: string): Promise<void> {
  const rest = {
    gist: "",
    exclusion: "道路管理の担当に伝えたため",
    nodeId: null,
    version: 1,
    position: 1,
    topicId: null,
  };
  const point = { ...anchorOf(text, { start: 0, end: text.length }), ...rest, id: newId(), voiceId };
  await planning.transaction((tx) => insertPoints(tx, [point], { by: null, at: planning.clock.now() }));
}

describe("the gate of the 基本構想素案", () => {
  it("is refused until two bodies confirmed 将来都市像 and 目標 on its version, then passes and stays as it was", async () => {
    const here = await at("基本構想素案");
    accepted(await openGate(planning, { ...here, versionId: draft }));
    expect(refusalOf(await decideGate(planning, here, decisionWords))).toBe("confirmation");
    accepted(await confirmVersion(executive, here, confirmation("策定委員会", draft)));
    const other = wholeRefusal(await confirmVersion(executive, here, confirmation("審議会", outline)));
    expect(other.message).toBe("審議会が確かめたのは「骨子案」（第1版）ですが、この関門の版は「素案」（第2版）です。");
    expect(refusalOf(await decideGate(planning, here, decisionWords))).toBe("confirmation");
    accepted(await confirmVersion(planning, here, confirmation("審議会", draft)));
    accepted(
      await noteView(planning, here, {
        hearer: "council",
        body: "審議会",
        heardOn: "2026-11-21",
        words: "よい",
        reference: "",
      }),
    );
    accepted(await checkItem(planning, here, { position: 1, isDone: true, words: "22人中18人" }));
    accepted(await decideGate(planning, here, decisionWords));
    expect(refusalOf(await decideGate(planning, here, decisionWords))).toBe("notOpen");
    expect(refusalOf(await checkItem(planning, here, { position: 2, isDone: true, words: "後から" }))).toBe("notOpen");
    const gate = await gateAt("基本構想素案");
    expect(gate).toMatchObject({ state: "conditional", versionId: draft, decidedBody: "庁議" });
    expect(gate?.checks.find(({ key }) => key === "confirmation")).toMatchObject({
      isFulfilled: true,
      words: "策定委員会、審議会",
    });
    const rows = planning.db
      .updateTable("gate")
      .set({ reason: "後から" })
      .where("id", "=", gate?.id ?? "");
    await expect(rows.execute()).rejects.toThrow("decided once");
  });

  it("keeps what was checked, heard, confirmed and laid down, and takes nothing more", async () => {
    const { views, conditions } = (await gateAt("基本構想素案")) ?? {};
    expect([views?.length, conditions?.length]).toEqual([1, 1]);
    for (const change of [
      sql`update gate_view set words = '後から'`,
      sql`delete from gate_view`,
      sql`insert into gate_view select gen_random_uuid(), gate_id, hearer, body, heard_on, words, reference, noted_by, noted_at from gate_view`,
      sql`update gate_item set words = '後から'`,
      sql`delete from gate_item`,
      sql`update gate_condition set words = '後から'`,
      sql`update gate_condition set words = '後から', met_on = '2026-11-22', met_as = 'した'`,
      sql`delete from gate_condition`,
      sql`insert into gate_condition select gen_random_uuid(), gate_id, 2, words from gate_condition`,
      sql`update gate_confirmation set body = '議会'`,
      sql`delete from gate_confirmation`,
    ])
      await expect(asOwner(city(), change)).rejects.toThrow("record of a decided gate");
    await expect(asOwner(city(), sql`truncate gate_condition`)).rejects.toThrow("record of a decided gate");
  });

  it("keeps its conditions until each is met, with the words that say how", async () => {
    const here = await at("基本構想素案");
    const gate = await gateAt("基本構想素案");
    const met = {
      gateId: gate?.id ?? "",
      conditionId: gate?.conditions[0]?.id ?? "",
      metOn: "2026-11-22",
      metAs: "第4回で諮った",
    };
    expect(refusalOf(await meetCondition(planning, here, { ...met, metAs: "" }))).toBe("metWords");
    expect(refusalOf(await meetCondition(planning, here, { ...met, metOn: "2026-11-21" }))).toBe("metWords"); // before the decision
    accepted(await meetCondition(planning, here, met));
    expect(refusalOf(await meetCondition(planning, here, met))).toBe("conditionMet");
    const again = planning.db.updateTable("gate_condition").set({ met_as: "後から" }).where("id", "=", met.conditionId);
    await expect(again.execute()).rejects.toThrow("record of a decided gate");
    expect((await gateAt("基本構想素案"))?.conditions[0]).toMatchObject({
      metOn: "2026-11-22",
      metAs: "第4回で諮った",
    });
  });

  it("keeps the stage in its place: it is neither moved nor removed", async () => {
    const { planId, stageId: id } = await at("基本構想素案");
    expect(refusalOf(await moveStage(planning, { planId, id, by: 1 }))).toBe("orderPassed");
    expect(refusalOf(await removeStage(planning, { planId, id, version: 1 }))).toBe("stagePassed");
  });
});

async function checkOf(stageName: string, key: string) {
  const { inspection } = await stagePage(planning, await at(stageName));
  return inspection?.checks.find((check) => check.key === key);
}

describe("the checks of an open gate", () => {
  it("look at the version that it holds, not at what was confirmed or written since", async () => {
    const { plan } = await smallPlan(planning);
    await begunFormulation(planning, plan);
    const title = { planId: plan.id, parentId: null, title: "はじめに", divisionId: null, dueOn: null };
    const sectionId = accepted(await addSection(planning, title)).id;
    const here = await stageAt(planning, plan, "基本構想素案");
    const sections = async () => {
      const { inspection } = await stagePage(planning, here);
      return inspection?.checks.find(({ key }) => key === "sections");
    };
    const sendBack = async () =>
      accepted(
        await decideGate(planning, here, { ...decisionWords, outcome: "sentBack", reason: "直す", conditions: [] }),
      );
    accepted(await openGate(planning, { ...here, versionId: await frozenDraft(planning, plan, "素案") }));
    accepted(await changeState(planning, { sectionId, textVersion: 1, state: "confirmed", reason: "" }));
    expect(await sections()).toMatchObject({ isFulfilled: false, words: "1か所（第1章 はじめに）" }); // frozen before
    await sendBack();
    accepted(await openGate(planning, { ...here, versionId: await frozenDraft(planning, plan, "確定した案") }));
    expect(await sections()).toMatchObject({ isFulfilled: true, words: "" });
    accepted(await editSection(planning, { ...title, id: sectionId, version: 1, title: "この計画について" }));
    expect((await sections())?.isFulfilled).toBe(true); // the version is the same
    await sendBack();
    accepted(await openGate(planning, { ...here, versionId: await frozenDraft(planning, plan, "直した案") }));
    expect((await sections())?.words).toBe("1か所（第1章 この計画について）"); // changed after it was confirmed
  });

  it("count measures and indicators of the version, as the plan's own checks did on its day", async () => {
    const here = await at("基本計画素案");
    accepted(await openGate(planning, { ...here, versionId: draft }));
    const live = (await planChecklist(planning, await planById(planning, tree.plan.id))).filter(({ group }) =>
      ["measure", "sdgs"].includes(group),
    );
    expect(live.length).toBeGreaterThan(0);
    expect((await checkOf("基本計画素案", "pages"))?.words).toMatch(new RegExp(`^${live.length}か所`));
  });

  it("tell of a public comment that is only being prepared nothing, and of one in the ledger its period", async () => {
    await occasionOf(planning, { planId: tree.plan.id, duty: "receive", closesOn: "2026-11-15" });
    expect((await checkOf("基本計画素案", "comment"))?.words).toBe(
      "素案への意見募集：期間が15日間で、30日を下回り、理由がありません", // 1 to 15 November
    );
  });
});

describe("a gate that was sent back", () => {
  it("comes again on a newer version only", async () => {
    const here = await at("基本計画素案");
    accepted(
      await decideGate(planning, here, {
        ...decisionWords,
        outcome: "sentBack",
        reason: "第3章を書き直す",
        conditions: [],
      }),
    );
    expect(refusalOf(await openGate(planning, { ...here, versionId: draft }))).toBe("sentBackVersion");
    await retitled("備蓄", "備蓄と配布");
    await passedStage(planning, here, await frozenDraft(planning, tree.plan, "素案（修正）"));
    const line = (await stageLines(planning, tree.plan.id)).find(({ stage }) => stage.name === "基本計画素案");
    expect(line?.gates.map(({ state }) => state)).toEqual(["sentBack", "conditional"]);
    expect(refusalOf(await openGate(planning, { ...(await at("原案")), versionId: draft }))).toBe("olderVersion");
  });
});

describe("the gate of the 最終案", () => {
  it("is held up by a voice without an answer, which earlier gates only tell", async () => {
    const text = "通学路に歩道をつけてください。";
    const { id: voiceId } = await voiceOf(planning, await occasionOf(planning, { planId: tree.plan.id }), { text });
    for (const name of ["パブリックコメント", "中間答申"])
      accepted(await skipStage(planning, { ...(await at(name)), reason: "今回は行わないため" }));
    await retitled("消防", "消防団");
    const final = await frozenDraft(planning, tree.plan, "最終案");
    const here = await at("最終案");
    accepted(await openGate(planning, { ...here, versionId: final }));
    expect(refusalOf(await decideGate(planning, here, decisionWords))).toBe("points");
    await passedStage(planning, await at("原案"), final);
    const { inspection } = await stagePage(planning, here);
    expect(inspection?.checks.find(({ key }) => key === "before")?.isFulfilled).toBe(true);
    expect(refusalOf(await decideGate(planning, here, decisionWords))).toBe("points");
    await leftOut(voiceId, text);
    accepted(await decideGate(planning, here, decisionWords));
    expect((await gateAt("最終案"))?.state).toBe("conditional");
  });
});
