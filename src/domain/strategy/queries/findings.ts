import type { Ctx } from "#domain/audit/index.ts";
import { listPlans, planIndicators, planOutline, targetSets, targetsInSets } from "#domain/plan/index.ts";
import { detect } from "../detection/detect.ts";
import type { DetectionFacts, GrantFact, StrategyFact } from "../detection/facts.ts";
import type { Finding } from "../detection/finding.ts";
import { levelsOf } from "../grants/increments.ts";
import { programmesIn, projectsIn } from "../store/grants.ts";
import { acceptancesIn, indicatorMarksIn, measureMarksIn, type Acceptance } from "../store/marks.ts";
import { goalsIn, strategiesIn } from "../store/strategies.ts";
import { mayRead } from "./strategies.ts";

/** A finding, and why the city leaves it if it does. */
export interface FindingLine {
  readonly finding: Finding;
  readonly acceptance: Acceptance | undefined;
}

/** Everything that the detector of double management (二重管理の点検) finds now. */
export async function listFindings(ctx: Ctx): Promise<FindingLine[]> {
  mayRead(ctx);
  const acceptances = new Map((await acceptancesIn(ctx.db)).map((each) => [each.key, each]));
  return detect(await detectionFacts(ctx)).map((finding) => ({ finding, acceptance: acceptances.get(finding.key) }));
}

async function detectionFacts(ctx: Ctx): Promise<DetectionFacts> {
  const plans = await listPlans(ctx);
  const nodes = [];
  const indicators = [];
  for (const plan of plans) {
    const outline = await planOutline(ctx, plan.id);
    const standing = new Set(outline.map(({ id }) => id));
    nodes.push(...outline.map(({ id, code, title }) => ({ id, planId: plan.id, code, title })));
    indicators.push(...(await planIndicators(ctx, plan.id)).filter(({ nodeId }) => standing.has(nodeId)));
  }
  return {
    plans,
    nodes,
    indicators,
    sets: await targetSets(ctx),
    targets: await targetsInSets(ctx),
    strategies: await strategyFacts(ctx),
    grants: await grantFacts(ctx),
  };
}

async function strategyFacts(ctx: Ctx): Promise<StrategyFact[]> {
  const goals = await goalsIn(ctx.db);
  const measures = await measureMarksIn(ctx.db);
  const indicators = await indicatorMarksIn(ctx.db);
  return (await strategiesIn(ctx.db)).map((strategy) => ({
    ...strategy,
    goals: goals.filter(({ strategyId }) => strategyId === strategy.id),
    measures: measures.filter(({ strategyId }) => strategyId === strategy.id),
    indicators: indicators.filter(({ strategyId }) => strategyId === strategy.id),
  }));
}

async function grantFacts(ctx: Ctx): Promise<GrantFact[]> {
  const programmes = await programmesIn(ctx.db);
  return (await projectsIn(ctx.db)).flatMap((project) => {
    const programme = programmes.find(({ id }) => id === project.programmeId);
    const kpis = project.kpis.map((kpi) => ({ ...kpi, levels: levelsOf(kpi, kpi.steps) }));
    return programme ? [{ ...project, programme, kpis }] : [];
  });
}
