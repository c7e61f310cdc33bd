import type { Ctx } from "#domain/audit/index.ts";
import { planVersions } from "#domain/documents/index.ts";
import {
  beginFormulation,
  decideGate,
  editParts,
  editStage,
  formulationPage,
  freezePolicy,
  noteView,
  openGate,
  publishableFormulation,
  skipStage,
  type PolicyPart,
  type Stage,
} from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { addDays } from "#kernel/day.ts";
import { daysBefore } from "../earlier.ts";
import { expectAccepted } from "../outcome.ts";

const texts: Readonly<Record<string, string>> = {
  計画策定の趣旨:
    "人口が減り、暮らし方が変わるなかで、これまでの計画の成果と残った課題を確かめ、これからの5年間に市と市民が何をするかを定めます。\n策定に当たっては、前の計画の施策を評価し、続けるもの、改めるもの、終えるものを明らかにします。",
  策定の基本的視点:
    "次の視点に立って、まちづくりの目標を市民と共有できる計画とします。\n(1) 市民との協働による計画づくり\nア 策定の過程で、市民が意見や提案を出せる場を設けます。\nイ 出された意見と市の考え方、そのために変わった文章を公表します。\n(2) SDGsの理念を踏まえた計画\nア 施策とSDGsの関係を整理し、市民や事業者と共通の目標とします。\n(3) 総合戦略との統合\nア 地方版総合戦略をこの計画に統合し、指標を一つの台帳で管理します。\n(4) 厳しい財政事情への対応\nア 施策と事業の必要性に立ち返り、選択と集中を進めます。",
  計画の位置付けと構成:
    "この計画は、市のすべての計画のもとになるものです。基本構想を据え置き、前期基本計画を新しく定めます。\n(1) 基本構想　10年\n(2) 基本計画　5年\n(3) 実施計画　3年（毎年度見直し）",
  市民参加の手法と情報公開: "「ともに考え、ともに決定する」ことを大切にし、次の方法で市民の意見を聴きます。",
  庁内の推進体制: "庁内の策定委員会が案を作り、審議会との連携を保ちながら、将来都市像とまちづくりの目標を確かめます。",
  議会との連携: "基本計画素案と最終案の段階で、議会に諮りながら進めます。",
  進捗管理: "成果指標と重要業績評価指標（KPI）を見直し、行政評価によって毎年度の進み方を確かめます。",
  策定スケジュール: "次の日程で進めます。",
};

/** Days before today on which each stage was to begin and to end. */
const planned: readonly (readonly [from: number, until: number])[] = [
  [150, 121],
  [120, 85],
  [84, 40],
  [39, 20],
  [19, -10],
  [-11, -40],
  [-41, -60],
  [-61, -80],
  [-81, -110],
];

/** How the sample city makes its plan: the published 策定方針, a stage that was left out, one that was passed on the 素案. */
export async function seedFormulation(
  ctx: Ctx,
  plan: Plan,
  asking: Pick<VersionWords, "divisionName" | "divisionContact">,
): Promise<void> {
  const begun = daysBefore(ctx, 160);
  const head = {
    title: `${plan.name} 策定方針`,
    review: "keep",
    reviewReason: "基本構想（令和4年度から令和13年度まで）の期間が残っているため、据え置きます。",
    resolution: "both",
    ordinance: "みほん市議会の議決すべき事件を定める条例第2条（見本）",
  } as const;
  expectAccepted(await beginFormulation(begun, plan.id, head), "the formulation");
  await writePolicy(begun, plan);
  await planStages(begun, plan);
  await freeze(daysBefore(ctx, 158), plan, { name: "素々案", openness: "closed", decidedBy: "" });
  await freeze(daysBefore(ctx, 151), plan, { name: "庁議決定", openness: "decided", decidedBy: "庁議" });
  await passStages(ctx, plan);
  const version = {
    of: publishableFormulation,
    reference: plan.slug,
    label: "策定の状況",
    openness: "decided",
  } as const;
  expectAccepted(await publishNow(ctx, { ...version, note: "", ...asking }), "where the plan stands");
}

async function writePolicy(ctx: Ctx, plan: Plan): Promise<void> {
  const { formulation } = await formulationPage(ctx, plan.slug);
  const parts: PolicyPart[] = formulation.parts.map((part) => ({ ...part, text: texts[part.title] ?? part.text }));
  expectAccepted(await editParts(ctx, { planId: plan.id, version: formulation.version }, parts), "the policy's parts");
}

async function planStages(ctx: Ctx, plan: Plan): Promise<void> {
  const { stages } = await formulationPage(ctx, plan.slug);
  const begun = ctx.clock.today();
  for (const [index, stage] of stages.entries()) {
    const [from, until] = planned[index] ?? [0, 0];
    const days = { plannedFrom: addDays(begun, 160 - from), plannedUntil: addDays(begun, 160 - until) };
    expectAccepted(
      await editStage(ctx, { planId: plan.id, id: stage.id, version: stage.version }, { ...stage, ...days }),
      stage.name,
    );
  }
}

async function freeze(
  ctx: Ctx,
  plan: Plan,
  words: { readonly name: string; readonly openness: "closed" | "decided"; readonly decidedBy: string },
): Promise<void> {
  const { formulation } = await formulationPage(ctx, plan.slug);
  const version = { ...words, datedOn: ctx.clock.today(), reason: "庁議に諮り、決定した内容を残すため" };
  expectAccepted(await freezePolicy(ctx, { planId: plan.id, version: formulation.version }, version), words.name);
}

/** The first stage was left out; the second is passed where the 素案 was frozen. */
async function passStages(ctx: Ctx, plan: Plan): Promise<void> {
  const { stages } = await formulationPage(ctx, plan.slug);
  const at = (stage: Stage | undefined) => ({ planId: plan.id, stageId: stage?.id ?? "" });
  const [concept, draft] = stages;
  const reason = "基本構想を据え置くため、基本構想素案は作りません。議会には、据え置くことを報告しました。";
  expectAccepted(await skipStage(daysBefore(ctx, 121), { ...at(concept), reason }), "the stage left out");
  const version = (await planVersions(ctx, plan.id)).find(({ name }) => name === "素案");
  if (!version) return;
  const soon = daysBefore(ctx, 80);
  const then = version.frozenAt < soon.clock.now() ? soon : ctx;
  const today = then.clock.today();
  expectAccepted(await openGate(then, { ...at(draft), versionId: version.id }), "the gate of the 素案");
  const words = "通学路の安全と、放課後の居場所を重く見てほしい。";
  const view = { hearer: "assembly", body: "全員協議会", heardOn: today, words, reference: "" } as const;
  expectAccepted(await noteView(then, at(draft), view), "the assembly's view");
  const decision = {
    outcome: "conditional",
    body: "庁議",
    decidedOn: today,
    documentNumber: "8企第34号",
    reason: "",
    conditions: ["意見募集で出た意見に答え、最終案までに施策の文章を改めること"],
  } as const;
  expectAccepted(await decideGate(then, at(draft), decision), "the decision on the 素案");
}
