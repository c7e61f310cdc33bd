import type { Refusal } from "#kernel/result.ts";
import type { JobState } from "#platform/jobs/index.ts";
import type { ValueGrounds } from "../indicators/grounds.ts";
import type { ActualState } from "../indicators/register.ts";
import type { DifferenceChoices } from "./difference/difference.ts";
import type { Answers, Mapping } from "./model.ts";

/** An import (取込み) of a plan from a sheet: the file, how it is read, what was decided, and what became of it. */
export interface PlanImport {
  readonly id: string;
  readonly planId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileSize: number;
  /** The original and what was read from it are erased (内容の消去): only its name stays. */
  readonly isErased: boolean;
  readonly state: "open" | "applying" | "applied" | "abandoned";
  readonly encoding: string | null;
  readonly mapping: Mapping | null;
  readonly isMapped: boolean;
  readonly answers: Answers;
  readonly choices: DifferenceChoices;
  /** Whether the sheet's actuals stand already (確定), as the clerk said. */
  readonly actualState: ActualState;
  /** Why settled values change, said once for the whole import. */
  readonly grounds: ValueGrounds;
  readonly jobId: string | null;
  /** Why the last attempt to apply it changed nothing. */
  readonly refusal: Refusal | null;
  readonly summary: ImportSummary | null;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly appliedAt: Date | null;
}

/** What has become of an import, as a person is told: one that stopped changed nothing and waits to be taken up again. */
export type ImportOutcome = PlanImport["state"] | "stopped";

/** @param job the state of the job that applies it; undefined when there is none (any more) */
export function outcomeOf({ state }: Pick<PlanImport, "state">, job: JobState | undefined): ImportOutcome {
  const isStopped = job === undefined || job === "failed" || job === "cancelled";
  return state === "applying" && isStopped ? "stopped" : state;
}

/** How many nodes and indicators an import touched. */
export interface ImportSummary {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** Where the clerk goes on: the first step that is not done. */
export type ImportStage = "sheet" | "columns" | "questions" | "preview" | "progress" | "result";

export function stageOf(planImport: PlanImport, openQuestions: number): ImportStage {
  if (planImport.state === "applied") return "result";
  if (planImport.state === "applying") return "progress";
  if (!planImport.mapping) return "sheet";
  if (!planImport.isMapped) return "columns";
  return openQuestions > 0 ? "questions" : "preview";
}
