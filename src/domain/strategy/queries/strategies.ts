import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planSnapshot, targetsInSets } from "#domain/plan/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { composedStrategy, type StrategyParts } from "../composing.ts";
import type { NationalFrame } from "../frame.ts";
import { mayReadStrategy } from "../permissions.ts";
import type { PopulationAim, PopulationFrame, PopulationPath } from "../population/path.ts";
import type { StrategySnapshot } from "../snapshot.ts";
import type { PeriodChange, Strategy, StrategyGoal } from "../strategy.ts";
import { framesIn } from "../store/frames.ts";
import { programmesIn, projectsIn } from "../store/grants.ts";
import { indicatorMarksIn, measureMarksIn } from "../store/marks.ts";
import { aimsIn, framesOfPlans, pathsIn } from "../store/population.ts";
import { goalsIn, periodChangesOf, strategiesIn } from "../store/strategies.ts";

export function mayRead(ctx: Ctx): void {
  permit(mayReadStrategy(ctx.actor), mayReadStrategy.sentence);
}

/** All strategies, the one that begins last first. */
export async function listStrategies(ctx: Ctx): Promise<Strategy[]> {
  mayRead(ctx);
  return strategiesIn(ctx.db);
}

/** A strategy with its goals and what was changed of its period. */
export interface StrategyPage {
  readonly strategy: Strategy;
  readonly goals: readonly StrategyGoal[];
  readonly frame: NationalFrame | undefined;
  readonly periodChanges: readonly PeriodChange[];
}

/** @throws NotFound */
export async function strategyBySlug(ctx: Ctx, slug: string): Promise<StrategyPage> {
  const strategy = (await listStrategies(ctx)).find((each) => each.slug === slug);
  if (!strategy) throw new NotFound();
  return {
    strategy,
    goals: await goalsIn(ctx.db, strategy.id),
    frame: (await framesIn(ctx.db)).find(({ id }) => id === strategy.frameId),
    periodChanges: await periodChangesOf(ctx.db, strategy.id),
  };
}

/** The goals of all strategies, for lists to choose from. */
export async function listGoals(ctx: Ctx): Promise<StrategyGoal[]> {
  mayRead(ctx);
  return goalsIn(ctx.db);
}

export async function listFrames(ctx: Ctx): Promise<NationalFrame[]> {
  mayRead(ctx);
  return framesIn(ctx.db);
}

/** The marks of one strategy. */
export async function marksOf(
  ctx: Ctx,
  strategyId: string,
): Promise<Pick<StrategyParts, "measureMarks" | "indicatorMarks">> {
  mayRead(ctx);
  const isOwn = (mark: { readonly strategyId: string }) => mark.strategyId === strategyId;
  return {
    measureMarks: (await measureMarksIn(ctx.db)).filter(isOwn),
    indicatorMarks: (await indicatorMarksIn(ctx.db)).filter(isOwn),
  };
}

/** What there is of the population: paths, aims, the plans' frames. */
export interface PopulationVision {
  readonly paths: readonly PopulationPath[];
  readonly aims: readonly PopulationAim[];
  readonly planFrames: readonly PopulationFrame[];
}

export async function populationVision(ctx: Ctx): Promise<PopulationVision> {
  mayRead(ctx);
  return { paths: await pathsIn(ctx.db), aims: await aimsIn(ctx.db), planFrames: await framesOfPlans(ctx.db) };
}

/** @throws NotFound */
export async function pathByCode(ctx: Ctx, code: string): Promise<PopulationPath> {
  const path = (await populationVision(ctx)).paths.find((each) => each.code === code);
  if (!path) throw new NotFound();
  return path;
}

/** The strategy's view (総合戦略ビュー) as one value, from the plan and the marks as they stand now. @throws NotFound */
export async function strategyView(ctx: Ctx, slug: string): Promise<StrategySnapshot> {
  const { strategy, goals, frame, periodChanges } = await strategyBySlug(ctx, slug);
  const { paths, aims, planFrames } = await populationVision(ctx);
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  return composedStrategy({
    strategy,
    goals,
    frame,
    periodChanges,
    paths,
    aims,
    ...(await marksOf(ctx, strategy.id)),
    ownTargets: await targetsInSets(ctx, strategy.targetSetId),
    plan: await planSnapshot(ctx, strategy.planId),
    planFrame: planFrames.find(({ planId }) => planId === strategy.planId),
    programmes: await programmesIn(ctx.db),
    projects: await projectsIn(ctx.db),
    divisionNames: new Map(divisions.map(({ id, path }) => [id, path])),
  });
}
