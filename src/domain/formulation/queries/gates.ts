import { holds, type Ctx } from "#domain/audit/index.ts";
import {
  planVersions,
  unconfirmedSections,
  versionPage,
  type DraftVersion,
  type VersionRemark,
} from "#domain/documents/index.ts";
import { listPlans, planById, planChecklist, type Plan } from "#domain/plan/index.ts";
import { listOccasions, standingOf } from "#domain/voices/index.ts";
import { NotFound } from "#kernel/result.ts";
import { gateChecks, type Findings, type GateCheck, type OwedAnswers } from "../gate-checks.ts";
import { isLate, stageStateOf, type Gate, type StageState } from "../gate.ts";
import type { Stage } from "../stage.ts";
import { plansInFormulation } from "../store/formulations.ts";
import { gatesOf } from "../store/gates.ts";
import { stagesOf } from "../store/stages.ts";

/** A stage with its gates, the last one last, and where it stands. */
export interface StageLine {
  readonly stage: Stage;
  readonly gates: readonly Gate[];
  readonly state: StageState;
}

export async function stageLines(ctx: Pick<Ctx, "db">, planId: string): Promise<StageLine[]> {
  const gates = await gatesOf(ctx.db, planId);
  return (await stagesOf(ctx.db, planId)).map((stage) => {
    const own = gates.filter(({ stageId }) => stageId === stage.id);
    return { stage, gates: own, state: stageStateOf(own) };
  });
}

/** What the other subjects say of a plan now: answers owed, its own checks, sections that are not confirmed. */
export async function findingsFor(ctx: Ctx, planId: string): Promise<Findings> {
  return {
    owed: await owedAnswers(ctx, planId),
    items: await planChecklist(ctx, await planById(ctx, planId)),
    unconfirmedSections: (await unconfirmedSections(ctx, planId)).length,
  };
}

/** Each occasion of the plan whose voices are owed an answer, by the ledger's own rule of completeness. */
async function owedAnswers(ctx: Ctx, planId: string): Promise<OwedAnswers[]> {
  const owing = (await listOccasions(ctx)).filter(
    (occasion) => occasion.planId === planId && occasion.duty === "answer",
  );
  const owed: OwedAnswers[] = [];
  for (const { id, title } of owing) {
    const { openVoices, openTopics } = await standingOf(ctx, id);
    owed.push({ occasionId: id, title, openVoices: openVoices.length, openTopics: openTopics.length });
  }
  return owed;
}

/** Everything the page of a stage shows. */
export interface StagePage {
  readonly line: StageLine;
  readonly lines: readonly StageLine[];
  /** The versions of the plan's document, the newest first. */
  readonly versions: readonly DraftVersion[];
  readonly findings: Findings;
  /** The checklist of the open gate as it stands now; none while no gate is open. */
  readonly checks: readonly GateCheck[];
  /** What bodies and the assembly said of the open gate's version. */
  readonly remarks: readonly VersionRemark[];
}

/** @throws NotFound where the plan has no such stage */
export async function stagePage(
  ctx: Ctx,
  { planId, stageId }: { readonly planId: string; readonly stageId: string },
): Promise<StagePage> {
  const lines = await stageLines(ctx, planId);
  const line = lines.find(({ stage }) => stage.id === stageId);
  if (!line) throw new NotFound(`stage ${stageId}`);
  const findings = await findingsFor(ctx, planId);
  const gate = line.gates.at(-1);
  const isOpen = gate?.state === "open";
  const checks = isOpen ? checksAt(lines, line, findings) : [];
  const remarks = isOpen && gate.versionId ? (await versionPage(ctx, gate.versionId)).remarks : [];
  return { line, lines, versions: await planVersions(ctx, planId), findings, checks, remarks };
}

/** The checklist of a stage's last gate. */
export function checksAt(lines: readonly StageLine[], { stage, gates }: StageLine, findings: Findings): GateCheck[] {
  const gate = gates.at(-1);
  const before = lines
    .filter((line) => line.stage.position < stage.position)
    .map(({ stage: { name }, state }) => ({ name, state }));
  return gate ? gateChecks({ stage, gate, before, findings }) : [];
}

/** A gate that waits for somebody, or a stage whose planned end is over. */
export interface WaitingGate {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly isOpen: boolean;
}

/** What of the formulations waits: for those who decide and confirm. */
export async function waitingGates(ctx: Ctx): Promise<WaitingGate[]> {
  if (!holds(ctx.actor, "planning", "executive")) return [];
  const begun = await plansInFormulation(ctx.db);
  const today = ctx.clock.today();
  const waiting: WaitingGate[] = [];
  for (const plan of (await listPlans(ctx)).filter(({ id }) => begun.has(id)))
    for (const { stage, state } of await stageLines(ctx, plan.id))
      if (state === "open" || isLate(stage, state, today)) waiting.push({ plan, stage, isOpen: state === "open" });
  return waiting;
}
