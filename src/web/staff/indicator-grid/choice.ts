import { holds, type Actor } from "#domain/audit/index.ts";
import { isOwn, type PlanWithLevels, type RegisterLine } from "#domain/plan/index.ts";

/** What the grid shows, as its address says it. */
export interface GridChoice {
  /** A division's id, "own" for those the person works in, "" for all. */
  readonly division: string;
  /** A measure's id, "" for all. */
  readonly measure: string;
  readonly values: "actuals" | "targets";
  /** Whether confirmed values are open, to be corrected with a reason (訂正). */
  readonly corrects: boolean;
  /** Whether years long before the plan are shown. */
  readonly earlier: boolean;
}

/** Who works for divisions alone sees theirs first. */
export function gridChoice(query: URLSearchParams, actor: Actor): GridChoice {
  const first = holds(actor, "clerk", "chief") && !holds(actor, "planning") ? "own" : "";
  const division = query.get("division");
  return {
    division: division === "all" ? "" : (division ?? first),
    measure: query.get("measure") ?? "",
    values: query.get("values") === "targets" ? "targets" : "actuals",
    corrects: query.get("correct") === "1",
    earlier: query.get("earlier") === "1",
  };
}

/** The address of the grid with this choice. */
export function gridPath(address: string, choice: GridChoice): string {
  const query = new URLSearchParams({ division: choice.division || "all" });
  if (choice.measure !== "") query.set("measure", choice.measure);
  if (choice.values === "targets") query.set("values", "targets");
  if (choice.corrects) query.set("correct", "1");
  if (choice.earlier) query.set("earlier", "1");
  return `${address}?${query}`;
}

export function chosenLines(lines: readonly RegisterLine[], choice: GridChoice, actor: Actor): RegisterLine[] {
  return lines.filter(({ indicator, measure, divisionId }) => {
    const isChosen =
      choice.division === "" ||
      (choice.division === "own"
        ? isOwn(actor, measure) || isOwn(actor, { divisionId: indicator.divisionId, relatedDivisionIds: [] })
        : divisionId === choice.division || indicator.divisionId === choice.division);
    return isChosen && (choice.measure === "" || measure.id === choice.measure);
  });
}

/** So many years before the plan are shown at first. */
const yearsBefore = 5;

/** The fiscal years of the columns: the plan's, one before it, and those that have values; long past ones only when asked for. */
export function gridYears(
  plan: Pick<PlanWithLevels, "startYear" | "endYear">,
  lines: readonly Pick<RegisterLine, "indicator">[],
  { values, earlier }: Pick<GridChoice, "values" | "earlier">,
): { readonly years: readonly number[]; readonly hidden: number } {
  const named = lines.flatMap(({ indicator }) => indicator[values].map(({ year }) => year));
  const earliest = named.reduce((one, other) => Math.min(one, other), plan.startYear - 1);
  const last = named.reduce((one, other) => Math.max(one, other), plan.endYear);
  const first = earlier ? earliest : Math.max(earliest, plan.startYear - yearsBefore);
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    hidden: first - earliest,
  };
}
