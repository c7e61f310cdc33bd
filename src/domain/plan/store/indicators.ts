import { sql, type Selectable } from "kysely";
import { personId, type Ctx, type Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import {
  absenceSchema,
  accumulationSchema,
  directionSchema,
  type Actual,
  type IndicatorContent,
  type Target,
} from "../indicator.ts";
import { grouped } from "#kernel/grouped.ts";
import { inChunks, uuids } from "./rows.ts";

/** An indicator (成果指標) as it stands. */
export interface StoredIndicator extends IndicatorContent {
  readonly id: string;
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
    baseline: { year: row.baseline_year, value: row.baseline_value, words: row.baseline_words },
    ...series,
    version: row.version,
    updatedAt: row.updated_at,
  };
}

async function withSeries(
  db: CityDb,
  rows: readonly Selectable<CityTables["indicator"]>[],
): Promise<StoredIndicator[]> {
  const ids = uuids(rows.map((row) => row.id));
  const targets = await db
    .selectFrom("indicator_target")
    .selectAll()
    .where(sql<boolean>`indicator_id = any(${ids})`)
    .orderBy("fiscal_year")
    .execute();
  const actuals = await db
    .selectFrom("indicator_actual")
    .selectAll()
    .where(sql<boolean>`indicator_id = any(${ids})`)
    .orderBy("fiscal_year")
    .execute();
  const targetsBy = grouped(targets, (row) => row.indicator_id);
  const actualsBy = grouped(actuals, (row) => row.indicator_id);
  return rows.map((row) =>
    indicatorOf(row, {
      targets: (targetsBy.get(row.id) ?? []).map(({ fiscal_year, value, upper_value, words }) => ({
        year: fiscal_year,
        value,
        upperValue: upper_value,
        words,
      })),
      actuals: (actualsBy.get(row.id) ?? []).map(({ fiscal_year, value, absence, note }) => ({
        year: fiscal_year,
        value,
        absence: absence === null ? null : absenceSchema.parse(absence),
        note,
      })),
    }),
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
    baseline_year: content.baseline.year,
    baseline_value: content.baseline.value,
    baseline_words: content.baseline.words,
  };
}

export async function insertIndicators(tx: Tx, indicators: readonly NewIndicator[], at: Date): Promise<void> {
  const rows = indicators.map((each) => ({
    ...contentRow(each),
    id: each.id,
    plan_id: each.planId,
    node_id: each.nodeId,
    position: each.position,
    updated_at: at,
  }));
  for (const part of inChunks(rows)) await tx.insertInto("indicator").values(part).execute();
  await insertSeries(tx, indicators);
}

/** Replaces the whole content of an indicator and counts its version up. */
export async function updateIndicator(
  tx: Tx,
  { id, content, at }: { id: string; content: IndicatorContent; at: Date },
): Promise<number> {
  const row = await tx
    .updateTable("indicator")
    .set((eb) => ({ ...contentRow(content), version: eb("version", "+", 1), updated_at: at }))
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  await tx.deleteFrom("indicator_target").where("indicator_id", "=", id).execute();
  await tx.deleteFrom("indicator_actual").where("indicator_id", "=", id).execute();
  await insertSeries(tx, [{ id, targets: content.targets, actuals: content.actuals }]);
  return row.version;
}

async function insertSeries(tx: Tx, indicators: readonly (Series & { readonly id: string })[]): Promise<void> {
  const targets = indicators.flatMap(({ id, targets: own }) =>
    own.map((target) => ({
      indicator_id: id,
      fiscal_year: target.year,
      value: target.value,
      upper_value: target.upperValue,
      words: target.words,
    })),
  );
  const actuals = indicators.flatMap(({ id, actuals: own }) =>
    own.map((actual) => ({
      indicator_id: id,
      fiscal_year: actual.year,
      value: actual.value,
      absence: actual.absence,
      note: actual.note,
    })),
  );
  for (const part of inChunks(targets)) await tx.insertInto("indicator_target").values(part).execute();
  for (const part of inChunks(actuals)) await tx.insertInto("indicator_actual").values(part).execute();
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
