import { z } from "zod";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "./field-faults.ts";
import { methodFault } from "./indicators/methods.ts";
import { ratioFault } from "./indicators/ratio.ts";
import {
  aimOf,
  emptyRegisterEntry,
  registerFaults,
  tidiedRegisterEntry,
  type ActualState,
  type RegisterEntry,
} from "./indicators/register.ts";
import { isPlanYear, planYearFault } from "./plan.ts";
import {
  accumulationLabels,
  absenceLabels,
  directionLabels,
  type Absence,
  type Accumulation,
  type Direction,
  type IndicatorFault,
} from "./labels.ts";

/** Where an indicator stood when the plan was made (現状値・基準値): a number, or words where there is none. */
export interface Baseline {
  readonly year: number | null;
  readonly value: number | null;
  readonly words: string;
}

/** What is aimed at in a fiscal year (目標値): a number, a range of two, or the city's own words (「5年間で3人」), never both. */
export interface Target {
  readonly year: number;
  readonly value: number | null;
  readonly upperValue: number | null;
  readonly words: string;
}

/** What was measured in a fiscal year (実績値), or why 「−」, which is never 0. */
export interface Actual {
  readonly year: number;
  readonly value: number | null;
  readonly absence: Absence | null;
  readonly note: string;
  readonly state: ActualState;
  /** What a ratio was counted from (分子・分母), when the city keeps it. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** An indicator (指標) as people enter it. */
export interface IndicatorContent extends RegisterEntry {
  /** "" asks for the next free code of its measure. */
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Digits printed after the point. */
  readonly decimals: number;
  readonly direction: Direction;
  readonly accumulation: Accumulation;
  /** 算式・算出方法. */
  readonly description: string;
  /** 出典. */
  readonly source: string;
  readonly divisionId: string | null;
  readonly baseline: Baseline;
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
}

/** An indicator of which nothing is known yet. */
export const emptyIndicatorContent: IndicatorContent = {
  ...emptyRegisterEntry,
  code: "",
  name: "",
  unit: "",
  decimals: 0,
  direction: "up",
  accumulation: "singleYear",
  description: "",
  source: "",
  divisionId: null,
  baseline: { year: null, value: null, words: "" },
  targets: [],
  actuals: [],
};

const keysOf = <T extends string>(labels: Readonly<Record<T, string>>) => z.enum(Object.keys(labels) as [T, ...T[]]); // labels are never empty

export const directionSchema = keysOf(directionLabels);
export const accumulationSchema = keysOf(accumulationLabels);
export const absenceSchema = keysOf(absenceLabels);

/** Content as it is stored: texts trimmed, years in order, targets without number and words left out. */
export function tidiedIndicator(content: IndicatorContent): IndicatorContent {
  return {
    ...tidiedRegisterEntry(content),
    code: content.code.trim(),
    name: content.name.trim(),
    unit: content.unit.trim(),
    description: content.description.trim(),
    source: content.source.trim(),
    baseline: { ...content.baseline, words: content.baseline.words.trim() },
    targets: tidiedTargets(content.targets),
    actuals: content.actuals
      .map((actual) => ({ ...actual, note: actual.note.trim() }))
      .filter((actual) => actual.value !== null || actual.absence !== null)
      .sort((a, b) => a.year - b.year),
  };
}

/** Targets in order of year; one without number and words is none. */
export function tidiedTargets(targets: readonly Target[]): Target[] {
  return targets
    .map((target) => ({ ...target, words: target.words.trim() }))
    .filter((target) => target.value !== null || target.words !== "")
    .sort((a, b) => a.year - b.year);
}

/** Values are kept exactly up to 15 digits. */
const largest = 1e15;

/** What stops an indicator from being saved, by field; undefined when nothing does. What is only missing, `indicatorGaps` lists. */
export function indicatorFaults(content: IndicatorContent): Refusal | undefined {
  const fields: Record<string, string> = {
    ...nameFaults(content),
    ...registerFaults(content),
    ...baselineFaults(content),
  };
  for (const target of content.targets) {
    const fault = targetFault(content, target);
    if (fault) fields[`target-${target.year}`] = `${fiscalYearLabel(target.year)}の目標値：${fault}`;
  }
  for (const actual of content.actuals) {
    const fault = actual.value === null ? undefined : valueFault(content, actual.value);
    if (fault) fields[`actual-${actual.year}`] = `${fiscalYearLabel(actual.year)}の実績値：${fault}`;
    const ratio = ratioFault(actual, content);
    if (ratio) fields[`numerator-${actual.year}`] = `${fiscalYearLabel(actual.year)}の分子・分母：${ratio}`;
  }
  return fieldRefusal(fields);
}

function nameFaults({ name, code, decimals }: IndicatorContent): Record<string, string> {
  return {
    ...(name === "" && { name: "指標名を入力してください。" }),
    ...(name.length > 200 && { name: "指標名は200文字までにしてください。" }),
    ...(code.length > 40 && { code: "指標の番号は40文字までにしてください。" }),
    ...((!Number.isInteger(decimals) || decimals < 0 || decimals > 4) && {
      decimals: "小数の桁数は0から4までにしてください。",
    }),
  };
}

function baselineFaults(content: IndicatorContent): Record<string, string> {
  const { year: baseYear, value } = content.baseline;
  const fault = value === null ? undefined : valueFault(content, value);
  return {
    ...(fault && { baselineValue: `基準値：${fault}` }),
    ...(value !== null && baseYear === null && { baselineYear: "基準値の年度を選んでください。" }),
    ...(baseYear !== null && !isPlanYear(baseYear) && { baselineYear: planYearFault }),
  };
}

/** Why a target cannot be kept for an indicator of this direction and precision. */
export function targetFault(
  content: Pick<IndicatorContent, "direction" | "decimals">,
  { value, upperValue }: Target,
): string | undefined {
  if (upperValue !== null && content.direction !== "range")
    return "範囲の目標は、望ましい方向が「範囲に収める」のときだけ使えます。";
  if (upperValue !== null && (value === null || upperValue < value))
    return "範囲は小さい値から大きい値の順に入力してください。";
  return [value, upperValue]
    .map((each) => (each === null ? undefined : valueFault(content, each)))
    .find((fault) => fault !== undefined);
}

/** Why a number cannot be kept for an indicator of so many decimals. */
export function valueFault({ decimals }: { readonly decimals: number }, value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= largest)
    return "数が大きすぎます。単位を千円や百万円などに改めてください。";
  if (decimalsOf(value) > decimals)
    return `小数の桁数（${decimals}桁）より細かい値です。桁数を増やすか、値を丸めてください。`;
  return undefined;
}

