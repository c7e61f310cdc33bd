import type { Ctx } from "#domain/audit/index.ts";
import {
  addStage,
  beginFormulation,
  checkItem,
  confirmVersion,
  decideGate,
  editParts,
  editStage,
  formulationPage,
  freezePolicy,
  meetCondition,
  noteView,
  openGate,
  publishableFormulation,
  stageLines,
  type AtStage,
  type PolicyPart,
} from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { expectAccepted } from "../../outcome.ts";
import { onDayOf, type Step } from "../calendar.ts";
import type { SampleVersion } from "../manuscript/seed.ts";
import { policyHead, policyTexts } from "./policy.ts";
import { itemWords, lastStage, sampleStages, type SamplePassing } from "./stages.ts";

interface Making {
  readonly plan: Plan;
  readonly versions: readonly SampleVersion[];
}

/** How the sample city made its plan: the 策定方針 as it was decided, and what each gate decided until the plan was published. */
export async function seedFormulation(ctx: Ctx, { plan, versions }: Making): Promise<void> {
  const begun = onDayOf(ctx, "policyBegun");
  const head = { ...policyHead, title: `${plan.name} 策定方針` };
  expectAccepted(await beginFormulation(begun, plan.id, head), "the formulation");
  await writePolicy(begun, plan);
  await planStages(ctx, plan);
  await freeze(onDayOf(ctx, "policyDrafted"), plan, { name: "素々案", openness: "closed", decidedBy: "" });
  await freeze(onDayOf(ctx, "policyDecided"), plan, { name: "庁議決定", openness: "decided", decidedBy: "庁議" });
  for (const { name, passings } of sampleStages)
    for (const passing of passings) await pass(ctx, { plan, versions }, { name, passing });
}

/** Opens the gate after the publication, where the city still has something to check, and publishes where the plan stands. */
export async function seedLastStage(
  ctx: Ctx,
  { plan, versions, asking }: Making & { readonly asking: Pick<VersionWords, "divisionName" | "divisionContact"> },
): Promise<void> {
  const at = await stageNamed(ctx, plan, lastStage.name);
  const versionId = versions.at(-1)?.id ?? "";
  expectAccepted(await openGate(onDayOf(ctx, "checkBegun"), { ...at, versionId }), lastStage.name);
  const words = { label: "策定の状況", openness: "decided", note: "" } as const;
  const version = { of: publishableFormulation, reference: plan.slug, ...words, ...asking };
  expectAccepted(await publishNow(ctx, version), "where the plan stands");
}

async function writePolicy(ctx: Ctx, plan: Plan): Promise<void> {
  const { formulation } = await formulationPage(ctx, plan.slug);
  const parts: PolicyPart[] = formulation.parts.map((part) => ({
    ...part,
    text: policyTexts[part.title] ?? part.text,
  }));
  expectAccepted(await editParts(ctx, { planId: plan.id, version: formulation.version }, parts), "the policy's parts");
}

async function planStages(ctx: Ctx, plan: Plan): Promise<void> {
  const begun = onDayOf(ctx, "policyBegun");
  const { from: _from, until: _until, ...words } = lastStage;
  expectAccepted(await addStage(begun, plan.id, words), words.name);
  const days = (step: Step) => onDayOf(ctx, step).clock.today();
  for (const stage of (await formulationPage(begun, plan.slug)).stages) {
    const known = [...sampleStages, lastStage].find(({ name }) => name === stage.name);
    if (!known) throw new Error(`seed: no days for the stage ${stage.name}`);
    const planned = { ...stage, plannedFrom: days(known.from), plannedUntil: days(known.until) };
    expectAccepted(
      await editStage(begun, { planId: plan.id, id: stage.id, version: stage.version }, planned),
      known.name,
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

async function stageNamed(ctx: Ctx, plan: Plan, name: string): Promise<AtStage> {
  const line = (await stageLines(ctx, plan.id)).find(({ stage }) => stage.name === name);
  return { planId: plan.id, stageId: line?.stage.id ?? "" };
}

interface PassingAt {
  readonly name: string;
  readonly passing: SamplePassing;
}

async function pass(now: Ctx, { plan, versions }: Making, { name, passing }: PassingAt): Promise<void> {
  const ctx = onDayOf(now, passing.on);
  const at = await stageNamed(ctx, plan, name);
  const versionId = versions.find((version) => version.name === passing.version)?.id ?? "";
  expectAccepted(await openGate(ctx, { ...at, versionId }), name);
  await noteAll(now, at, { passing, versionId });
  const { outcome, body, documentNumber = "", reason = "", conditions = [] } = passing;
  const words = { outcome, body, documentNumber, reason, decidedOn: ctx.clock.today() };
  const decision = { ...words, conditions: conditions.map((condition) => condition.words) };
  expectAccepted(await decideGate(ctx, at, decision), name);
  await meetAll(now, at, passing);
}

/** Notes what was heard, confirmed and checked before a gate was decided. */
async function noteAll(
  now: Ctx,
  at: AtStage,
  { passing, versionId }: { readonly passing: SamplePassing; readonly versionId: string },
): Promise<void> {
  const ctx = onDayOf(now, passing.on);
  const dayOf = (step: Step) => onDayOf(now, step).clock.today();
  for (const { on, ...view } of passing.views)
    expectAccepted(await noteView(ctx, at, { ...view, heardOn: dayOf(on), reference: "" }), view.words);
  for (const { on, body } of passing.confirmations ?? [])
    expectAccepted(await confirmVersion(ctx, at, { body, confirmedOn: dayOf(on), reference: "", versionId }), body);
  if (passing.outcome === "sentBack") return;
  const gate = (await stageLines(ctx, at.planId)).find(({ stage }) => stage.id === at.stageId)?.gates.at(-1);
  for (const { position, label } of gate?.items ?? []) {
    const words = itemWords[label] ?? "";
    expectAccepted(await checkItem(ctx, at, { position, isDone: true, words }), label);
  }
}

async function meetAll(now: Ctx, at: AtStage, { conditions = [] }: SamplePassing): Promise<void> {
  const gate = (await stageLines(now, at.planId)).find(({ stage }) => stage.id === at.stageId)?.gates.at(-1);
  for (const { words, metOn, metAs } of conditions) {
    const day = onDayOf(now, metOn);
    const conditionId = gate?.conditions.find((condition) => condition.words === words)?.id ?? "";
    const met = { gateId: gate?.id ?? "", conditionId, metOn: day.clock.today(), metAs };
    expectAccepted(await meetCondition(day, at, met), words);
  }
}
