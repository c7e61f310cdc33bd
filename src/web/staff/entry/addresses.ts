import { addressOf as deskAddress, withQuery } from "../desk/addresses.ts";
import type { VoiceImportStage } from "#domain/voices/index.ts";

const home = "/staff/entry";

type BatchPart =
  | "sheets/new"
  | "reading"
  | "receipts"
  | "entry-end"
  | "entry-resumption"
  | "abandonment"
  | "taking"
  | "receipts-given";

type ImportPart =
  | VoiceImportStage
  | "file"
  | "table"
  | "faults"
  | "application"
  | "abandonment"
  | "reopening"
  | "remarks.csv"
  | "numbers.csv";

/** Addresses of the staff pages on which voices from papers and files are entered. */
export const addressOf = {
  home,
  occasion: (id: string) => `${home}/occasions/${id}`,
  batches: (occasionId: string) => `${home}/occasions/${occasionId}/batches`,
  batch: (id: string, part?: BatchPart) => `${home}/batches/${id}${part ? `/${part}` : ""}`,
  sheet: (batchId: string, id: string, part?: "removal" | "reading") =>
    `${home}/batches/${batchId}/sheets/${id}${part ? `/${part}` : ""}`,
  imports: (occasionId: string) => `${home}/occasions/${occasionId}/imports`,
  import: (id: string, part?: ImportPart) => `${home}/imports/${id}${part ? `/${part}` : ""}`,
  readingOf: (batchId: string, position: number) => `${home}/batches/${batchId}/reading?sheet=${position}`,
} as const;

export const homeCrumb = { href: home, label: "紙・ファイルの意見を入れる" } as const;

/** Where what was taken into the ledger is worked on next. */
export function deskOf(occasionId: string): string {
  return withQuery(deskAddress.inbox, { occasion: occasionId });
}
