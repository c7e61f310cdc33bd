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

/** What a save changes of one indicator's values. */
export interface IndicatorChange {
  readonly name: string;
  readonly targets: readonly ValueChange<Target>[];
  readonly actuals: readonly ValueChange<Actual>[];
  /** Years whose target stands in a version that was decided and published (公表). */
  readonly decidedYears: ReadonlySet<number>;
}

interface GroundCheck {
  readonly changes: readonly IndicatorChange[];
  readonly grounds: ValueGrounds;
  readonly today: string;
}

/** Years of one indicator in which a settled value changes. */
interface Settled {
  readonly name: string;
  readonly years: readonly number[];
}

/** Confirmed actuals (確定) that a save would change. */
export function correctedIn(changes: readonly Pick<IndicatorChange, "name" | "actuals">[]): readonly Settled[] {
  return settled(changes, ({ actuals }) => actuals.filter(isCorrection));
}

/** Published targets (公表) that a save would change. */
export function revisedIn(
  changes: readonly Pick<IndicatorChange, "name" | "targets" | "decidedYears">[],
): readonly Settled[] {
  return settled(changes, ({ targets, decidedYears }) =>
    targets.filter(({ year, before }) => before !== null && decidedYears.has(year)),
  );
}

function settled<T extends { readonly name: string }>(
  changes: readonly T[],
  yearsIn: (change: T) => readonly { readonly year: number }[],
): Settled[] {
  return changes
    .map((change) => ({ name: change.name, years: yearsIn(change).map(({ year }) => year) }))
    .filter(({ years }) => years.length > 0);
}

/** What a save of values still has to say, by field: nothing as long as only drafts and undecided targets change. */
export function groundFaults(check: GroundCheck): Record<string, string> {
  return { ...correctionFault(check), ...revisionFaults(check) };
}

function correctionFault({ changes, grounds }: GroundCheck): Record<string, string> {
  const corrected = correctedIn(changes);
  if (corrected.length === 0 || grounds.correctionReason !== "") return {};
  return {
    correctionReason: `${placesOf(corrected, changes)}の実績値は確定しています。直すには、訂正の理由を入力してください。`,
  };
}

function revisionFaults({ changes, grounds, today }: GroundCheck): Record<string, string> {
  const { revisionReason, decidedBy, decidedOn } = grounds;
  const dayFault = decidedOn !== "" && (!isDay(decidedOn) || decidedOn > today);
  const revised = revisedIn(changes);
  if (revised.length === 0) return dayFault ? { decidedOn: dayWords } : {};
  const places = placesOf(revised, changes);
  return {
    ...(revisionReason === "" && {
      revisionReason: `${places}の目標値は公表されています。変えるには、理由を入力してください。`,
    }),
    ...(decidedBy === "" && { decidedBy: `${places}の目標値を変えることを決めた会議や役職を入力してください。` }),
    ...((decidedOn === "" || dayFault) && { decidedOn: dayWords }),
  };
}

const dayWords = "目標値を変えることを決めた日を、今日までの日付で入力してください。";

const namedPlaces = 3;

/** 「令和9年度」; where several indicators are saved together 「「訓練の回数」の令和9年度、…」, the first of them by name. */
function placesOf(places: readonly Settled[], among: readonly unknown[]): string {
  const words = places
    .slice(0, namedPlaces)
    .map(({ name, years }) => `${among.length > 1 ? `「${name}」の` : ""}${years.map(fiscalYearLabel).join("、")}`);
  const more = places.length - words.length;
  return `${words.join("、")}${more > 0 ? `、ほか${more}件の指標` : ""}`;
}
