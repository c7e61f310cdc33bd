import { z } from "zod";
import { strategyForms } from "./strategy.ts";
import { effects, policies, verdicts } from "./grants/project.ts";
import { pathKinds } from "./population/path.ts";

/** The strategy (総合戦略) as a publication keeps it: goals, figures, measures with KPI, population, grant projects. No person. */
export const strategySnapshotFormat = 1;

const year = z.number().int();
const optional = z.number().nullable();

const indicator = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  /** The measure on whose page it stands. */
  nodeId: z.string(),
  nodeCode: z.string(),
  description: z.string(),
  source: z.string(),
  baseline: z.object({ year: year.nullable(), value: optional, words: z.string() }),
  /** The strategy's own targets, and the plan's for the years in which it has none. */
  targets: z.array(z.object({ year, value: optional, upperValue: optional, words: z.string() })),
  /** Confirmed ones only. */
  actuals: z.array(z.object({ year, value: optional, absence: z.string().nullable() })),
});

const measure = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  division: z.string(),
  kpis: z.array(indicator),
});

const goal = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  /** The goals of the national frame that it answers, by name. */
  frameGoals: z.array(z.string()),
  figures: z.array(indicator),
  measures: z.array(measure),
});

const population = z.object({
  paths: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(pathKinds),
      baseYear: year,
      source: z.string(),
      method: z.string(),
      figures: z.array(z.object({ year, group: z.string(), value: z.number() })),
    }),
  ),
  aims: z.array(z.object({ name: z.string(), year, value: z.number(), source: z.string() })),
  /** 計画人口. */
  frame: z.object({ path: z.string(), year, value: z.number() }).nullable(),
});

const grant = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  programme: z.string(),
  division: z.string(),
  goal: z.string(),
  measure: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
  regionalPlan: z.string(),
  startYear: year,
  endYear: year,
  years: z.array(
    z.object({
      year,
      costYen: optional,
      grantYen: optional,
      spentYen: optional,
      effect: z.enum(effects).nullable(),
      verdict: z.enum(verdicts).nullable(),
      opinion: z.string(),
      policy: z.enum(policies).nullable(),
      policyReason: z.string(),
    }),
  ),
  kpis: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      decimals: z.number().int(),
      base: z.number(),
      due: z.string(),
      steps: z.array(z.object({ year, increment: optional, target: optional, actual: optional })),
    }),
  ),
});

export const strategySnapshotSchema = z.object({
  strategy: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    form: z.enum(strategyForms),
    statement: z.string(),
    source: z.string(),
    startYear: year,
    endYear: year,
  }),
  plan: z.object({ slug: z.string(), name: z.string() }),
  frame: z.object({ name: z.string(), startYear: year, endYear: year.nullable(), source: z.string() }).nullable(),
  periodChanges: z.array(
    z.object({
      startYear: year,
      endYear: year,
      reason: z.string(),
      decidedBy: z.string(),
      decidedOn: z.string().nullable(),
    }),
  ),
  goals: z.array(goal),
  population,
  grants: z.array(grant),
});

export type StrategySnapshot = z.infer<typeof strategySnapshotSchema>;
export type StrategyGoalSnapshot = StrategySnapshot["goals"][number];
export type StrategyIndicatorSnapshot = z.infer<typeof indicator>;
export type GrantSnapshot = StrategySnapshot["grants"][number];
export type PopulationSnapshot = StrategySnapshot["population"];
