import { z } from "zod";
import type { Refusal } from "#kernel/result.ts";
import type { DataSetWords } from "../item.ts";
import { columnRoles, type ColumnMeaning } from "./columns.ts";

/** How a file is read, and where its values go. */
export interface ImportSettings {
  readonly sheet: number;
  /** Rows that name the columns, from 0, both included; unused by SSDSE-A. */
  readonly header: { readonly from: number; readonly to: number };
  readonly columns: readonly ColumnMeaning[];
  /** The year of rows that name none. */
  readonly year: number | null;
  /** A data set that the city has, or the words of a new one. */
  readonly dataSetId: string | null;
  readonly newDataSet: DataSetWords & { readonly code: string };
  /** Whether rows of municipalities that nobody knows are left out; otherwise they hold the import up. */
  readonly skipsUnknown: boolean;
}

const words = {
  name: z.string(),
  source: z.string(),
  sourceAddress: z.string(),
  licence: z.string(),
  note: z.string(),
};

export const settingsSchema: z.ZodType<ImportSettings> = z.object({
  sheet: z.number(),
  header: z.object({ from: z.number(), to: z.number() }),
  columns: z.array(
    z.object({
      role: z.enum(columnRoles as readonly [ColumnMeaning["role"], ...ColumnMeaning["role"][]]), // never empty
      name: z.string(),
      unit: z.string(),
      year: z.number().nullable(),
    }),
  ),
  year: z.number().nullable(),
  dataSetId: z.string().nullable(),
  newDataSet: z.object({ code: z.string(), ...words }),
  skipsUnknown: z.boolean(),
});

/** What an import did. */
export interface ImportSummary {
  readonly items: number;
  readonly newItems: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export const summarySchema: z.ZodType<ImportSummary> = z.object({
  items: z.number(),
  newItems: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
});

/** Import (統計の取込み): a file on its way into the city's statistics. */
export interface StatisticImport {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly dataSetId: string | null;
  readonly state: "open" | "applying" | "applied" | "abandoned";
  readonly encoding: string | null;
  readonly form: "ssdse" | "table";
  readonly settings: ImportSettings;
  readonly isConfirmed: boolean;
  readonly jobId: string | null;
  /** Why the last attempt changed nothing. */
  readonly refusal: Refusal | null;
  readonly summary: ImportSummary | null;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly appliedAt: Date | null;
}

/** Where the clerk goes on. */
export type ImportStage = "settings" | "preview" | "progress" | "result";

export function stageOf({ state, isConfirmed }: Pick<StatisticImport, "state" | "isConfirmed">): ImportStage {
  if (state === "applied" || state === "abandoned") return "result";
  if (state === "applying") return "progress";
  return isConfirmed ? "preview" : "settings";
}
