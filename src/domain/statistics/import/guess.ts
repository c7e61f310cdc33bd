import type { Sheet, Workbook } from "#kernel/sheet.ts";
import { findHeaderRow, guessColumns, titleYear } from "./columns.ts";
import { fiscalIndices, knownDataSets } from "./known-items.ts";
import { isSsdse } from "./ssdse.ts";
import type { ImportSettings, StatisticImport } from "./statistic-import.ts";

interface Guess {
  readonly form: StatisticImport["form"];
  readonly settings: ImportSettings;
}

/** How a file is most likely to be read; undefined where it has no table. */
export function guessSettings(
  { sheets }: Workbook,
  { fileName, cityName }: { readonly fileName: string; readonly cityName: string },
): Guess | undefined {
  const tables = [...sheets.entries()].filter(([, sheet]) => !sheet.isHidden && sheet.rows.length > 1);
  const first = tables[0];
  if (!first) return undefined;
  const ssdse = tables.find(([, sheet]) => isSsdse(sheet));
  const rest = { dataSetId: null, skipsUnknown: false };
  if (ssdse) {
    const blank = { sheet: ssdse[0], header: { from: 0, to: 2 }, columns: [], year: null };
    return { form: "ssdse", settings: { ...blank, newDataSet: knownDataSets.ssdse, ...rest } };
  }
  let best = { sheet: first[0], ...tableGuess(first[1], fileName) };
  for (const [sheet, content] of tables.slice(1, 20)) {
    const guess = tableGuess(content, fileName);
    if (valueColumns(guess) > valueColumns(best)) best = { sheet, ...guess };
  }
  return { form: "table", settings: { ...best, newDataSet: likelyDataSet(best, fileName, cityName), ...rest } };
}

type TableGuess = Pick<ImportSettings, "header" | "columns" | "year">;

/** The header, columns and year of one sheet. */
export function tableGuess(sheet: Sheet, fileName: string, header = findHeaderRow(sheet)): TableGuess {
  return { header, columns: guessColumns(sheet, header), year: titleYear(sheet, header, fileName) };
}

function valueColumns({ columns }: TableGuess): number {
  return columns.filter(({ role }) => role === "item" || role === "yearValue").length;
}

function likelyDataSet({ columns }: TableGuess, fileName: string, cityName: string): ImportSettings["newDataSet"] {
  const indices = columns.filter(({ name }) => fiscalIndices.some((each) => each.name === name));
  if (indices.length >= 2) return knownDataSets.fiscal;
  const name = fileName.replace(/\.[^.]+$/u, "");
  return { code: "", name, source: `${cityName}調べ`, sourceAddress: "", licence: "", note: "" };
}
