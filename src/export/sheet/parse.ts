import type { Workbook } from "#kernel/sheet.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { inspectArchive } from "./archive.ts";
import { readCsv } from "./csv.ts";
import { readExcel } from "./excel.ts";
import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals } from "./refusals.ts";

export interface SheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A text with a few bytes that are no characters is read all the same; the caller tells of their cells (U+FFFD). */
  readonly isLenient?: boolean;
}

/** The tables of an uploaded file, told by its content and not by its name; a refusal says what to do with any other file. */
export function parseSheetFile(file: SheetFile): Result<Workbook> {
  try {
    const book = parse(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength), file);
    return book.sheets.some((sheet) => sheet.rows.some((row) => row.length > 0))
      ? accept(book)
      : refuse(sheetRefusals.noCells);
  } catch (error) {
    if (error instanceof SheetRefused) return refuse(error.refusal);
    throw error;
  }
}

function parse(bytes: Buffer, { name, isLenient = false }: SheetFile): Workbook {
  if (bytes.length === 0) throw new SheetRefused(sheetRefusals.empty);
  if (bytes.length > sheetLimits.bytes) throw new SheetRefused(sheetRefusals.tooLarge);
  if (startsWith(bytes, "PK\u0003\u0004")) return parseArchive(bytes);
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return parseCompound(bytes);
  if (
    startsWith(bytes, "PK\u0005\u0006") ||
    startsWith(bytes, "%PDF") ||
    startsWith(bytes, "\u0089PNG") ||
    startsWith(bytes, "\u00ff\u00d8\u00ff")
  )
    throw new SheetRefused(sheetRefusals.notATable);
  if (/^\s*(<!doctype html|<html|<table)/i.test(bytes.toString("latin1", 0, 500)))
    throw new SheetRefused(sheetRefusals.webPage);
  return readCsv(bytes, { name: name.replace(/\.[^.]*$/, ""), isLenient });
}

function startsWith(bytes: Buffer, latin1: string): boolean {
  return bytes.toString("latin1", 0, latin1.length) === latin1;
}

function parseArchive(bytes: Buffer): Workbook {
  const names = inspectArchive(bytes);
  if (names.some((name) => name.startsWith("word/") || name.startsWith("ppt/")))
    throw new SheetRefused(sheetRefusals.notATable);
  if (!names.some((name) => name.startsWith("xl/"))) throw new SheetRefused(sheetRefusals.notATable);
  return readExcel(bytes);
}

/** Excel 97–2003, or a newer book that a password encrypts: both are compound files. */
function parseCompound(bytes: Buffer): Workbook {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new SheetRefused(sheetRefusals.encrypted);
  return readExcel(bytes);
}
