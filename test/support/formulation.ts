import type { Ctx } from "#domain/audit/index.ts";
import {
  beginFormulation,
  formulationPage,
  freezePolicy,
  type FormulationHead,
  type VersionWords,
} from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
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
