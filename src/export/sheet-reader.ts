import { refuse, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";
import { runInWorker, WorkStopped } from "#platform/files/worker.ts";
import { sheetLimits } from "./sheet/limits.ts";
import type { SheetFile } from "./sheet/parse.ts";
import { sheetRefusals } from "./sheet/refusals.ts";

export { sheetLimits };

/**
 * Reads an uploaded Excel or CSV file in a worker with limits on size, unpacking, rows, time and memory.
 * Refuses, in words for the clerk, whatever is no table or too much of one.
 */
export async function readSheetFile(file: SheetFile): Promise<Result<Workbook>> {
  if (file.bytes.length > sheetLimits.bytes) return refuse(sheetRefusals.tooLarge);
  try {
    return (await runInWorker("sheet-reader", file, sheetLimits)) as Result<Workbook>; // what sheet-reader.worker.ts posts
  } catch (error) {
    if (error instanceof WorkStopped)
      return refuse(error.reason === "tooLong" ? sheetRefusals.tooLong : sheetRefusals.unpacksTooLarge);
    throw error;
  }
}
