import type { IndicatorKind, Method } from "#domain/plan/index.ts";
import type { Period } from "#kernel/period.ts";

/** A plan as a sample is written: plain lines and numbers, nothing that only a database knows. */
export interface SamplePlan {
  readonly slug: string;
  readonly kind: "basicConcept" | "basicPlan";
  readonly name: string;
  /** 将来都市像. */
  readonly vision: string;
  readonly summary: string;
  readonly period: Period;
  readonly division?: string;
  /** Slug of the plan before it. */
  readonly predecessor?: string;
  readonly levels: readonly SampleLevel[];
  readonly nodes: readonly SampleNode[];
  readonly sdgGapNotes: readonly { readonly goal: number; readonly explanation: string }[];
}

export interface SampleLevel {
  readonly name: string;
  readonly codePattern: string;
  readonly evaluator: string;
  readonly hasPage: boolean;
}

/** A node of the tree; its code follows from its place and its level's pattern. Divisions are named. */
export interface SampleNode {
  readonly title: string;
  readonly keyword?: string;
  readonly division?: string;
  readonly relatedDivisions?: readonly string[];
  readonly isPriority?: boolean;
  readonly fields?: SampleFields;
  readonly sdgs?: readonly SampleSdgLink[];
  readonly indicators?: readonly SampleIndicator[];
  readonly children?: readonly SampleNode[];
}

/** What the page of a measure (施策) says. A text is one paragraph; a list becomes bullets. */
export interface SampleFields {
  readonly vision?: string;
  readonly currentState?: string | readonly string[];
  readonly direction?: string;
  readonly initiatives?: readonly string[];
  readonly citizenRole?: readonly string[];
  readonly businessRole?: readonly string[];
  readonly cityRole?: readonly string[];
  readonly relatedPlans?: readonly { readonly name: string; readonly period: string }[];
  readonly terms?: readonly { readonly term: string; readonly meaning: string }[];
}

export interface SampleSdgLink {
  readonly goal: number;
  readonly strength: "direct" | "related";
  readonly targets: readonly string[];
  readonly reason: string;
}

/** ◎: the measure itself serves the goal. */
export function direct(goal: number, targets: readonly string[], reason: string): SampleSdgLink {
  return { goal, strength: "direct", targets, reason };
}

/** ○: the goal gains from the measure. */
export function related(goal: number, targets: readonly string[], reason: string): SampleSdgLink {
  return { goal, strength: "related", targets, reason };
}

/** Why a year has no value: 未調査・未公表・集計中. */
export type SampleAbsence = "notSurveyed" | "notReleased" | "counting";

/** What the register says of an indicator, as far as the sample tells it. A method that is left out is the one that fits. */
export interface SampleRegister {
  readonly kind?: IndicatorKind;
  readonly method?: Method;
  readonly meaning?: string;
  readonly targetReason?: string;
  readonly comparison?: string;
  readonly numeratorName?: string;
  readonly denominatorName?: string;
  readonly trend?: number;
  readonly tolerance?: number;
  /** Numerator and denominator by fiscal year. */
  readonly counted?: Readonly<Record<number, readonly [numerator: number, denominator: number]>>;
}

export interface SampleIndicator extends SampleRegister {
  readonly name: string;
  readonly unit: string;
  /** Digits after the point; 0 when left out. */
  readonly decimals?: number;
  /** "up" when left out. */
  readonly direction?: "up" | "down" | "maintain" | "range";
  /** "singleYear" when left out. */
  readonly accumulation?: "singleYear" | "cumulative" | "pointInTime";
  readonly description: string;
  readonly source: string;
  readonly baseline:
    | { readonly year: number; readonly value: number }
    | { readonly year: number; readonly words: string };
  /** By fiscal year: a number, a range of two, or the city's own words. */
  readonly targets: Readonly<Record<number, number | readonly [lower: number, upper: number] | string>>;
  readonly actuals?: Readonly<Record<number, number | SampleAbsence>>;
}
