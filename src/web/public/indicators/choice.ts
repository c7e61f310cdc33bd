import type { IndicatorSnapshot } from "#domain/plan/published.ts";

/** What of all indicators is wanted: those of one goal (counted from 1), of one division, or both. */
export interface IndicatorChoice {
  readonly goal: number | null;
  readonly division: string | null;
  /** Every goal unfolded although nothing was chosen. */
  readonly isOpen: boolean;
}

/** A choice from an address's query; what is not understood chooses nothing. */
export function choiceOf(query: URLSearchParams): IndicatorChoice {
  const goal = Number(query.get("goal") ?? "");
  return {
    goal: Number.isInteger(goal) && goal > 0 ? goal : null,
    division: query.get("division") || null,
    isOpen: query.get("open") === "all",
  };
}

/** The address of a choice, as path and query. */
export function choicePath({ goal, division, isOpen }: IndicatorChoice): string {
  const query = new URLSearchParams();
  if (goal !== null) query.set("goal", String(goal));
  if (division !== null) query.set("division", division);
  if (isOpen) query.set("open", "all");
  const text = query.toString();
  return `/indicators${text === "" ? "" : `?${text}`}#list`;
}

export function isChosen({ division }: IndicatorSnapshot, choice: IndicatorChoice): boolean {
  return choice.division === null || division === choice.division;
}
