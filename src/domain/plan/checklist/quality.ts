import type { ActualState, Cadence } from "../indicators/register.ts";

/** How the value of the last fiscal year stands (実績値の入力の状況). */
export type ActualStanding = "confirmed" | "draft" | "late" | "waiting" | "notYearly";

interface WatchedIndicator {
  readonly cadence: Cadence;
  readonly updateMonth: number | null;
  readonly actuals: readonly { readonly year: number; readonly state: ActualState }[];
}

/**
 * How an indicator's value of a fiscal year stands on a day. A 「−」 with its reason counts as entered. Late is a yearly value whose
 * month of update (更新月) after the end of that year is over; without a month nothing can be late.
 */
export function standingOf(
  { cadence, updateMonth, actuals }: WatchedIndicator,
  { year, today }: { readonly year: number; readonly today: string },
): ActualStanding {
  const actual = actuals.find((each) => each.year === year);
  if (actual) return actual.state;
  if (cadence === "everyFewYears" || cadence === "occasional") return "notYearly";
  return updateMonth !== null && today.slice(0, 7) > dueMonth(year, updateMonth) ? "late" : "waiting";
}

/** 「2026-06」: the month in which a fiscal year's value is due. The year ends in March; April to March follow. */
function dueMonth(year: number, month: number): string {
  return `${month >= 4 ? year + 1 : year + 2}-${String(month).padStart(2, "0")}`;
}

/** One division's share of a plan and how complete it is (課ごとの入力の状況). */
export interface DivisionQuality {
  /** Null: what nobody is in charge of. */
  readonly divisionId: string | null;
  readonly measures: number;
  readonly complete: number;
  readonly indicators: number;
  readonly standings: Readonly<Record<ActualStanding, number>>;
}

interface Watched {
  readonly measures: readonly { readonly id: string; readonly divisionId: string | null }[];
  /** Ids of measures with anything to mend on their page or in their indicators. */
  readonly unfinished: ReadonlySet<string>;
  readonly indicators: readonly (WatchedIndicator & {
    readonly nodeId: string;
    readonly divisionId: string | null;
  })[];
  readonly year: number;
  readonly today: string;
}

/** The board: a row for each division in charge of a measure or an indicator. An indicator without a division is its measure's. */
export function qualityOf({ measures, unfinished, indicators, year, today }: Watched): DivisionQuality[] {
  const owners = new Map(measures.map((measure) => [measure.id, measure.divisionId]));
  const owned = indicators.map((indicator) => ({
    divisionId: indicator.divisionId ?? owners.get(indicator.nodeId) ?? null,
    standing: standingOf(indicator, { year, today }),
  }));
  const divisions = new Set([...measures, ...owned].map(({ divisionId }) => divisionId));
  return [...divisions].map((divisionId) => {
    const own = measures.filter((measure) => measure.divisionId === divisionId);
    const theirs = owned.filter((indicator) => indicator.divisionId === divisionId);
    const count = (standing: ActualStanding) => theirs.filter((each) => each.standing === standing).length;
    return {
      divisionId,
      measures: own.length,
      complete: own.filter((measure) => !unfinished.has(measure.id)).length,
      indicators: theirs.length,
      standings: {
        confirmed: count("confirmed"),
        draft: count("draft"),
        late: count("late"),
        waiting: count("waiting"),
        notYearly: count("notYearly"),
      },
    };
  });
}
