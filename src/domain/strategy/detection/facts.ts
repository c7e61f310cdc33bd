import type { SetTarget, TargetSet } from "#domain/plan/index.ts";
import type { Period } from "#kernel/period.ts";
import type { KpiLevel } from "../grants/increments.ts";
import type { GrantPosition } from "../grants/project.ts";
import type { IndicatorMark, MeasureMark } from "../strategy.ts";

/** Everything that double management (二重管理) is looked for in: plain values, so that the rules need no database. */
export interface DetectionFacts {
  readonly plans: readonly PlanFact[];
  /** Nodes that stand, removed ones not among them. */
  readonly nodes: readonly NodeFact[];
  readonly indicators: readonly IndicatorFact[];
  readonly sets: readonly TargetSet[];
  readonly targets: readonly SetTarget[];
  readonly strategies: readonly StrategyFact[];
  readonly grants: readonly GrantFact[];
}

export interface PlanFact extends Period {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface NodeFact {
  readonly id: string;
  readonly planId: string;
  readonly code: string;
  readonly title: string;
}

export interface IndicatorFact {
  readonly id: string;
  readonly seriesId: string;
  readonly planId: string;
  readonly nodeId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
}

export interface StrategyFact extends Period {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly planId: string;
  readonly goals: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly measures: readonly MeasureMark[];
  readonly indicators: readonly IndicatorMark[];
}

export interface GrantFact extends Period, GrantPosition {
  readonly id: string;
  readonly name: string;
  readonly programme: { readonly name: string; readonly startYear: number; readonly endYear: number | null };
  readonly kpis: readonly {
    readonly name: string;
    readonly indicatorId: string | null;
    readonly levels: readonly KpiLevel[];
  }[];
}
