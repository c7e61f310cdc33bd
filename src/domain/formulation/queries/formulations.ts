import type { Ctx } from "#domain/audit/index.ts";
import { listPlans, planBySlug, type Plan, type PlanWithLevels } from "#domain/plan/index.ts";
import type { Json } from "#kernel/canonical-json.ts";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Formulation } from "../formulation.ts";
import { mayReadFormulation } from "../permissions.ts";
import { contentOf, policyContentSchema, type PolicyContent, type PolicyVersion } from "../policy-version.ts";
import type { Stage } from "../stage.ts";
import { formulationOf, plansInFormulation } from "../store/formulations.ts";
import { allVersionTexts, versionsOf } from "../store/policy-versions.ts";
import { stagesOf } from "../store/stages.ts";

/** All plans, and whether each one's formulation has begun. */
export async function listFormulations(ctx: Ctx): Promise<{ readonly plan: Plan; readonly isBegun: boolean }[]> {
  permit(mayReadFormulation(ctx.actor), mayReadFormulation.sentence);
  const begun = await plansInFormulation(ctx.db);
  return (await listPlans(ctx)).map((plan) => ({ plan, isBegun: begun.has(plan.id) }));
}

/** A plan's formulation with its stages and the versions of its 策定方針, the newest first. */
export interface FormulationPage {
  readonly plan: PlanWithLevels;
  readonly formulation: Formulation;
  readonly stages: readonly Stage[];
  readonly versions: readonly PolicyVersion[];
}

/** @throws NotFound where the plan has none */
export async function formulationPage(ctx: Ctx, slug: string): Promise<FormulationPage> {
  permit(mayReadFormulation(ctx.actor), mayReadFormulation.sentence);
  const plan = await planBySlug(ctx, slug);
  const formulation = await formulationOf(ctx.db, plan.id);
  if (!formulation) throw new NotFound(`formulation of ${slug}`);
  return { plan, formulation, stages: await stagesOf(ctx.db, plan.id), versions: await versionsOf(ctx.db, plan.id) };
}

/** The 策定方針 as it is written now. */
export function writtenPolicy({ formulation, plan, stages }: FormulationPage): PolicyContent {
  return contentOf(formulation, plan, stages);
}

/** A frozen 策定方針; its content is undefined after a purge. */
export interface FrozenPolicy {
  readonly version: PolicyVersion;
  readonly content: PolicyContent | undefined;
}

/** @throws NotFound where there is no version of this number */
export async function frozenPolicy(
  ctx: Ctx,
  { planId, number }: { readonly planId: string; readonly number: number },
): Promise<FrozenPolicy> {
  permit(mayReadFormulation(ctx.actor), mayReadFormulation.sentence);
  const found = (await versionsOf(ctx.db, planId)).find((version) => version.number === number);
  if (!found) throw new NotFound(`version ${number} of the policy of ${planId}`);
  const { text, ...version } = found;
  return { version, content: text === null ? undefined : policyContentSchema.parse(JSON.parse(text)) };
}

/** What a frozen 策定方針 holds. @throws NotFound where there is none, or none any more */
export async function standingPolicy(
  ctx: Ctx,
  of: { readonly planId: string; readonly number: number },
): Promise<FrozenPolicy & { readonly content: PolicyContent }> {
  const { version, content } = await frozenPolicy(ctx, of);
  if (!content) throw new NotFound(`the content of version ${of.number} was purged`);
  return { version, content };
}

/** What a verification of the frozen 策定方針 finds: the names of those whose text is another, or not canonical. */
export interface PolicyReport {
  readonly checked: number;
  readonly changed: readonly string[];
  /** How many were purged: of them only the hash is left. */
  readonly purged: number;
}

/** Recomputes the hash of every frozen 策定方針 that stands. */
export async function changedPolicies(ctx: Pick<Ctx, "db">): Promise<PolicyReport> {
  const all = await allVersionTexts(ctx.db);
  const standing = all.flatMap(({ text, ...version }) => (text === null ? [] : [{ ...version, text }]));
  const changed = standing.filter(({ text, hash }) => sha256(text) !== hash || canonicalText(text) !== text);
  return { checked: standing.length, changed: changed.map(({ name }) => name), purged: all.length - standing.length };
}

function canonicalText(text: string): string {
  return canonicalJson(JSON.parse(text) as Json); // parsed text is JSON
}
