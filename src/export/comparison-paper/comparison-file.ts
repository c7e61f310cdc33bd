import { officeFile, type OfficeFile, type OfficeFileEnding } from "../office-file.ts";
import { comparisonPaper } from "./comparison-paper.ts";
import type { ComparisonTable } from "./comparison-table.ts";
import { comparisonWorkbook } from "./comparison-workbook.ts";

/** A comparison table as a file. */
export async function comparisonFile(ending: OfficeFileEnding, table: ComparisonTable): Promise<OfficeFile> {
  return officeFile(ending, {
    title: `${table.title}　${table.old.version}から${table.fresh.version}`,
    paper: () => comparisonPaper(table),
    workbook: () => comparisonWorkbook(table),
  });
}