/** How many digits stand after the point: 94.1 has one. */
export function decimalsOf(value: number): number {
  const text = String(value);
  if (text.includes("e-")) return Number(text.split("e-")[1]) + (text.split("e")[0]?.split(".")[1]?.length ?? 0);
  return text.split(".")[1]?.length ?? 0;
}

/** What of an indicator the checks look at; a frozen one has it too. */
type JudgedIndicator = Pick<
  IndicatorContent,
  "unit" | "source" | "description" | "updateMonth" | "direction" | "method" | "baseline" | "targets" | "trend"
>;

/**
 * What an indicator still needs before a version is made (unit, source, method, baseline with its year, target), and what
 * contradicts itself: a target equal to the baseline is for 維持 alone, and one on the wrong side of it is a slip or a fall to be held back.
 */
export function indicatorGaps(content: JudgedIndicator): IndicatorFault[] {
  const last = content.targets.at(-1);
  const { value, year: baseYear, words } = content.baseline;
  const gaps: (IndicatorFault | false)[] = [
    content.unit === "" && "unit",
    content.source === "" && "source",
    content.description === "" && "description",
    value === null && words === "" && "baseline",
    baseYear === null && "baselineYear",
    last === undefined && "target",
    content.updateMonth === null && "updateMonth",
    ...methodGaps(content),
    ...contradictions(content, last?.value ?? null),
  ];
  return gaps.filter((gap) => gap !== false);
}

function methodGaps(content: JudgedIndicator): IndicatorFault[] {
  if (content.method === null) return ["method"];
  return methodFault(content.method, aimOf(content)) === undefined ? [] : ["methodMisfit"];
}

/** A target on the wrong side of its baseline is right only where the method says that a change is held back. */
function contradictions({ direction, method, baseline }: JudgedIndicator, target: number | null): IndicatorFault[] {
  if (baseline.value === null || target === null || direction === "maintain" || direction === "range") return [];
  if (baseline.value === target) return method === "keeping" ? [] : ["sameAsBaseline"];
  if (method === "restraint") return [];
  return (direction === "up") === target > baseline.value ? [] : ["againstDirection"];
}
