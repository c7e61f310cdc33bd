import type { Ctx } from "#domain/audit/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { applyStatisticImport, previewFault, requestStatisticImport } from "#domain/statistics/import/application.ts";
import { statisticImportCase, statisticPreview, type StatisticPreview } from "#domain/statistics/import/case.ts";
import type { ImportSettings, ImportSummary } from "#domain/statistics/import/statistic-import.ts";
import { confirmSettings, startStatisticImport } from "#domain/statistics/import/steps.ts";
import {
  insertStatistics,
  knownDataSets,
  publishableStatistics,
  statisticsReference,
} from "#domain/statistics/index.ts";
import { parseSheetFile } from "#export/sheet/parse.ts";
import type { Result } from "#kernel/result.ts";

export interface StatisticsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A CSV file of one's own, lines as a test writes them. */
export function statisticsCsv(name: string, ...lines: readonly string[]): StatisticsFile {
  return { name, bytes: new Uint8Array(Buffer.from(lines.join("\r\n"), "utf8")) };
}

/** The same text in CP932, as offices write it. */
export function inCp932({ name, bytes }: StatisticsFile): StatisticsFile {
  const decoder = new TextDecoder("shift_jis");
  const codes = new Map<string, readonly number[]>();
  const leads = Array.from({ length: 0x7d }, (_, index) => 0x80 + index).filter((lead) => lead < 0xa0 || lead > 0xdf);
  for (const lead of leads)
    for (let trail = 0x40; trail < 0xfd; trail++)
      codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  const text = new TextDecoder().decode(bytes);
  return { name, bytes: new Uint8Array([...text].flatMap((sign) => codes.get(sign) ?? [sign.codePointAt(0) ?? 0])) };
}

/** Opens an import and confirms every guess, changed where a test says so. @returns its id */
export async function openStatistics(
  ctx: Ctx,
  file: StatisticsFile,
  change: Partial<ImportSettings> = {},
): Promise<string> {
  const workbook = parseSheetFile(file);
  if (!workbook.ok) throw new Error(workbook.refusal.message);
  const started = await startStatisticImport(ctx, { ...file, mediaType: "text/csv", workbook: workbook.value });
  if (!started.ok) throw new Error(started.refusal.message);
  const { id } = started.value;
  const { settings } = (await statisticImportCase(ctx, id)).statisticImport;
  const confirmed = await confirmSettings(ctx, { ...settings, ...change, id });
  if (!confirmed.ok) throw new Error(confirmed.refusal.message);
  return id;
}

export async function previewOf(ctx: Ctx, id: string): Promise<StatisticPreview> {
  return statisticPreview(ctx, await statisticImportCase(ctx, id));
}

/** Asks for the import as it stands and does the job's work. */
export async function applyStatistics(ctx: Ctx, id: string): Promise<Result<ImportSummary>> {
  const preview = await previewOf(ctx, id);
  const { statisticImport } = await statisticImportCase(ctx, id);
  const fault = previewFault(preview, statisticImport);
  if (fault) return { ok: false, refusal: fault };
  const { fingerprint } = preview.difference;
  const asked = await requestStatisticImport(ctx, { id, fingerprint });
  return asked.ok ? applyStatisticImport(ctx, { id, fingerprint }, async () => {}) : asked;
}

/** Imports a file with every guess taken. */
export async function importStatistics(ctx: Ctx, file: StatisticsFile): Promise<ImportSummary> {
  const applied = await applyStatistics(ctx, await openStatistics(ctx, file));
  if (!applied.ok) throw new Error(applied.refusal.message);
  return applied.value;
}

/** Publishes one item of the city: its population of 2025. */
export async function publishPopulation(ctx: Ctx): Promise<void> {
  const value = { code: ctx.municipality.code, year: 2025, value: 57_010, absence: null };
  const words = { name: "総人口", unit: "人", decimals: 0, direction: null, description: "", isPublic: true } as const;
  const items = [{ ...words, code: "population", values: [value] }];
  const inserted = await insertStatistics(ctx, { dataSet: knownDataSets.ssdse, items, municipalities: [] });
  const version = {
    of: publishableStatistics,
    reference: statisticsReference,
    label: "令和7年度",
    openness: "decided",
    divisionName: "企画課",
    divisionContact: "",
    note: "",
  } as const;
  const published = inserted.ok ? await publishNow(ctx, version) : inserted;
  if (!published.ok) throw new Error(published.refusal.message);
}
