import { z } from "zod";

/** What was found in a template when it was handed in: told to the clerk, and kept. */
export const templateReportSchema = z.object({
  /** The words it may hold, each with where it stands. */
  words: z.array(z.object({ name: z.string(), places: z.array(z.string()) })),
  /** Words between braces that nobody knows. */
  unknown: z.array(z.object({ name: z.string(), place: z.string() })),
  /** The paper's styles, with the name of the template's own; null: ours is taken. */
  styles: z.array(z.object({ label: z.string(), as: z.string().nullable() })),
  hasCover: z.boolean(),
  hasContents: z.boolean(),
  /** What to know or settle before it is used. */
  notes: z.array(z.string()),
});

export type TemplateReport = z.infer<typeof templateReportSchema>;

/** A word template (ひな形) of the city. */
export interface WordTemplate {
  readonly id: string;
  readonly name: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly size: number;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly report: TemplateReport;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
  readonly usedSince: Date | null;
  readonly withdrawnAt: Date | null;
}

export type TemplateState = "kept" | "used" | "withdrawn";

export function templateState({
  usedSince,
  withdrawnAt,
}: Pick<WordTemplate, "usedSince" | "withdrawnAt">): TemplateState {
  if (usedSince === null) return "kept";
  return withdrawnAt === null ? "used" : "withdrawn";
}

/** A name that tells templates apart. */
export const longestTemplateName = 60;
