import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { fieldRefusal } from "../field-faults.ts";
import { targetFault, type Target } from "../indicator.ts";
import type { Direction } from "../labels.ts";
import { isPlanYear, planYearFault } from "../plan.ts";
import type { Refusal } from "#kernel/result.ts";

/** Whose aims a set of targets (目標の組) holds beside those of the plan itself. */
export const targetSetKindLabels = {
  strategy: "総合戦略",
  grant: "交付金",
  sdg: "SDGs",
} as const;

export type TargetSetKind = keyof typeof targetSetKindLabels;

/** A set of targets (目標の組) as people enter it: several sets aim at the same series of values. */
export interface TargetSetEntry {
  readonly kind: TargetSetKind;
  readonly name: string;
  readonly startYear: number;
  readonly endYear: number;
}

/** What stops a set from being made, by field. */
export function targetSetFaults({ name, startYear, endYear }: TargetSetEntry): Refusal | undefined {
  return fieldRefusal({
    ...(name === "" && { name: "名前を入力してください。" }),
    ...(name.length > 100 && { name: "名前は100文字までにしてください。" }),
    ...(!isPlanYear(startYear) && { startYear: planYearFault }),
    ...(!isPlanYear(endYear) && { endYear: planYearFault }),
    ...(endYear < startYear && { endYear: "終わりの年度が、始まりより前です。" }),
  });
}

interface Aimed {
  readonly direction: Direction;
  readonly decimals: number;
}

/** What stops targets of a set from being saved, by field. */
export function targetFaults(
  targets: readonly Target[],
  { indicator, set }: { readonly indicator: Aimed; readonly set: Pick<TargetSetEntry, "startYear" | "endYear"> },
): Refusal | undefined {
  const fields: Record<string, string> = {};
  for (const target of targets) {
    const isInPeriod = target.year >= set.startYear && target.year <= set.endYear;
    const fault = isInPeriod ? targetFault(indicator, target) : "この組の期間の外です。";
    if (fault) fields[`target-${target.year}`] = `${fiscalYearLabel(target.year)}の目標値：${fault}`;
  }
  return fieldRefusal(fields);
}
