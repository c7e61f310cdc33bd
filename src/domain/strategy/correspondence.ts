import type { StrategyIndicatorSnapshot, StrategySnapshot } from "./snapshot.ts";

/** A line of the table of correspondence (対応表): one KPI of one measure, or a measure without, or a figure of a goal. */
export interface CorrespondenceLine {
  readonly goal: string;
  readonly frameGoals: readonly string[];
  readonly role: "figure" | "kpi";
  readonly measure: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly division: string;
  } | null;
  readonly indicator: StrategyIndicatorSnapshot | null;
  /** Grant projects positioned at this goal and measure. */
  readonly grants: readonly string[];
}

/** The table that a grant officer needs: national goals, our goals, figures, measures, KPI, grant projects, in this order. */
export function correspondence({ goals, grants }: StrategySnapshot): CorrespondenceLine[] {
  return goals.flatMap((goal) => {
    const head = { goal: `${goal.code} ${goal.name}`, frameGoals: goal.frameGoals };
    const figures = goal.figures.map((indicator): CorrespondenceLine => ({
      ...head,
      role: "figure",
      measure: null,
      indicator,
      grants: [],
    }));
    const measures = goal.measures.flatMap(({ kpis, ...measure }) => {
      const own = grants.filter((grant) => grant.measure?.id === measure.id && grant.goal === head.goal);
      const line = { ...head, role: "kpi" as const, measure, grants: own.map(({ name }) => name) };
      return kpis.length === 0
        ? [{ ...line, indicator: null }]
        : kpis.map((indicator): CorrespondenceLine => ({ ...line, indicator }));
    });
    return [...figures, ...measures];
  });
}

/** The last target of an indicator: what the strategy's end is measured by. */
export function lastTargetOf({ targets }: StrategyIndicatorSnapshot) {
  return targets.at(-1);
}

/** The newest year of which something is known to have been measured, or why not. */
export function latestActualOf({ actuals }: StrategyIndicatorSnapshot) {
  return actuals.at(-1);
}
