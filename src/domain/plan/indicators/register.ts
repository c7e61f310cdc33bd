import { z } from "zod";
import type { Direction } from "../labels.ts";
import { methodKeys, type Aim, type Method } from "./methods.ts";

/** What an indicator measures (指標の種類). */
export const indicatorKindLabels = {
  outcome: "成果指標",
  activity: "活動指標",
  subject: "対象指標",
} as const;

/** How often a new value comes (取得頻度). */
export const cadenceLabels = {
  monthly: "毎月",
  yearly: "毎年度",
  everyFewYears: "数年ごと",
  occasional: "随時",
} as const;

/** Whether a value may still change without a reason (速報・入力中) or stands (確定). */
export const actualStateLabels = { draft: "入力中", confirmed: "確定" } as const;

export type IndicatorKind = keyof typeof indicatorKindLabels;
export type Cadence = keyof typeof cadenceLabels;
export type ActualState = keyof typeof actualStateLabels;

const keysOf = <T extends string>(labels: Readonly<Record<T, string>>) => z.enum(Object.keys(labels) as [T, ...T[]]); // labels are never empty

export const indicatorKindSchema = keysOf(indicatorKindLabels);
export const cadenceSchema = keysOf(cadenceLabels);
export const actualStateSchema = keysOf(actualStateLabels);
export const methodSchema = z.enum(methodKeys);

/** What the register (指標台帳) says of an indicator beside its values: what it means, when it comes, and how it is judged. */
export interface RegisterEntry {
  readonly kind: IndicatorKind;
  /** Null until someone chose; it is then listed as missing, never guessed. */
  readonly method: Method | null;
  /** 意味: what a change of the value tells. */
  readonly meaning: string;
  /** 目標値とした理由. */
  readonly targetReason: string;
  /** 比較できる参考値: the prefecture's mean, a similar city's value. */
  readonly comparison: string;
  /** The calendar month (1–12) in which the year's value is known. */
  readonly updateMonth: number | null;
  readonly cadence: Cadence;
  /** 分子・分母 of a ratio, in words; both or neither. */
  readonly numeratorName: string;
  readonly denominatorName: string;
  /** すう勢値: where the value would go if nothing were done, in the last target's year. */
  readonly trend: number | null;
  /** ± in the indicator's unit that still counts as kept (M5). */
  readonly tolerance: number;
}

export const emptyRegisterEntry: RegisterEntry = {
  kind: "outcome",
  method: null,
  meaning: "",
  targetReason: "",
  comparison: "",
  updateMonth: null,
  cadence: "yearly",
  numeratorName: "",
  denominatorName: "",
  trend: null,
  tolerance: 0,
};

export function tidiedRegisterEntry<T extends RegisterEntry>(entry: T): T {
  return {
    ...entry,
    meaning: entry.meaning.trim(),
    targetReason: entry.targetReason.trim(),
    comparison: entry.comparison.trim(),
    numeratorName: entry.numeratorName.trim(),
    denominatorName: entry.denominatorName.trim(),
  };
}

/** What stops a register entry from being saved, by field. A method that does not fit is no fault here but a gap that is listed. */
export function registerFaults({
  updateMonth,
  tolerance,
  numeratorName,
  denominatorName,
}: RegisterEntry): Record<string, string> {
  const isMonth = updateMonth === null || (Number.isInteger(updateMonth) && updateMonth >= 1 && updateMonth <= 12);
  return {
    ...(!isMonth && { updateMonth: "更新月は1から12までにしてください。" }),
    ...(!(tolerance >= 0) && { tolerance: "許す幅は0以上の数にしてください。" }),
    ...((numeratorName === "") !== (denominatorName === "") && {
      denominatorName: "分子と分母は、両方を入力するか、両方を空にしてください。",
    }),
  };
}

/** What the methods need to know of an indicator. The target is the last one that has a number. */
export function aimOf(content: {
  readonly direction: Direction;
  readonly baseline: { readonly value: number | null };
  readonly targets: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly upperValue: number | null;
  }[];
  readonly trend: number | null;
}): Aim {
  const target = content.targets
    .filter(({ value }) => value !== null)
    .toSorted((one, other) => one.year - other.year)
    .at(-1);
  return {
    direction: content.direction,
    baseline: content.baseline.value,
    target: target?.value ?? null,
    upperTarget: target?.upperValue ?? null,
    trend: content.trend,
  };
}
