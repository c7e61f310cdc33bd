import { z } from "zod";
import type { Refusal } from "#kernel/result.ts";
import { ways, type Way } from "../channel.ts";
import { columnRoles, type ColumnRole } from "./columns.ts";

/** How a file is read. */
export interface ImportSettings {
  readonly sheet: number;
  /** The row of heads, from 0. */
  readonly headRow: number;
  readonly roles: readonly ColumnRole[];
  /** Several columns of text: one voice a row with all of them, or one voice for each of them. */
  readonly texts: "joined" | "each";
  /** Of rows that do not say. */
  readonly way: Way;
  readonly receivedOn: string;
  readonly wishesPublication: boolean;
  /** A short text is one whole point at once. */
  readonly makesPoints: boolean;
  /** Rows that cannot be taken as they are stay out; otherwise they hold the import up. */
  readonly leavesFaults: boolean;
  /** Answers by the key of their question. */
  readonly answers: Readonly<Record<string, string>>;
}

export const settingsSchema: z.ZodType<ImportSettings> = z.object({
  sheet: z.number(),
  headRow: z.number(),
  roles: z.array(z.enum(columnRoles)),
  texts: z.enum(["joined", "each"]),
  way: z.enum(ways),
  receivedOn: z.string(),
  wishesPublication: z.boolean(),
  makesPoints: z.boolean(),
  leavesFaults: z.boolean(),
  answers: z.record(z.string(), z.string()),
});

/** What an import did. */
export interface ImportSummary {
  readonly voices: number;
  readonly points: number;
  readonly leftOut: number;
  readonly districts: number;
}

export const summarySchema: z.ZodType<ImportSummary> = z.object({
  voices: z.number(),
  points: z.number(),
  leftOut: z.number(),
  districts: z.number(),
});

/** Import (意見の取込み): a table of voices on its way into the ledger. */
export interface VoiceImport {
  readonly id: string;
  readonly occasionId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: "open" | "applying" | "applied" | "abandoned";
  readonly encoding: string | null;
  readonly settings: ImportSettings;
  readonly isConfirmed: boolean;
  readonly isAnswered: boolean;
  readonly jobId: string | null;
  /** Why the last attempt took nothing in. */
  readonly refusal: Refusal | null;
  readonly summary: ImportSummary | null;
  readonly startedBy: string | null;
  readonly startedAt: Date;
}

/** Where the clerk goes on. */
export type ImportStage = "columns" | "questions" | "preview" | "progress" | "result";

export function stageOf({
  state,
  isConfirmed,
  isAnswered,
}: Pick<VoiceImport, "state" | "isConfirmed" | "isAnswered">): ImportStage {
  if (state === "applied" || state === "abandoned") return "result";
  if (state === "applying") return "progress";
  if (!isConfirmed) return "columns";
  return isAnswered ? "preview" : "questions";
}
