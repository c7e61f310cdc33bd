import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { sheetAt } from "#platform/files/kept-sheets.ts";
import { enqueueJob, jobById } from "#platform/jobs/index.ts";
import type { Item } from "../item.ts";
import { codeTaken, hasErrors, hasUnknown, statisticRefusals } from "../labels.ts";
import { mayManageStatistics } from "../permissions.ts";
import { dataSetsIn, insertDataSet, insertItems } from "../store/data-sets.ts";
import { lockImport, saveStep } from "../store/imports.ts";
import { saveMunicipalities, saveValues } from "../store/values.ts";
import { statisticImportCase, statisticPreview, type StatisticPreview } from "./case.ts";
import type { ImportSummary, StatisticImport } from "./statistic-import.ts";
import { step } from "./steps.ts";

export const applyStatisticsKind = "statistics.import.apply";

/** Why what was read cannot be taken in as it is. */
export function previewFault(
  { reading, difference }: StatisticPreview,
  { settings }: StatisticImport,
): Refusal | undefined {
  if (reading.errors.length > 0) return hasErrors(reading.errors.length);
  if (reading.unknown.length > 0 && !settings.skipsUnknown) return hasUnknown(reading.unknown.length);
  const elsewhere = difference.items.find(({ standing }) => standing && standing.dataSetId !== settings.dataSetId);
  return elsewhere?.standing && codeTaken(elsewhere.standing);
}

/** Hands the import to the queue, as it was looked at. */
export async function requestStatisticImport(
  ctx: Ctx,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
): Promise<Result<{ jobId: string }>> {
  return step(ctx, id, async (tx, statisticImport) => {
    const preview = await statisticPreview({ ...ctx, db: tx }, await statisticImportCase({ ...ctx, db: tx }, id));
    const fault = previewFault(preview, statisticImport);
    if (fault) return refuse(fault);
    if (preview.difference.fingerprint !== fingerprint) return refuse(statisticRefusals.changed);
    const jobId = await enqueueJob(tx, {
      municipalityCode: ctx.municipality.code,
      kind: applyStatisticsKind,
      payload: { importId: id, fingerprint, roles: ctx.actor.kind === "person" ? [...ctx.actor.roles] : [] },
      requestedBy: personId(ctx.actor) ?? undefined,
    });
    await saveStep(tx, id, { state: "applying", jobId });
    await record(tx, ctx, "statistics.import.requested", { importId: id, jobId });
    return accept({ jobId });
  });
}

type Advance = (percent: number, note: string) => Promise<void>;

interface Applying {
  readonly id: string;
  readonly fingerprint: string;
}

/**
 * Applies an import as it was looked at: all of it in one transaction, or nothing. A refusal is kept with the import, which is then
 * open again. Run again after a crash, it finds its work done or undone.
 */
export async function applyStatisticImport(
  ctx: Ctx,
  asked: Applying,
  advance: Advance,
): Promise<Result<ImportSummary>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const applied = await ctx.transaction((tx) => applyIn(tx, ctx, { ...asked, advance }));
  if (!applied.ok) await ctx.transaction((tx) => saveStep(tx, asked.id, { state: "open", refusal: applied.refusal }));
  return applied;
}

async function applyIn(
  tx: Tx,
  ctx: Ctx,
  { id, fingerprint, advance }: Applying & { advance: Advance },
): Promise<Result<ImportSummary>> {
  const statisticImport = await lockImport(tx, id);
  const sheet = statisticImport && (await sheetAt(tx, statisticImport.fileId, statisticImport.settings.sheet));
  if (!statisticImport || !sheet) throw new NotFound();
  if (statisticImport.state === "applied" && statisticImport.summary) return accept(statisticImport.summary);
  if (statisticImport.state !== "applying") return refuse(statisticRefusals.notOpen);
  await advance(10, "表を読んでいます");
  const preview = await statisticPreview({ ...ctx, db: tx }, { statisticImport, sheet });
  const fault = previewFault(preview, statisticImport);
  if (fault) return refuse(fault);
  if (preview.difference.fingerprint !== fingerprint) return refuse(statisticRefusals.changed);
  await advance(50, "値を書き込んでいます");
  const written = await write(tx, ctx, { statisticImport, preview });
  if (!written.ok) return written;
  const { dataSetId, summary } = written.value;
  await saveStep(tx, id, { state: "applied", dataSetId, summary, appliedAt: ctx.clock.now(), refusal: null });
  await record(tx, ctx, "statistics.import.applied", { importId: id, dataSetId, ...summary });
  return accept(summary);
}

