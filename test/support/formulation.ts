import type { Ctx } from "#domain/audit/index.ts";
import { freezeVersion } from "#domain/documents/index.ts";
import {
  beginFormulation,
  decideGate,
  formulationPage,
  freezePolicy,
  openGate,
  publishableFormulation,
  stageLines,
  type AtStage,
  type DecisionWords,
  type FormulationHead,
  type VersionWords,
} from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { accepted } from "./results.ts";

export const headWords: FormulationHead = {
  title: "みほん市総合計画 策定方針",
  review: "keep",
  reviewReason: "基本構想の期間が残っているため",
  resolution: "both",
  ordinance: "みほん市議会の議決すべき事件を定める条例第2条",
};

export const versionWords: VersionWords = {
  name: "骨子案",
  openness: "discussion",
  datedOn: "2026-11-20",
  decidedBy: "庁議",
  reason: "庁議に諮るため",
};

/** The formulation of a plan, begun with what most cities have. */
export async function begunFormulation(ctx: Ctx, plan: Plan): Promise<void> {
  accepted(await beginFormulation(ctx, plan.id, headWords));
}

/** Freezes the policy of a plan as it is written now. @returns the version's number */
export async function frozenNow(ctx: Ctx, plan: Plan, words: Partial<VersionWords> = {}): Promise<number> {
  const { formulation } = await formulationPage(ctx, plan.slug);
  const seen = { planId: plan.id, version: formulation.version };
  return accepted(await freezePolicy(ctx, seen, { ...versionWords, ...words }));
}

/** Freezes a version of the plan's document. @returns its id */
export async function frozenDraft(ctx: Ctx, plan: Plan, name: string): Promise<string> {
  const entry = { planId: plan.id, name, openness: "discussion", reason: "関門に置くため" } as const;
  return accepted(await freezeVersion(ctx, entry)).id;
}

/** A stage of the plan by its name, as acts name it. */
export async function stageAt(ctx: Ctx, plan: Plan, name: string): Promise<AtStage> {
  const found = (await stageLines(ctx, plan.id)).find(({ stage }) => stage.name === name);
  if (!found) throw new Error(`no stage ${name}`);
  return { planId: plan.id, stageId: found.stage.id };
}

export const decisionWords: DecisionWords = {
  outcome: "conditional",
  body: "庁議",
  decidedOn: "2026-11-22",
  documentNumber: "8企第12号",
  reason: "",
  conditions: ["残っている項目を、次の版までに満たすこと"],
};

/** Passes a stage with a condition, on a version. */
export async function passedStage(ctx: Ctx, at: AtStage, versionId: string): Promise<void> {
  accepted(await openGate(ctx, { ...at, versionId }));
  accepted(await decideGate(ctx, at, decisionWords));
}

export async function publishFormulation(ctx: Ctx, plan: Plan): Promise<void> {
  const words = { label: "現在", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;
  accepted(await publishNow(ctx, { of: publishableFormulation, reference: plan.slug, ...words }));
}

/** Publishes where a plan stands, with its policy, as `publicAddresses` names it. */
export async function publishSampleFormulation(ctx: Ctx, plan: Plan): Promise<void> {
  await begunFormulation(ctx, plan);
  await frozenNow(ctx, plan);
  await publishFormulation(ctx, plan);
}
