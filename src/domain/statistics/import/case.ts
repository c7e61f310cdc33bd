import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Sheet } from "#kernel/sheet.ts";
import { sheetAt, sheetTabs, type SheetTab } from "#platform/files/kept-sheets.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import type { DataSet, Item } from "../item.ts";
import { directoryOf, type MunicipalityDirectory } from "../municipality.ts";
import { mayManageStatistics } from "../permissions.ts";
import { dataSetsIn, itemsIn } from "../store/data-sets.ts";
import { importById, importsIn } from "../store/imports.ts";
import { otherMunicipalities, valuesOf } from "../store/values.ts";
import { differenceOf, matchItems, type StatisticDifference } from "./difference.ts";
import type { Reading } from "./reading.ts";
import { readSsdse } from "./ssdse.ts";
import type { StatisticImport } from "./statistic-import.ts";
import { readTable } from "./table.ts";

export async function listStatisticImports(ctx: Ctx): Promise<StatisticImport[]> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  return importsIn(ctx.db);
}

/** An import with what a page shows of it. */
export interface StatisticImportCase {
  readonly statisticImport: StatisticImport;
  readonly tabs: readonly SheetTab[];
  readonly sheet: Sheet;
  readonly dataSets: readonly DataSet[];
}

/** @throws NotFound */
export async function statisticImportCase(ctx: Ctx, id: string): Promise<StatisticImportCase> {
  permit(mayManageStatistics(ctx.actor), mayManageStatistics.sentence);
  const statisticImport = isId(id) ? await importById(ctx.db, id) : undefined;
  const sheet = statisticImport && (await sheetAt(ctx.db, statisticImport.fileId, statisticImport.settings.sheet));
  if (!statisticImport || !sheet) throw new NotFound();
  return {
    statisticImport,
    sheet,
    tabs: await sheetTabs(ctx.db, statisticImport.fileId),
    dataSets: await dataSetsIn(ctx.db),
  };
}

export async function statisticImportFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const { statisticImport } = await statisticImportCase(ctx, id);
  const file = await storedFile(ctx.db, statisticImport.fileId);
  if (!file) throw new NotFound();
  return file;
}

/** The built-in municipalities, those that files told of, and the city itself. */
export async function cityDirectory(ctx: Pick<Ctx, "db" | "municipality">): Promise<MunicipalityDirectory> {
  const { code, name } = ctx.municipality;
  const others = await otherMunicipalities(ctx.db);
  const isKnown = directoryOf(others).byCode(code) !== undefined;
  return directoryOf(isKnown ? others : [...others, { code, prefecture: "", name }]);
}

/** What the file says, and what applying would change. */
export interface StatisticPreview {
  readonly reading: Reading;
  readonly difference: StatisticDifference;
  readonly standingItems: readonly Item[];
  readonly directory: MunicipalityDirectory;
}

export async function statisticPreview(
  ctx: Pick<Ctx, "db" | "municipality">,
  { statisticImport, sheet }: Pick<StatisticImportCase, "statisticImport" | "sheet">,
): Promise<StatisticPreview> {
  const { settings, form } = statisticImport;
  const directory = await cityDirectory(ctx);
  const { columns, year, header } = settings;
  const reading =
    form === "ssdse"
      ? readSsdse(sheet, directory)
      : readTable({ sheet, columns, year, headerEnd: header.to, directory, ownCode: ctx.municipality.code });
  const standingItems = await itemsIn(ctx.db);
  const items = matchItems(reading.items, standingItems, settings.dataSetId);
  const itemIds = items.flatMap(({ standing }) => standing?.id ?? []);
  const difference = differenceOf(reading, items, itemIds.length === 0 ? [] : await valuesOf(ctx.db, { itemIds }));
  return { reading, difference, standingItems, directory };
}
