import { sql } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { absenceSchema, type Actual, type Target } from "../indicator.ts";
import { valueChanges, type ValueChange } from "../indicators/changes.ts";
import { actualStateSchema } from "../indicators/register.ts";
import { inChunks, uuids } from "./rows.ts";

/** An indicator's place and values: targets belong to it in its plan's own target set, actuals to its series. */
interface Valued {
  readonly id: string;
  readonly planId: string;
  readonly seriesId: string;
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
}

/** Why values changed and on whose word: kept with every change of a target or an actual. */
export interface ChangeGround {
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string | null;
  /** The file that the values came from. */
  readonly fileId: string | null;
}

/** The grounds of a whole save: targets are decided, actuals corrected, each for its own reason. */
export interface ChangeGrounds {
  readonly targets: ChangeGround;
  readonly actuals: ChangeGround;
}

export const noGround: ChangeGround = { reason: "", decidedBy: "", decidedOn: null, fileId: null };

/** Targets of the plans' own sets, by indicator. */
export async function targetsOf(db: CityDb, indicatorIds: readonly string[]): Promise<Map<string, Target[]>> {
  const rows = await db
    .selectFrom("indicator_target")
    .innerJoin("target_set", "target_set.id", "indicator_target.target_set_id")
    .selectAll("indicator_target")
    .where(sql<boolean>`indicator_id = any(${uuids(indicatorIds)})`)
    .where("target_set.kind", "=", "plan")
    .orderBy("fiscal_year")
    .execute();
  return groupedAs(rows, (row) => [
    row.indicator_id,
    { year: row.fiscal_year, value: row.value, upperValue: row.upper_value, words: row.words },
  ]);
}

/** Actuals by series. */
export async function actualsOf(db: CityDb, seriesIds: readonly string[]): Promise<Map<string, Actual[]>> {
  const rows = await db
    .selectFrom("indicator_actual")
    .selectAll()
    .where(sql<boolean>`series_id = any(${uuids([...new Set(seriesIds)])})`)
    .orderBy("fiscal_year")
    .execute();
  return groupedAs(rows, (row) => [
    row.series_id,
    {
      year: row.fiscal_year,
      value: row.value,
      absence: row.absence === null ? null : absenceSchema.parse(row.absence),
      note: row.note,
      state: actualStateSchema.parse(row.state),
      numerator: row.numerator,
      denominator: row.denominator,
    },
  ]);
}

function groupedAs<Row, T>(rows: readonly Row[], entry: (row: Row) => readonly [string, T]): Map<string, T[]> {
  const entries = grouped(rows.map(entry), ([key]) => key);
  return new Map([...entries].map(([key, members]) => [key, members.map(([, value]) => value)]));
}

export async function insertTargets(tx: Tx, indicators: readonly Valued[]): Promise<void> {
  const sets = await ownTargetSets(tx, [...new Set(indicators.map(({ planId }) => planId))]);
  const rows = indicators.flatMap(({ id, planId, targets }) =>
    targets.map((target) => targetRow({ indicatorId: id, targetSetId: sets(planId), target })),
  );
  for (const part of inChunks(rows)) await tx.insertInto("indicator_target").values(part).execute();
}

export async function insertActuals(tx: Tx, indicators: readonly Valued[]): Promise<void> {
  const rows = indicators.flatMap(({ seriesId, actuals }) => actuals.map((actual) => actualRow(seriesId, actual)));
  for (const part of inChunks(rows)) await tx.insertInto("indicator_actual").values(part).execute();
}

function actualRow(seriesId: string, actual: Actual) {
  return {
    series_id: seriesId,
    fiscal_year: actual.year,
    value: actual.value,
    absence: actual.absence,
    note: actual.note,
    state: actual.state,
    numerator: actual.numerator,
    denominator: actual.denominator,
  };
}

/** The target set (目標の組) that a plan has for its own indicators. */
async function ownTargetSets(tx: Tx, planIds: readonly string[]): Promise<(planId: string) => string> {
  const rows = await tx
    .selectFrom("target_set")
    .where(sql<boolean>`plan_id = any(${uuids(planIds)})`)
    .where("kind", "=", "plan")
    .select(["id", "plan_id"])
    .execute();
  const byPlan = new Map(rows.map((row) => [row.plan_id, row.id]));
  return (planId) => {
    const id = byPlan.get(planId);
    if (id === undefined) throw new Error(`plan ${planId} has no target set of its own`);
    return id;
  };
}

interface Replacement {
  readonly before: Valued;
  readonly content: { readonly targets: readonly Target[]; readonly actuals: readonly Actual[] };
  readonly grounds: ChangeGrounds;
}

