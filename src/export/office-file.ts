import type { Paper } from "./paper/paper.ts";
import { write } from "./paper-writer.ts";
import type { Workbook } from "./workbook/index.ts";

/** The forms in which a table is handed out, by the ending of the file's name. */
export const officeFileTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type OfficeFileEnding = keyof typeof officeFileTypes;

export function isOfficeFileEnding(ending: string): ending is OfficeFileEnding {
  return ending in officeFileTypes;
}

export interface OfficeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly mediaType: string;
}

/** What a table looks like on paper and in Excel; only the one that is asked for is made. */
export interface OfficeForms {
  readonly title: string;
  readonly paper: () => Paper;
  readonly workbook: () => Workbook;
}

/** A table as a file. The same content gives the same bytes. */
export async function officeFile(
  ending: OfficeFileEnding,
  { title, paper, workbook }: OfficeForms,
): Promise<OfficeFile> {
  const { bytes } = await write(
    ending === "xlsx"
      ? { form: "excel", workbook: workbook() }
      : { form: ending === "pdf" ? "pdf" : "word", paper: paper() },
  );
  const name = `${title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`;
  return { bytes, name, mediaType: officeFileTypes[ending] };
}
