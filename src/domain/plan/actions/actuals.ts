import { record, type Ctx, type Permission, type Tx } from "#domain/audit/index.ts";
import { fiscalYearLabel, fiscalYearOf } from "#kernel/fiscal-year.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import type { Actual } from "../indicator.ts";
import {
  actualAfter,
  cellFault,
  cellsRefusal,
  changesCell,
  type ActualCell,
  type CellFault,
  type CellRefusal,
  type CellsRefusal,
} from "../indicators/actual-cells.ts";
import { isCorrection, isSameValue } from "../indicators/changes.ts";
import { isNotBegun } from "../indicators/not-begun.ts";
import { mayConfirmActuals, mayEnterActuals, type IndicatorDivisions } from "../permissions.ts";
import { lockSeries, noGround, saveActualChanges, type SeriesChange } from "../store/indicator-values.ts";
import {
  contentOf,
  indicatorsById,
  indicatorsOfSeries,
  keepIndicatorRevisions,
  touchIndicators,
  type StoredIndicator,
} from "../store/indicators.ts";
import { nodesById } from "../store/nodes.ts";

/** Cells of a plan that are to be saved together. */
export interface ActualsInput {
  readonly planId: string;
  readonly cells: readonly ActualCell[];
  /** Why confirmed values change (訂正の理由); needed as soon as one of them does. */
  readonly reason?: string;
  /** The file that the values came from. */
  readonly fileId?: string;
}

/**
 * Saves actuals (実績値) of many indicators and years, all or none. Each cell is refused by itself: when its stored value is not what
 * the person saw, when a confirmed value changes without a reason, or when the person may not enter it. A new value is a draft;
 * a confirmed one stays confirmed. Cells that change nothing are passed over.
 */
export async function saveActuals(
  ctx: Ctx,
  { planId, cells, reason = "", fileId }: ActualsInput,
): Promise<Result<{ saved: number }, CellsRefusal>> {
  return ctx.transaction<Result<{ saved: number }, CellsRefusal>>(async (tx) => {
    const held = await heldCells(tx, { planId, cells });
    const repeats = repeatedCells(cells, held);
    const refusals = cells.flatMap((cell) =>
      refusalOf(ctx, held, {
        cell,
        permission: mayEnterActuals,
        fault: (indicator, stored) => (repeats.has(cell) ? repeated : cellFault({ cell, stored, indicator, reason })),
      }),
    );
    if (refusals.length > 0) return refuse(cellsRefusal(refusals));
    const changes = cells.flatMap((cell) => {
      const found = held.get(cell.indicatorId);
      const before = found ? storedIn(found.indicator, cell.year) : null;
      if (!found || !changesCell(cell, before)) return [];
      return [{ seriesId: found.indicator.seriesId, year: cell.year, before, after: actualAfter(cell, before) }];
    });
    const ground = { ...noGround, reason: reason.trim(), fileId: fileId ?? null };
    const act = changes.some(isCorrection) ? "plan.actuals.corrected" : "plan.actuals.entered";
    if (changes.length > 0) await takeChanges(tx, ctx, { planId, changes, ground, act });
    return accept({ saved: changes.length });
  });
}

const repeated: FoundFault = { fault: "value", message: "同じ指標の同じ年度が2回あります。1つにしてください。" };

/** The cells that write a year of a series which an earlier one writes already. */
function repeatedCells(cells: readonly Place[], held: ReadonlyMap<string, HeldIndicator>): ReadonlySet<Place> {
  const placeOf = ({ indicatorId, year }: Place) =>
    `${held.get(indicatorId)?.indicator.seriesId ?? indicatorId} ${year}`;
  const first = new Map(cells.toReversed().map((cell) => [placeOf(cell), cell]));
  return new Set(cells.filter((cell) => first.get(placeOf(cell)) !== cell));
}

/** A draft that somebody saw and calls final. */
export interface Confirmation {
  readonly indicatorId: string;
  readonly year: number;
  readonly seen: Actual;
}

/**
 * Confirms drafts (確定), all or none; what was confirmed meanwhile with the same value is passed over. Only a confirmed value goes
 * public, so one of a year that has not begun, which nobody can have counted, is refused here.
 */
export async function confirmActuals(
  ctx: Ctx,
  { planId, cells }: { readonly planId: string; readonly cells: readonly Confirmation[] },
): Promise<Result<{ confirmed: number }, CellsRefusal>> {
  const thisYear = fiscalYearOf(ctx.clock.today());
  return ctx.transaction<Result<{ confirmed: number }, CellsRefusal>>(async (tx) => {
    const held = await heldCells(tx, { planId, cells });
    const refusals = cells.flatMap((cell) =>
      refusalOf(ctx, held, {
        cell,
        permission: mayConfirmActuals,
        fault: (_indicator, stored) => confirmationFault(cell, stored, thisYear),
      }),
    );
    if (refusals.length > 0) return refuse(cellsRefusal(refusals));
    const changes = cells.flatMap(({ indicatorId, year }) => {
      const indicator = held.get(indicatorId)?.indicator;
      const before = indicator ? storedIn(indicator, year) : null;
      if (!indicator || before?.state !== "draft") return [];
      return [{ seriesId: indicator.seriesId, year, before, after: { ...before, state: "confirmed" as const } }];
    });
    if (changes.length > 0)
      await takeChanges(tx, ctx, { planId, changes, ground: noGround, act: "plan.actuals.confirmed" });
    return accept({ confirmed: changes.length });
  });
}

