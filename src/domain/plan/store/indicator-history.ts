import { z } from "zod";
import type { CityDb } from "#platform/database/index.ts";
import {
  absenceSchema,
  accumulationSchema,
  directionSchema,
  emptyIndicatorContent,
  type Actual,
  type IndicatorContent,
  type Target,
} from "../indicator.ts";
import { actualStateSchema, cadenceSchema, indicatorKindSchema, methodSchema } from "../indicators/register.ts";

/** A saved definition of an indicator (定義の版): who saved it, when, by which act, and all it said. */
export interface IndicatorRevision {
  readonly number: number;
  readonly act: string;
  readonly savedBy: string | null;
  readonly savedAt: Date;
  /** Undefined after an erasure (内容の消去). */
  readonly content: IndicatorContent | undefined;
}

/** A year's value that changed: from what to what, why, by whom and when. */
export interface ValueRevision<T> {
  readonly year: number;
  readonly before: T | null;
  readonly after: T | null;
  readonly reason: string;
  readonly savedBy: string | null;
  readonly savedAt: Date;
  /** Its words were erased (内容の消去); the numbers stay. */
  readonly isErased: boolean;
}

export interface TargetRevision extends ValueRevision<Target> {
  /** The set's name; the plan's own carries the plan's name. */
  readonly setName: string;
  readonly decidedBy: string;
  readonly decidedOn: string | null;
}

const year = z.number().int();
const number = z.number().nullable();

const targetSchema: z.ZodType<Target> = z.object({ year, value: number, upperValue: number, words: z.string() });

/** Revisions of the time before states and numerators were kept have none. */
const actualSchema: z.ZodType<Actual> = z.object({
  year,
  value: number,
  absence: absenceSchema.nullable(),
  note: z.string(),
  state: actualStateSchema.default("confirmed"),
  numerator: number.default(null),
  denominator: number.default(null),
});

const empty = emptyIndicatorContent;

/** Revisions of the time before the register have its fields empty. */
const contentSchema: z.ZodType<IndicatorContent> = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  decimals: z.number(),
  direction: directionSchema,
  accumulation: accumulationSchema,
  description: z.string(),
  source: z.string(),
  divisionId: z.string().nullable(),
  kind: indicatorKindSchema.default(empty.kind),
  method: methodSchema.nullable().default(null),
  meaning: z.string().default(""),
  targetReason: z.string().default(""),
  comparison: z.string().default(""),
  updateMonth: number.default(null),
  cadence: cadenceSchema.default(empty.cadence),
  numeratorName: z.string().default(""),
  denominatorName: z.string().default(""),
  trend: number.default(null),
  tolerance: z.number().default(0),
  baseline: z.object({ year: year.nullable(), value: number, words: z.string() }),
  targets: z.array(targetSchema),
  actuals: z.array(actualSchema),
});

/** Every saved definition of an indicator, the newest first. */
export async function indicatorRevisions(db: CityDb, indicatorId: string): Promise<IndicatorRevision[]> {
  const rows = await db
    .selectFrom("indicator_revision")
    .selectAll()
    .where("indicator_id", "=", indicatorId)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    act: row.act,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    content: row.content === null ? undefined : contentSchema.parse(row.content),
  }));
}

/** Every change of an indicator's targets in any set, the newest first. */
export async function targetRevisions(db: CityDb, indicatorId: string): Promise<TargetRevision[]> {
  const rows = await db
    .selectFrom("target_revision")
    .innerJoin("target_set", "target_set.id", "target_revision.target_set_id")
    .selectAll("target_revision")
    .select("target_set.name as set_name")
    .where("indicator_id", "=", indicatorId)
    .orderBy("saved_at", "desc")
    .orderBy("fiscal_year")
    .orderBy("target_revision.id", "desc")
    .execute();
  return rows.map((row) => ({
    year: row.fiscal_year,
    before: targetSchema.nullable().parse(row.before),
    after: targetSchema.nullable().parse(row.after),
    reason: row.reason,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    isErased: row.erasure_id !== null,
    setName: row.set_name,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
  }));
}

/** Every change of a series' values, the newest first. */
export async function actualRevisions(db: CityDb, seriesId: string): Promise<ValueRevision<Actual>[]> {
  const rows = await db
    .selectFrom("actual_revision")
    .selectAll()
    .where("series_id", "=", seriesId)
    .orderBy("saved_at", "desc")
    .orderBy("fiscal_year")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    year: row.fiscal_year,
    before: actualSchema.nullable().parse(row.before),
    after: actualSchema.nullable().parse(row.after),
    reason: row.reason,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    isErased: row.erasure_id !== null,
  }));
}
