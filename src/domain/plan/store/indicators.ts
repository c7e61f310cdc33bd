import { sql, type Selectable } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { cadenceSchema, indicatorKindSchema, methodSchema, type RegisterEntry } from "../indicators/register.ts";
import { accumulationSchema, directionSchema, type Actual, type IndicatorContent, type Target } from "../indicator.ts";
import {
  actualsOf,
  insertActuals,
  insertTargets,
  replaceValues,
  targetsOf,
  type ChangeGrounds,
} from "./indicator-values.ts";
import { inChunks, uuids } from "./rows.ts";

/** An indicator (指標) as it stands. Its targets are those of the plan's own target set. */
export interface StoredIndicator extends IndicatorContent {
  readonly id: string;
  /** The series of values (実績値の系列), shared with the indicators of other plans that continue it. */
  readonly seriesId: string;
  readonly planId: string;
  readonly nodeId: string;
  readonly position: number;
  readonly version: number;
  readonly updatedAt: Date;
}

export type NewIndicator = Omit<StoredIndicator, "version" | "updatedAt">;

interface Series {
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
}

function indicatorOf(row: Selectable<CityTables["indicator"]>, series: Series): StoredIndicator {
  return {
    id: row.id,
    seriesId: row.series_id,
    planId: row.plan_id,
    nodeId: row.node_id,
    position: row.position,
    code: row.code,
    name: row.name,
    unit: row.unit,
    decimals: row.decimals,
    direction: directionSchema.parse(row.direction),
    accumulation: accumulationSchema.parse(row.accumulation),
    description: row.description,
    source: row.source,
    divisionId: row.division_id,
    ...registerEntryOf(row),
    baseline: { year: row.baseline_year, value: row.baseline_value, words: row.baseline_words },
    ...series,
    version: row.version,
    updatedAt: row.updated_at,
  };
}

function registerEntryOf(row: Selectable<CityTables["indicator"]>): RegisterEntry {
  return {
    kind: indicatorKindSchema.parse(row.kind),
    method: row.method === null ? null : methodSchema.parse(row.method),
    meaning: row.meaning,
    targetReason: row.target_reason,
    comparison: row.comparison,
    updateMonth: row.update_month,
    cadence: cadenceSchema.parse(row.cadence),
    numeratorName: row.numerator_name,
    denominatorName: row.denominator_name,
    trend: row.trend_value,
    tolerance: row.tolerance,
  };
}

async function withSeries(
  db: CityDb,
  rows: readonly Selectable<CityTables["indicator"]>[],
): Promise<StoredIndicator[]> {
  const targetsBy = await targetsOf(
    db,
    rows.map((row) => row.id),
  );
  const actualsBy = await actualsOf(
    db,
    rows.map((row) => row.series_id),
  );
  return rows.map((row) =>
    indicatorOf(row, { targets: targetsBy.get(row.id) ?? [], actuals: actualsBy.get(row.series_id) ?? [] }),
  );
}

/** The indicators of these nodes, in order. */
export async function indicatorsOfNodes(db: CityDb, nodeIds: readonly string[]): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom("indicator")
    .selectAll()
    .where(sql<boolean>`node_id = any(${uuids(nodeIds)})`)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return withSeries(db, rows);
}

export async function indicatorsOfPlan(db: CityDb, planId: string): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom("indicator")
    .selectAll()
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return withSeries(db, rows);
}

/** The indicators of a plan of which at least one year is still a draft (入力中). */
export async function indicatorsWithDrafts(db: CityDb, planId: string): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom("indicator")
    .selectAll()
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .where("series_id", "in", (drafts) =>
      drafts.selectFrom("indicator_actual").select("series_id").where("state", "=", "draft"),
    )
    .execute();
  return withSeries(db, rows);
}

/** What people enter of an indicator, without where it is and when it was saved. */
export function contentOf({
  id: _id,
  seriesId: _series,
  planId: _plan,
  nodeId: _node,
  position: _position,
  version: _version,
  updatedAt: _at,
  ...content
}: StoredIndicator): IndicatorContent {
  return content;
}

/** Indicators of a plan by id, those that are not removed. */
export async function indicatorsById(db: CityDb, planId: string, ids: readonly string[]): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom("indicator")
    .selectAll()
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .execute();
  return withSeries(db, rows);
}