interface Written {
  readonly dataSetId: string;
  readonly summary: ImportSummary;
}

async function write(
  tx: Tx,
  ctx: Ctx,
  { statisticImport, preview }: { statisticImport: StatisticImport; preview: StatisticPreview },
): Promise<Result<Written>> {
  const { reading, difference, standingItems } = preview;
  const dataSet = await dataSetOf(tx, ctx, statisticImport);
  const fresh = newItems(preview, dataSet, standingItems);
  await insertItems(tx, [...fresh.values()]);
  await saveMunicipalities(tx, reading.discovered);
  const idOf = difference.items.map(({ standing }, index) => standing?.id ?? fresh.get(index)?.id ?? "");
  const changes = new Set(difference.changed.map(({ to }) => to));
  const additions = new Set(difference.added);
  await saveValues(
    tx,
    reading.values
      .filter((value) => changes.has(value) || additions.has(value))
      .map(({ item, ...value }) => ({ ...value, itemId: idOf[item] ?? "" })),
  );
  const { added, changed, unchanged, items } = difference;
  const counts = { added: added.length, changed: changed.length, unchanged };
  return accept({ dataSetId: dataSet.id, summary: { items: items.length, newItems: fresh.size, ...counts } });
}

/** The chosen data set, or the new one. */
async function dataSetOf(tx: Tx, ctx: Ctx, { settings }: StatisticImport): Promise<{ id: string; code: string }> {
  const sets = await dataSetsIn(tx);
  const standing = sets.find((each) => each.id === settings.dataSetId);
  if (standing) return standing;
  const taken = new Set(sets.map(({ code }) => code));
  const free = Array.from({ length: sets.length + 1 }, (_, index) => `table-${index + 1}`).find(
    (code) => !taken.has(code),
  );
  const { code: wanted, ...words } = settings.newDataSet;
  const code = wanted !== "" && !taken.has(wanted) ? wanted : (free ?? "table");
  const id = newId();
  await insertDataSet(tx, { id, code, ...words, version: 1 }, ctx.clock.now());
  return { id, code };
}

/** The items that the city does not have yet, by their place in the reading. */
function newItems(
  { difference }: StatisticPreview,
  set: { readonly id: string; readonly code: string },
  standing: readonly Item[],
): Map<number, Item> {
  const own = standing.filter(({ dataSetId }) => dataSetId === set.id);
  let position = Math.max(0, ...own.map((each) => each.position));
  const taken = new Set(standing.map(({ code }) => code));
  const fresh = new Map<number, Item>();
  for (const [index, { read, standing: known }] of difference.items.entries()) {
    if (known) continue;
    position += 1;
    let code = read.code ?? `${set.code}-${position}`;
    for (let next = position; taken.has(code); next++) code = `${set.code}-${next + 1}`;
    taken.add(code);
    const words = { name: read.name, unit: read.unit, decimals: read.decimals, direction: read.direction };
    fresh.set(index, {
      id: newId(),
      dataSetId: set.id,
      code,
      ...words,
      description: "",
      position,
      isPublic: false,
      version: 1,
    });
  }
  return fresh;
}

/** Opens an import again whose job failed or was cancelled: nothing of it had been saved. */
export async function reopenStatisticImport(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  return ctx.transaction(async (tx) => {
    const found = await lockImport(tx, id);
    if (!found) throw new NotFound();
    const job = found.jobId === null ? undefined : await jobById(ctx, ctx.municipality.code, found.jobId);
    const isUnderWay = job?.state === "waiting" || job?.state === "running";
    if (found.state !== "applying" || isUnderWay) return refuse(statisticRefusals.notOpen);
    await saveStep(tx, id, { state: "open", jobId: null });
    await record(tx, ctx, "statistics.import.reopened", { importId: id });
    return accept(null);
  });
}
