import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../test/support/city.ts";
import { begunFormulation, frozenNow, headWords, versionWords } from "../../../test/support/formulation.ts";
import { castOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted, refusalOf, wholeRefusal } from "../../../test/support/results.ts";
import {
  addStage,
  beginFormulation,
  changedPolicies,
  editHead,
  editParts,
  editStage,
  formulationPage,
  freezePolicy,
  frozenPolicy,
  moveStage,
  removeStage,
  type Stage,
} from "./index.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let plan: PlanInTest["plan"];

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  ({ plan } = await smallPlan(planning));
  await begunFormulation(planning, plan);
});

async function seen() {
  const { formulation } = await formulationPage(planning, plan.slug);
  return { planId: plan.id, version: formulation.version };
}

describe("a formulation", () => {
  it("begins once, with the parts and stages that most cities have, and is written by the planning office", async () => {
    const { formulation, stages } = await formulationPage(clerk, plan.slug);
    expect(formulation.parts.map(({ title }) => title)).toContain("策定の基本的視点");
    expect(stages.map(({ name }) => name)).toEqual([
      "基本構想素案",
      "基本計画素案",
      "パブリックコメント",
      "中間答申",
      "原案",
      "最終案",
      "議案",
      "議決",
      "策定・公表",
    ]);
    expect(stages.filter(({ isFinal }) => isFinal).map(({ name }) => name)).toEqual(["最終案", "議案"]);
    expect(refusalOf(await beginFormulation(planning, plan.id, headWords))).toBe("exists");
    await expect(editHead(clerk, await seen(), headWords)).rejects.toThrow(Forbidden);
  });

  it("names the ordinance where the assembly decides, and why the 基本構想 is kept", async () => {
    const without = await editHead(planning, await seen(), { ...headWords, ordinance: "", reviewReason: " " });
    expect(Object.keys(wholeRefusal(without).fields ?? {})).toEqual(["reviewReason", "ordinance"]);
    accepted(
      await editHead(planning, await seen(), {
        ...headWords,
        review: "whole",
        reviewReason: "",
        resolution: "none",
        ordinance: "",
      }),
    );
    accepted(await editHead(planning, await seen(), headWords));
  });

  it("refuses a save of what another person saved in the meantime", async () => {
    const old = await seen();
    accepted(await editHead(planning, old, headWords));
    expect(refusalOf(await editHead(planning, old, headWords))).toBe("stale");
    expect(refusalOf(await editParts(planning, old, []))).toBe("stale");
  });
});

describe("a version of the policy", () => {
  it("keeps its text and hash when the policy is changed after, and nobody can change it", async () => {
    const number = await frozenNow(planning, plan);
    const { formulation } = await formulationPage(planning, plan.slug);
    accepted(
      await editParts(planning, await seen(), [
        ...formulation.parts,
        { title: "雑則", text: "(1) 一", shows: "nothing" },
      ]),
    );
    const { content, version } = await frozenPolicy(clerk, { planId: plan.id, number });
    expect(content?.parts.map(({ title }) => title)).not.toContain("雑則");
    const rows = await planning.db.selectFrom("policy_version").select("content").execute();
    expect(rows.map((row) => sha256(row.content ?? ""))).toContain(version.hash);
    await expect(planning.db.updateTable("policy_version").set({ name: "別の名前" }).execute()).rejects.toThrow(
      "never changed",
    );
    await expect(planning.db.deleteFrom("policy_version").execute()).rejects.toThrow("never changed");
    expect(await changedPolicies(planning)).toEqual({ checked: 1, changed: [], purged: 0 });
  });

  it("has a name, a day that was, and a reason; the same text under the same name is no new version", async () => {
    const empty = await freezePolicy(planning, await seen(), {
      ...versionWords,
      name: "",
      reason: "",
      datedOn: "2026-11-23",
    });
    expect(wholeRefusal(empty).fields).toEqual({
      name: "版の名前を入れてください。例：骨子案",
      datedOn: "今日か、それより前の日にしてください。", // today is 2026-11-22
      reason: "この版を作る理由を書いてください。例：庁議に諮るため",
    });
    await frozenNow(planning, plan, { name: "素々案" });
    expect(refusalOf(await freezePolicy(planning, await seen(), { ...versionWords, name: "素々案" }))).toBe(
      "unchanged",
    );
    expect(await frozenNow(planning, plan, { name: "庁議決定" })).toBe(3);
  });
});

async function stageNames(): Promise<string[]> {
  return (await formulationPage(planning, plan.slug)).stages.map(({ name }) => name);
}

async function stageNamed(name: string): Promise<Stage> {
  const found = (await formulationPage(planning, plan.slug)).stages.find((each) => each.name === name);
  if (!found) throw new Error(`no stage ${name}`);
  return found;
}

describe("the stages", () => {
  it("are part of what a version of the policy holds: freezing refuses a timetable that was not seen", async () => {
    const before = await seen();
    const stage = await stageNamed("中間答申");
    accepted(
      await editStage(
        planning,
        { planId: plan.id, id: stage.id, version: stage.version },
        { ...stage, plannedFrom: "2027-02-01" },
      ),
    );
    expect(refusalOf(await freezePolicy(planning, before, versionWords))).toBe("stale");
    accepted(await freezePolicy(planning, await seen(), versionWords));
  });

  const words = {
    name: "地区説明会",
    plannedFrom: "",
    plannedUntil: "",
    isFinal: false,
    needsConfirmation: false,
    manualItems: [],
  };

  it("are added, moved, corrected and removed by the city", async () => {
    accepted(await addStage(planning, plan.id, words));
    const added = await stageNamed("地区説明会");
    for (let step = 0; step < 6; step += 1)
      accepted(await moveStage(planning, { planId: plan.id, id: added.id, by: -1 }));
    expect((await stageNames()).slice(2, 5)).toEqual(["パブリックコメント", "地区説明会", "中間答申"]);
    const edit = { planId: plan.id, id: added.id, version: added.version };
    const crooked = await editStage(planning, edit, {
      ...words,
      plannedFrom: "2027-05-01",
      plannedUntil: "2027-04-01",
    });
    expect(wholeRefusal(crooked).fields).toEqual({ plannedUntil: "始まりの日より後にしてください。" });
    accepted(await editStage(planning, edit, { ...words, plannedFrom: "2027-04-01" }));
    expect(refusalOf(await removeStage(planning, edit))).toBe("stale");
    accepted(await removeStage(planning, { ...edit, version: added.version + 1 }));
    expect(await stageNames()).not.toContain("地区説明会");
  });
});
