import { read, utils } from "@e965/xlsx";
import { unzipSync } from "fflate";

/** The words in each row of a Word file's tables. */
export function wordRows(bytes: Uint8Array): string[] {
  const document = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString("utf8");
  return document
    .split(/<w:tr[ >]/)
    .slice(1)
    .map((row) => row.replaceAll(/<[^>]*>/g, ""));
}

/** What stands in each row of an Excel file's sheets, cells with a tab between. */
export function sheetRows(bytes: Uint8Array): string[] {
  const { Sheets } = read(bytes);
  return Object.values(Sheets).flatMap((sheet) => utils.sheet_to_csv(sheet, { FS: "\t" }).split("\n"));
}
