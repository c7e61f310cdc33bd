import type { PlanSnapshot, SetTarget, Target } from "#domain/plan/index.ts";
import type { GrantProgramme } from "./grants/programme.ts";
import { levelsOf } from "./grants/increments.ts";
import type { GrantProject } from "./grants/project.ts";
import type { NationalFrame } from "./frame.ts";
import { totalKey } from "./population/age-group.ts";
import { valueAt, type PopulationAim, type PopulationFrame, type PopulationPath } from "./population/path.ts";
import type {
  GrantSnapshot,
  PopulationSnapshot,
  StrategyGoalSnapshot,
  StrategyIndicatorSnapshot,
  StrategySnapshot,
} from "./snapshot.ts";
import type { IndicatorMark, MeasureMark, PeriodChange, Strategy, StrategyGoal } from "./strategy.ts";

/** Everything a strategy's view (総合戦略ビュー) is made of. */
export interface StrategyParts {
  readonly strategy: Strategy;
  readonly goals: readonly StrategyGoal[];
  readonly frame: NationalFrame | undefined;
  readonly periodChanges: readonly PeriodChange[];
  readonly measureMarks: readonly MeasureMark[];
  readonly indicatorMarks: readonly IndicatorMark[];
  /** Targets of the strategy's own set. */
  readonly ownTargets: readonly SetTarget[];
  readonly plan: PlanSnapshot;
  readonly paths: readonly PopulationPath[];
  readonly aims: readonly PopulationAim[];
  readonly planFrame: PopulationFrame | undefined;
  readonly programmes: readonly GrantProgramme[];
  readonly projects: readonly GrantProject[];
  readonly divisionNames: ReadonlyMap<string, string>;
}

/** The strategy as one value: marks laid on the plan as it stands now. */
export function composedStrategy(parts: StrategyParts): StrategySnapshot {
  const { strategy, plan, frame, goals } = parts;
  const { id, slug, name, form, statement, source, startYear, endYear } = strategy;
  return {
    strategy: { id, slug, name, form, statement, source, startYear, endYear },
    plan: { slug: plan.plan.slug, name: plan.plan.name },
    frame: frame
      ? { name: frame.name, startYear: frame.startYear, endYear: frame.endYear, source: frame.source }
      : null,
    periodChanges: parts.periodChanges.map(({ id: _id, savedAt: _at, ...change }) => ({ ...change })),
    goals: goals.map((goal) => goalOf(parts, goal)),
    population: populationOf(parts),
    grants: parts.projects.filter(({ strategyId }) => strategyId === id).map((project) => grantOf(parts, project)),
  };
}

function goalOf(parts: StrategyParts, goal: StrategyGoal): StrategyGoalSnapshot {
  const { plan, frame, measureMarks, indicatorMarks } = parts;
  const served = new Set(measureMarks.filter(({ goalId }) => goalId === goal.id).map(({ nodeId }) => nodeId));
  const figures = new Set(indicatorMarks.filter(({ goalId }) => goalId === goal.id).map((mark) => mark.indicatorId));
  const kpis = new Set(indicatorMarks.filter(({ goalId }) => goalId === null).map((mark) => mark.indicatorId));
  const indicators = indicatorsOf(parts);
  return {
    id: goal.id,
    code: goal.code,
    name: goal.name,
    description: goal.description,
    frameGoals: (frame?.goals ?? []).filter(({ key }) => goal.frameGoals.includes(key)).map((each) => each.name),
    figures: indicators.filter(({ id }) => figures.has(id)),
    measures: plan.nodes
      .filter(({ id }) => served.has(id))
      .map(({ id, code, title, division }) => ({
        id,
        code,
        title,
        division: division?.name ?? "",
        kpis: indicators.filter((each) => each.nodeId === id && kpis.has(each.id)),
      })),
  };
}

function indicatorsOf({ plan, ownTargets }: StrategyParts): StrategyIndicatorSnapshot[] {
  return plan.nodes.flatMap((node) =>
    node.indicators.map((indicator) => ({
      id: indicator.id,
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      decimals: indicator.decimals,
      nodeId: node.id,
      nodeCode: node.code,
      description: indicator.description,
      source: indicator.source,
      baseline: indicator.baseline,
      targets: effectiveTargets(
        indicator.targets,
        ownTargets.filter(({ indicatorId }) => indicatorId === indicator.id),
      ),
      actuals: indicator.actuals.map(({ year, value, absence }) => ({ year, value, absence })),
    })),
  );
}

/** The strategy's own target of a year; where it has none, the plan's (一本化). */
export function effectiveTargets(ofPlan: readonly Target[], own: readonly Target[]): Target[] {
  const others = ofPlan.filter(({ year }) => !own.some((each) => each.year === year));
  return [...others, ...own]
    .map(({ year, value, upperValue, words }) => ({ year, value, upperValue, words }))
    .toSorted((one, other) => one.year - other.year);
}

function populationOf({ paths, aims, planFrame }: StrategyParts): PopulationSnapshot {
  const shown = paths.filter(({ isPublic }) => isPublic);
  const framePath = paths.find(({ id }) => id === planFrame?.pathId);
  const value = planFrame && framePath && valueAt(framePath.figures, planFrame.year, totalKey);
  return {
    paths: shown.map(({ code, name, kind, baseYear, source, method, figures }) => ({
      code,
      name,
      kind,
      baseYear,
      source,
      method,
      figures: figures.map((each) => ({ ...each })),
    })),
    aims: aims.map(({ name, year, value: people, source }) => ({ name, year, value: people, source })),
    frame: planFrame && framePath && value !== undefined ? { path: framePath.name, year: planFrame.year, value } : null,
  };
}

function grantOf(parts: StrategyParts, project: GrantProject): GrantSnapshot {
  const goal = parts.goals.find(({ id }) => id === project.goalId);
  const node = parts.plan.nodes.find(({ id }) => id === project.nodeId);
  const { id, name, summary, regionalPlan, startYear, endYear } = project;
  return {
    id,
    name,
    summary,
    regionalPlan,
    startYear,
    endYear,
    programme: parts.programmes.find((each) => each.id === project.programmeId)?.name ?? "",
    division: parts.divisionNames.get(project.divisionId ?? "") ?? "",
    goal: goal ? `${goal.code} ${goal.name}` : "",
    measure: node ? { id: node.id, code: node.code, title: node.title } : null,
    years: project.years.map((each) => ({ ...each })),
    kpis: project.kpis.map((kpi) => ({
      name: kpi.name,
      unit: kpi.unit,
      decimals: kpi.decimals,
      base: kpi.base,
      due: kpi.due,
      steps: levelsOf(kpi, kpi.steps).map(({ year, value }, index) => ({
        year,
        increment: kpi.steps[index]?.increment ?? null,
        target: value,
        actual: kpi.steps[index]?.actual ?? null,
      })),
    })),
  };
}
