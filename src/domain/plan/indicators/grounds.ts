import { isDay } from "#kernel/day.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Actual, Target } from "../indicator.ts";
import { isCorrection, type ValueChange } from "./changes.ts";

/** What is said with a save of an indicator: why confirmed actuals change, and why, by whom and when decided targets changed. */
export interface ValueGrounds {
  /** 訂正の理由. */
  readonly correctionReason: string;
  /** 目標値を変えた理由. */
  readonly revisionReason: string;
  /** The body or post that decided the new target, in words. */
  readonly decidedBy: string;
  /** The day of the decision as YYYY-MM-DD; "" when nothing was said. */
  readonly decidedOn: string;
}

export const noGrounds: ValueGrounds = { correctionReason: "", revisionReason: "", decidedBy: "", decidedOn: "" };

export function tidiedGrounds(grounds: ValueGrounds): ValueGrounds {
  return {
    correctionReason: grounds.correctionReason.trim(),
    revisionReason: grounds.revisionReason.trim(),
    decidedBy: grounds.decidedBy.trim(),
    decidedOn: grounds.decidedOn.trim(),
  };
}

interface GroundCheck {
  readonly targets: readonly ValueChange<Target>[];
  readonly actuals: readonly ValueChange<Actual>[];
  /** Years whose target stands in a version that was decided and published (公表). */
  readonly decidedYears: ReadonlySet<number>;
  readonly grounds: ValueGrounds;
  readonly today: string;
}

/** What a save of values still has to say, by field: nothing as long as only drafts and undecided targets change. */
export function groundFaults(check: GroundCheck): Record<string, string> {
  return { ...correctionFault(check), ...revisionFaults(check) };
}

function correctionFault({ actuals, grounds }: GroundCheck): Record<string, string> {
  const corrected = actuals.filter(isCorrection);
  if (corrected.length === 0 || grounds.correctionReason !== "") return {};
  return {
    correctionReason: `${yearsOf(corrected)}の実績値は確定しています。直すには、訂正の理由を入力してください。`,
  };
}

function revisionFaults({ targets, decidedYears, grounds, today }: GroundCheck): Record<string, string> {
  const { revisionReason, decidedBy, decidedOn } = grounds;
  const dayFault = decidedOn !== "" && (!isDay(decidedOn) || decidedOn > today);
  const revised = targets.filter(({ year, before }) => before !== null && decidedYears.has(year));
  if (revised.length === 0) return dayFault ? { decidedOn: dayWords } : {};
  const years = yearsOf(revised);
  return {
    ...(revisionReason === "" && {
      revisionReason: `${years}の目標値は公表されています。変えるには、理由を入力してください。`,
    }),
    ...(decidedBy === "" && { decidedBy: `${years}の目標値を変えることを決めた会議や役職を入力してください。` }),
    ...((decidedOn === "" || dayFault) && { decidedOn: dayWords }),
  };
}

const dayWords = "目標値を変えることを決めた日を、今日までの日付で入力してください。";

function yearsOf(changes: readonly { readonly year: number }[]): string {
  return changes.map(({ year }) => fiscalYearLabel(year)).join("、");
}
