import { z } from "zod";
import type { StatisticValue } from "./item.ts";

/** Statistics (統計) as a publication keeps them: figures of municipalities with their sources, and which measures cite them. No person. */
const absence = z.enum(["notApplicable", "confidential", "unknown"]);

const dataSet = z.object({
  code: z.string(),
  name: z.string(),
  source: z.string(),
  sourceAddress: z.string(),
  licence: z.string(),
  note: z.string(),
});

const item = z.object({
  code: z.string(),
  dataSet: z.string(),
  name: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  direction: z.enum(["up", "down"]).nullable(),
  description: z.string(),
  years: z.array(z.number().int()),
  /** One row a municipality: for each of the years its number, why there is none, or null where the source says nothing. */
  rows: z.array(z.object({ code: z.string(), values: z.array(z.union([z.number(), absence, z.null()])) })),
});

const group = z.object({ name: z.string(), note: z.string(), codes: z.array(z.string()) });

const citation = z.object({
  nodeId: z.string(),
  item: z.string(),
  scope: z.enum(["none", "prefecture", "group"]),
  group: z.string().nullable(),
  note: z.string(),
});

export const statisticsSnapshotFormat = 1;

export const statisticsSnapshotSchema = z.object({
  municipality: z.object({ code: z.string(), name: z.string() }),
  dataSets: z.array(dataSet),
  items: z.array(item),
  municipalities: z.array(z.object({ code: z.string(), prefecture: z.string(), name: z.string() })),
  groups: z.array(group),
  citations: z.array(citation),
});

export type StatisticsSnapshot = z.infer<typeof statisticsSnapshotSchema>;
export type ItemSnapshot = z.infer<typeof item>;
export type CitationSnapshot = z.infer<typeof citation>;

/** Values as rows of a snapshot, in order of code, each aligned with the years. */
export function rowsOf(values: readonly StatisticValue[]): Pick<ItemSnapshot, "years" | "rows"> {
  const years = [...new Set(values.map(({ year }) => year))].sort((a, b) => a - b);
  const codes = [...new Set(values.map(({ code }) => code))].sort();
  const at = new Map(values.map((each) => [`${each.code} ${each.year}`, each.value ?? each.absence]));
  return {
    years,
    rows: codes.map((code) => ({ code, values: years.map((year) => at.get(`${code} ${year}`) ?? null) })),
  };
}

/** The values in a snapshot's rows; what the source left empty is not among them. */
export function valuesIn({ years, rows }: Pick<ItemSnapshot, "years" | "rows">): StatisticValue[] {
  return rows.flatMap(({ code, values }) =>
    values.flatMap((value, index) => {
      const year = years[index];
      if (year === undefined || value === null) return [];
      return [
        typeof value === "number" ? { code, year, value, absence: null } : { code, year, value: null, absence: value },
      ];
    }),
  );
}
