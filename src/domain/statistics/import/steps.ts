import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";
import { keepSheets, sheetAt } from "#platform/files/kept-sheets.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { dataSetFault } from "../item.ts";
import { statisticRefusals } from "../labels.ts";
import { mayManageStatistics } from "../permissions.ts";
import { dataSetsIn } from "../store/data-sets.ts";
import { insertImport, lockImport, saveStep } from "../store/imports.ts";
import { guessSettings, tableGuess } from "./guess.ts";
import type { ImportSettings, StatisticImport } from "./statistic-import.ts";

export interface UploadedStatistics {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

/** Starts an import (取込み): keeps the original and what was read of it, and guesses how to read it. */
export async function startStatisticImport(ctx: Ctx, input: UploadedStatistics): Promise<Result<{ id: string }>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const guess = guessSettings(input.workbook, { fileName: input.name, cityName: ctx.municipality.name });
  if (!guess) return refuse(statisticRefusals.empty);
  return ctx.transaction(async (tx) => {
    const startedAt = ctx.clock.now();
    const startedBy = personId(ctx.actor);
    const fileId = await storeFile(tx, { ...input, uploadedBy: startedBy, uploadedAt: startedAt, isOpen: true });
    const id = newId();
    const standing = (await dataSetsIn(tx)).find(
      (each) => each.code === guess.settings.newDataSet.code || each.name === guess.settings.newDataSet.name,
    );
    const settings = { ...guess.settings, dataSetId: standing?.id ?? null };
    await keepSheets(tx, fileId, input.workbook);
    const encoding = input.workbook.encoding ?? null;
    await insertImport(tx, { id, fileId, encoding, form: guess.form, settings, startedBy, startedAt });
    await record(tx, ctx, "statistics.import.started", { importId: id, fileId });
    return accept({ id });
  });
}

/** Takes one step of an import that is still open, with its row held. */
export function step<T>(
  ctx: Ctx,
  id: string,
  work: (tx: Tx, statisticImport: StatisticImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  return ctx.transaction(async (tx) => {
    const found = await lockImport(tx, id);
    if (!found) throw new NotFound();
    return found.state === "open" ? work(tx, found) : refuse(statisticRefusals.notOpen);
  });
}

/** Chooses another sheet or header row: the columns are guessed anew. */
export async function chooseTable(
  ctx: Ctx,
  { id, sheet, headerRow }: { readonly id: string; readonly sheet: number; readonly headerRow: number | undefined },
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { settings, fileName, fileId }) => {
    const content = await sheetAt(tx, fileId, sheet);
    if (!content) throw new NotFound();
    const header = headerRow === undefined || !content.rows[headerRow] ? undefined : { from: headerRow, to: headerRow };
    const guess = tableGuess(content, fileName, header);
    await saveStep(tx, id, { settings: { ...settings, ...guess, sheet }, isConfirmed: false });
    await record(tx, ctx, "statistics.import.tableChosen", { importId: id });
    return accept(null);
  });
}

/** Confirms how the file is read and where its values go. */
export async function confirmSettings(
  ctx: Ctx,
  { id, ...chosen }: { readonly id: string } & Omit<ImportSettings, "sheet" | "header" | "skipsUnknown">,
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { settings, form }) => {
    const known = chosen.dataSetId === null || (await dataSetsIn(tx)).some((each) => each.id === chosen.dataSetId);
    if (!known) throw new NotFound();
    const next = { ...settings, ...chosen, newDataSet: { ...settings.newDataSet, ...chosen.newDataSet } };
    const fault = (chosen.dataSetId === null ? dataSetFault(next.newDataSet) : undefined) ?? columnFault(form, next);
    if (fault) return refuse(fault);
    await saveStep(tx, id, { settings: next, isConfirmed: true, refusal: null });
    await record(tx, ctx, "statistics.import.confirmed", { importId: id });
    return accept(null);
  });
}

function columnFault(form: StatisticImport["form"], { columns, year }: ImportSettings): Refusal | undefined {
  if (form === "ssdse") return undefined;
  const has = (role: string) => columns.some((each) => each.role === role);
  if (!has("item") && !has("yearValue")) return statisticRefusals.noItems;
  if (has("yearValue") && !has("itemName")) return statisticRefusals.noItemNames;
  return has("item") && !has("year") && year === null ? statisticRefusals.noYears : undefined;
}

/** Decides whether rows of municipalities that nobody knows are left out. */
export async function decideUnknown(
  ctx: Ctx,
  { id, skips }: { readonly id: string; readonly skips: boolean },
): Promise<Result<null>> {
  return step(ctx, id, async (tx, { settings }) => {
    await saveStep(tx, id, { settings: { ...settings, skipsUnknown: skips } });
    await record(tx, ctx, "statistics.import.confirmed", { importId: id });
    return accept(null);
  });
}

/** Gives up an import that is open; its file stays in the list. */
export async function abandonStatisticImport(ctx: Ctx, id: string): Promise<Result<null>> {
  return step(ctx, id, async (tx) => {
    await saveStep(tx, id, { state: "abandoned" });
    await record(tx, ctx, "statistics.import.abandoned", { importId: id });
    return accept(null);
  });
}
