import type { Ctx } from "#domain/audit/index.ts";
import { planVersions } from "#domain/documents/index.ts";
import {
  beginFormulation,
  decideGate,
  editParts,
  editStage,
  formulationPage,
  freezePolicy,
  meetCondition,
  noteView,
  openGate,
  publishableFormulation,
  skipStage,
  stageLines,
  type AtStage,
  type PolicyPart,
  type ViewWords,
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
  [19, 0],
  [-1, -40],
  [-41, -60],
  [-61, -80],
  [-81, -110],
];

/** How the sample city makes its plan: the published 策定方針, a stage that was left out, four that were passed, one that waits. */
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

interface Passing {
  readonly stage: string;
  readonly version: string;
  readonly daysAgo: number;
  readonly view: Pick<ViewWords, "hearer" | "body" | "words">;
  readonly condition: string;
  /** How the condition was met; "" while it is not. */
  readonly metAs: string;
}

const passings: readonly Passing[] = [
  {
    stage: "基本計画素案",
    version: "素案",
    daysAgo: 85,
    view: { hearer: "assembly", body: "全員協議会", words: "通学路の安全と、放課後の居場所を重く見てほしい。" },
    condition: "意見募集で出た意見に、市の考え方を示すこと",
    metAs: "意見募集の結果を公表しました。",
  },
  {
    stage: "パブリックコメント",
    version: "素案",
    daysAgo: 38,
    view: {
      hearer: "citizens",
      body: "素案への意見募集",
      words: "通学路、公園、学校施設について多くの意見がありました。",
    },
    condition: "意見を受けて、施策の文章を改めること",
    metAs: "通学路、放課後、学校施設、公園の施策を改めました。",
  },
  {
    stage: "中間答申",
    version: "素案",
    daysAgo: 18,
    view: { hearer: "council", body: "総合計画審議会", words: "おおむね妥当である。公園の使い方を先に示してほしい。" },
    condition: "公園の施策に、使い方を決める手順を加えること",
    metAs: "公園の施策に、地区ごとの手順を加えました。",
  },
  {
    stage: "原案",
    version: "策定版（見本）",
    daysAgo: 0,
    view: { hearer: "council", body: "総合計画審議会", words: "原案を妥当と認める。" },
    condition: "残っている意見のすべてに、最終案までに市の考え方を決めること",
    metAs: "",
  },
];

/** The first stage was left out, those up to the 原案 were passed; the gate of the 最終案 is open and waits for answers. */
async function passStages(ctx: Ctx, plan: Plan): Promise<void> {
  const { stages } = await formulationPage(ctx, plan.slug);
  const versions = await planVersions(ctx, plan.id);
  const at = (name: string) => ({ planId: plan.id, stageId: stages.find((stage) => stage.name === name)?.id ?? "" });
  const versionId = (name: string) => versions.find((version) => version.name === name)?.id ?? "";
  const reason = "基本構想を据え置くため、基本構想素案は作りません。議会には、据え置くことを報告しました。";
  expectAccepted(await skipStage(daysBefore(ctx, 121), { ...at("基本構想素案"), reason }), "the stage left out");
  for (const passing of passings)
    await passStage(daysBefore(ctx, passing.daysAgo), at(passing.stage), {
      ...passing,
      versionId: versionId(passing.version),
    });
  for (const passing of passings.filter(({ metAs }) => metAs !== "")) await meet(ctx, plan, passing);
  expectAccepted(
    await openGate(ctx, { ...at("最終案"), versionId: versionId("策定版（見本）") }),
    "the gate of the 最終案",
  );
}

async function passStage(
  ctx: Ctx,
  at: AtStage,
  { stage, versionId, view, condition }: Passing & { readonly versionId: string },
): Promise<void> {
  const today = ctx.clock.today();
  expectAccepted(await openGate(ctx, { ...at, versionId }), stage);
  expectAccepted(await noteView(ctx, at, { ...view, heardOn: today, reference: "" }), stage);
  const decision = { outcome: "conditional", body: "庁議", decidedOn: today, documentNumber: "", reason: "" } as const;
  expectAccepted(await decideGate(ctx, at, { ...decision, conditions: [condition] }), stage);
}

async function meet(ctx: Ctx, plan: Plan, { stage, metAs }: Passing): Promise<void> {
  const line = (await stageLines(ctx, plan.id)).find((each) => each.stage.name === stage);
  const gate = line?.gates.at(-1);
  const met = { gateId: gate?.id ?? "", conditionId: gate?.conditions[0]?.id ?? "", metOn: ctx.clock.today(), metAs };
  expectAccepted(await meetCondition(ctx, { planId: plan.id, stageId: line?.stage.id ?? "" }, met), stage);
}