/** Every indicator of any plan that shows these series. */
export async function indicatorsOfSeries(db: CityDb, seriesIds: readonly string[]): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom("indicator")
    .selectAll()
    .where(sql<boolean>`series_id = any(${uuids(seriesIds)})`)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return withSeries(db, rows);
}

/** Counts the versions of indicators up, for what they show has changed. */
export async function touchIndicators(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable("indicator")
    .set((eb) => ({ version: eb("version", "+", 1), updated_at: at }))
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .execute();
}

/** One indicator, removed or not; held by the transaction when `lock` is asked for. */
export async function indicatorById(
  db: CityDb,
  id: string,
  lock = false,
): Promise<(StoredIndicator & { readonly isRemoved: boolean }) | undefined> {
  const query = db.selectFrom("indicator").selectAll().where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const [indicator] = row ? await withSeries(db, [row]) : [];
  return row && indicator && { ...indicator, isRemoved: row.removed_at !== null };
}

/** Codes of a plan's indicators, to find a free one. */
export async function indicatorCodes(db: CityDb, planId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("indicator")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .select(["code", "id"])
    .execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

function contentRow(content: IndicatorContent) {
  return {
    code: content.code,
    name: content.name,
    unit: content.unit,
    decimals: content.decimals,
    direction: content.direction,
    accumulation: content.accumulation,
    description: content.description,
    source: content.source,
    division_id: content.divisionId,
    kind: content.kind,
    method: content.method,
    meaning: content.meaning,
    target_reason: content.targetReason,
    comparison: content.comparison,
    update_month: content.updateMonth,
    cadence: content.cadence,
    numerator_name: content.numeratorName,
    denominator_name: content.denominatorName,
    trend_value: content.trend,
    tolerance: content.tolerance,
    baseline_year: content.baseline.year,
    baseline_value: content.baseline.value,
    baseline_words: content.baseline.words,
  };
}

/** Adds indicators with their values. One whose series is not there yet begins it. */
export async function insertIndicators(tx: Tx, indicators: readonly NewIndicator[], at: Date): Promise<void> {
  const rows = indicators.map((each) => ({
    ...contentRow(each),
    id: each.id,
    series_id: each.seriesId,
    plan_id: each.planId,
    node_id: each.nodeId,
    position: each.position,
    updated_at: at,
  }));
  const begun = indicators.filter((each) => each.seriesId === each.id).map(({ id }) => ({ id }));
  for (const part of inChunks(begun)) await tx.insertInto("indicator_series").values(part).execute();
  for (const part of inChunks(rows)) await tx.insertInto("indicator").values(part).execute();
  await insertTargets(tx, indicators);
  await insertActuals(
    tx,
    indicators.filter((each) => each.seriesId === each.id),
  );
}

/** Replaces the whole content of an indicator, counts its version up and keeps what changed of its values. */
export async function updateIndicator(
  tx: Tx,
  ctx: Ctx,
  { before, content, grounds }: { before: StoredIndicator; content: IndicatorContent; grounds: ChangeGrounds },
): Promise<number> {
  const row = await tx
    .updateTable("indicator")
    .set((eb) => ({ ...contentRow(content), version: eb("version", "+", 1), updated_at: ctx.clock.now() }))
    .where("id", "=", before.id)
    .returning("version")
    .executeTakeFirstOrThrow();
  await replaceValues(tx, ctx, { before, content, grounds });
  return row.version;
}

export async function setRemoved(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx
    .updateTable("indicator")
    .set((eb) => ({ removed_at: at, removed_with: null, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Keeps the whole content of indicators as given, each under its version. */
export async function keepIndicatorRevisions(
  tx: Tx,
  ctx: Ctx,
  {
    act,
    indicators,
  }: { act: string; indicators: readonly { id: string; version: number; content: IndicatorContent }[] },
): Promise<void> {
  const rows = indicators.map(({ id, version, content }) => ({
    indicator_id: id,
    number: version,
    act,
    content: JSON.stringify(content),
    saved_by: personId(ctx.actor),
    saved_at: ctx.clock.now(),
  }));
  for (const part of inChunks(rows)) await tx.insertInto("indicator_revision").values(part).execute();
}