/** Puts an indicator's values in the place of those it had, and keeps each year's change with who, when and why. */
export async function replaceValues(tx: Tx, ctx: Ctx, { before, content, grounds }: Replacement): Promise<void> {
  const targetSetId = (await ownTargetSets(tx, [before.planId]))(before.planId);
  await replaceTargets(tx, ctx, {
    indicatorId: before.id,
    targetSetId,
    before: before.targets,
    after: content.targets,
    ground: grounds.targets,
  });
  await replaceActuals(tx, ctx, { before, content, grounds });
}

interface TargetReplacement {
  readonly indicatorId: string;
  readonly targetSetId: string;
  readonly before: readonly Target[];
  readonly after: readonly Target[];
  readonly ground: ChangeGround;
}

/** Puts an indicator's targets of one set in the place of those it had. @returns how many years changed */
export async function replaceTargets(tx: Tx, ctx: Ctx, replacement: TargetReplacement): Promise<number> {
  const { indicatorId, targetSetId, before, after, ground } = replacement;
  const changes = valueChanges(before, after);
  if (changes.length === 0) return 0;
  await tx
    .deleteFrom("indicator_target")
    .where("indicator_id", "=", indicatorId)
    .where("target_set_id", "=", targetSetId)
    .execute();
  const targets = after.map((target) => targetRow({ indicatorId, targetSetId, target }));
  for (const part of inChunks(targets)) await tx.insertInto("indicator_target").values(part).execute();
  const rows = changes.map((change) => ({
    ...changeRow(ctx, change, ground),
    decided_by: ground.decidedBy,
    decided_on: ground.decidedOn,
    indicator_id: indicatorId,
    target_set_id: targetSetId,
  }));
  await tx.insertInto("target_revision").values(rows).execute();
  return changes.length;
}

interface PlacedTarget {
  readonly indicatorId: string;
  readonly targetSetId: string;
  readonly target: Target;
}

function targetRow({ indicatorId, targetSetId, target }: PlacedTarget) {
  return {
    indicator_id: indicatorId,
    target_set_id: targetSetId,
    fiscal_year: target.year,
    value: target.value,
    upper_value: target.upperValue,
    words: target.words,
  };
}

async function replaceActuals(tx: Tx, ctx: Ctx, { before, content, grounds }: Replacement): Promise<void> {
  const changes = valueChanges(before.actuals, content.actuals).map((change) => ({
    ...change,
    seriesId: before.seriesId,
  }));
  if (changes.length > 0) await saveActualChanges(tx, ctx, { changes, ground: grounds.actuals });
}

/** A change of one year of a series. */
export interface SeriesChange extends ValueChange<Actual> {
  readonly seriesId: string;
}

/** Holds these series until the transaction ends, in one order for everybody. */
export async function lockSeries(tx: Tx, seriesIds: readonly string[]): Promise<void> {
  await tx
    .selectFrom("indicator_series")
    .select("id")
    .where(sql<boolean>`id = any(${uuids(seriesIds)})`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Holds every series that a plan shows. */
export async function lockSeriesOfPlan(tx: Tx, planId: string): Promise<void> {
  const rows = await tx.selectFrom("indicator").where("plan_id", "=", planId).select("series_id").execute();
  await lockSeries(
    tx,
    rows.map((row) => row.series_id),
  );
}

/** Writes single years of many series and keeps each change with who, when and why. */
export async function saveActualChanges(
  tx: Tx,
  ctx: Ctx,
  { changes, ground }: { readonly changes: readonly SeriesChange[]; readonly ground: ChangeGround },
): Promise<void> {
  const years = changes.map(({ year }) => year);
  await tx
    .deleteFrom("indicator_actual")
    .where(
      sql<boolean>`(series_id, fiscal_year) in
        (select * from unnest(${uuids(changes.map(({ seriesId }) => seriesId))}, ${years}::int[]))`,
    )
    .execute();
  const rows = changes.flatMap(({ seriesId, after }) => (after ? [actualRow(seriesId, after)] : []));
  for (const part of inChunks(rows)) await tx.insertInto("indicator_actual").values(part).execute();
  await keepActualRevisions(tx, ctx, { changes, ground });
}

async function keepActualRevisions(
  tx: Tx,
  ctx: Ctx,
  { changes, ground }: { readonly changes: readonly SeriesChange[]; readonly ground: ChangeGround },
): Promise<void> {
  const rows = changes.map((change) => ({
    ...changeRow(ctx, change, ground),
    series_id: change.seriesId,
    file_id: ground.fileId,
  }));
  for (const part of inChunks(rows)) await tx.insertInto("actual_revision").values(part).execute();
}

function kept(value: Target | Actual | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function changeRow(ctx: Ctx, change: ValueChange<Target | Actual>, ground: ChangeGround) {
  return {
    id: newId(),
    fiscal_year: change.year,
    before: kept(change.before),
    after: kept(change.after),
    reason: ground.reason,
    saved_by: personId(ctx.actor),
    saved_at: ctx.clock.now(),
  };
}
