import type { Ctx } from "#domain/audit/index.ts";
import { planVersions, remarksOf, type DraftVersion, type VersionRemark } from "#domain/documents/index.ts";
import { listPlans, type Plan } from "#domain/plan/index.ts";
import { NotFound } from "#kernel/result.ts";
import { gateChecks, type Findings, type GateCheck } from "../gate-checks.ts";
import { isLate, stageStateOf, type Gate, type StageState } from "../gate.ts";
import { mayActAtGates } from "../permissions.ts";
import type { Stage } from "../stage.ts";
import { gatesOf, lastStates } from "../store/gates.ts";
import { allStages, stagesOf } from "../store/stages.ts";
import { findingsFor } from "./findings.ts";

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

/** What the page of an open gate shows beside its record. */
export interface GateInspection {
  readonly version: DraftVersion;
  readonly findings: Findings;
  /** The checklist as it stands now. */
  readonly checks: readonly GateCheck[];
  /** What bodies and the assembly said of the version. */
  readonly remarks: readonly VersionRemark[];
}

/** Everything the page of a stage shows. */
export interface StagePage {
  readonly line: StageLine;
  /** The versions of the plan's document, the newest first. */
  readonly versions: readonly DraftVersion[];
  /** Undefined while no gate is open. */
  readonly inspection: GateInspection | undefined;
}

/** @throws NotFound where the plan has no such stage */
export async function stagePage(
  ctx: Ctx,
  { planId, stageId }: { readonly planId: string; readonly stageId: string },
): Promise<StagePage> {
  const lines = await stageLines(ctx, planId);
  const line = lines.find(({ stage }) => stage.id === stageId);
  if (!line) throw new NotFound(`stage ${stageId}`);
  const versions = await planVersions(ctx, planId);
  const version = line.state === "open" ? heldVersion(line, versions) : undefined;
  return { line, versions, inspection: version && (await inspected(ctx, { line, lines, version })) };
}

/** The version that a stage's last gate holds. */
export function heldVersion(
  { gates }: Pick<StageLine, "gates">,
  versions: readonly DraftVersion[],
): DraftVersion | undefined {
  return versions.find(({ id }) => id === gates.at(-1)?.versionId);
}

interface Inspecting {
  readonly line: StageLine;
  readonly lines: readonly StageLine[];
  readonly version: DraftVersion;
}

async function inspected(ctx: Ctx, { line, lines, version }: Inspecting): Promise<GateInspection> {
  const findings = await findingsFor(ctx, version);
  const checks = checksAt(lines, line, { findings, day: ctx.clock.today() });
  return { version, findings, checks, remarks: await remarksOf(ctx, [version.id]) };
}

/** The checklist of a stage's last gate, as of a day. */
export function checksAt(
  lines: readonly StageLine[],
  { stage, gates }: StageLine,
  known: { readonly findings: Findings; readonly day: string },
): GateCheck[] {
  const gate = gates.at(-1);
  const before = lines
    .filter((line) => line.stage.position < stage.position)
    .map(({ stage: { name }, state }) => ({ name, state }));
  return gate ? gateChecks({ stage, gate, before, ...known }) : [];
}

/** A gate that waits for somebody, or a stage whose planned end is over. */
export interface WaitingGate {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly isOpen: boolean;
}

/** What of the formulations waits, for those who decide and confirm: of all plans at once. */
export async function waitingGates(ctx: Ctx): Promise<WaitingGate[]> {
  if (!mayActAtGates(ctx.actor)) return [];
  const stages = await allStages(ctx.db);
  const states = await lastStates(ctx.db);
  const today = ctx.clock.today();
  const plans = stages.length > 0 ? await listPlans(ctx) : [];
  return plans.flatMap((plan) =>
    stages
      .filter(({ planId }) => planId === plan.id)
      .map((stage) => ({ plan, stage, state: states.get(stage.id) ?? ("ahead" as const) }))
      .filter(({ stage, state }) => state === "open" || isLate(stage, state, today))
      .map(({ state, ...waiting }) => ({ ...waiting, isOpen: state === "open" })),
  );
}