function confirmationFault(
  { seen, year }: Confirmation,
  stored: Actual | null,
  thisYear: number,
): FoundFault | undefined {
  if (stored === null) return { fault: "nothingToConfirm", message: "確定する実績値がありません。" };
  if (isNotBegun(year, thisYear)) return { fault: "notBegun", message: notBegunMessage(year) };
  if (isSameValue({ ...seen, state: "draft" }, { ...stored, state: "draft" })) return undefined;
  return { fault: "stale", message: "開いている間に、ほかの人がこの実績値を変えました。値を確かめてください。" };
}

function notBegunMessage(year: number): string {
  return `${fiscalYearLabel(year)}はまだ始まっていないので、確定できません。年度の列をまちがえていないか確かめてください。`;
}

interface FoundFault {
  readonly fault: CellFault;
  readonly message: string;
}

/** An indicator that is held by the transaction, with the divisions that answer for it. */
interface HeldIndicator {
  readonly indicator: StoredIndicator;
  readonly divisions: IndicatorDivisions;
}

interface Place {
  readonly indicatorId: string;
  readonly year: number;
}

interface Cells {
  readonly planId: string;
  readonly cells: readonly Place[];
}

/** The indicators of the cells as they stand once nobody else can change their values. */
async function heldCells(tx: Tx, { planId, cells }: Cells): Promise<ReadonlyMap<string, HeldIndicator>> {
  const ids = [...new Set(cells.map(({ indicatorId }) => indicatorId))];
  const seen = await indicatorsById(tx, planId, ids);
  await lockSeries(
    tx,
    seen.map(({ seriesId }) => seriesId),
  );
  const indicators = await indicatorsById(tx, planId, ids);
  const nodes = new Map(
    (await nodesById(tx, [...new Set(indicators.map(({ nodeId }) => nodeId))])).map((node) => [node.id, node]),
  );
  return new Map(
    indicators.flatMap((indicator) => {
      const node = nodes.get(indicator.nodeId);
      return node ? [[indicator.id, { indicator, divisions: { ...node, ownDivisionId: indicator.divisionId } }]] : [];
    }),
  );
}

interface CellQuestion {
  readonly cell: Place;
  readonly permission: Permission<[IndicatorDivisions]>;
  readonly fault: (indicator: StoredIndicator, stored: Actual | null) => FoundFault | undefined;
}

function refusalOf(
  ctx: Ctx,
  held: ReadonlyMap<string, HeldIndicator>,
  { cell, permission, fault }: CellQuestion,
): CellRefusal[] {
  const { indicatorId, year } = cell;
  const found = held.get(indicatorId);
  if (!found)
    return [
      { indicatorId, year, fault: "unknown", message: "この計画にない指標か、削除された指標です。", current: null },
    ];
  const current = storedIn(found.indicator, year);
  if (!permission(ctx.actor, found.divisions))
    return [{ indicatorId, year, fault: "notPermitted", message: permission.sentence, current }];
  const wrong = fault(found.indicator, current);
  return wrong ? [{ indicatorId, year, ...wrong, current }] : [];
}

function storedIn({ actuals }: StoredIndicator, year: number): Actual | null {
  return actuals.find((actual) => actual.year === year) ?? null;
}

interface Taken {
  readonly planId: string;
  readonly changes: readonly SeriesChange[];
  readonly ground: typeof noGround;
  readonly act: string;
}

/** Writes the changes, and counts up every indicator that shows them, of this plan and of others. */
async function takeChanges(tx: Tx, ctx: Ctx, { planId, changes, ground, act }: Taken): Promise<void> {
  await saveActualChanges(tx, ctx, { changes, ground });
  const seriesIds = [...new Set(changes.map(({ seriesId }) => seriesId))];
  const showing = await indicatorsOfSeries(tx, seriesIds);
  await touchIndicators(
    tx,
    showing.map(({ id }) => id),
    ctx.clock.now(),
  );
  await keepIndicatorRevisions(tx, ctx, {
    act: "edited",
    indicators: showing.map((each) => ({ id: each.id, version: each.version + 1, content: contentOf(each) })),
  });
  const ids = showing.filter((each) => each.planId === planId).map(({ id }) => id);
  await record(tx, ctx, act, { planId, indicatorIds: ids, cells: changes.length });
}
