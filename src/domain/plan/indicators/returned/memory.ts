import { z } from "zod";
import { sha256 } from "#kernel/canonical-json.ts";
import { cellText, type Workbook } from "#kernel/sheet.ts";
import type { Actual, Target } from "../../indicator.ts";
import { packedActuals, unpackedActuals } from "../seen-values.ts";
import { memorySheet } from "./form.ts";

/** An indicator as it stood when the file was written. */
export interface Remembered {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly actuals: readonly Actual[];
  readonly targets: readonly Target[];
}

/** What a file remembers of its making. */
export interface Memory {
  readonly planId: string;
  /** The years that had a column, the same on both sheets. */
  readonly years: readonly number[];
  readonly indicators: readonly Remembered[];
}

const targetsSchema = z.array(z.tuple([z.number(), z.number().nullable(), z.number().nullable(), z.string()]));

/** The rows of the hidden sheet: first the plan, the years and the seal over everything below, then a row an indicator. */
export function memoryRows({ planId, years, indicators }: Memory): string[][] {
  const rows = indicators.map(({ id, code, name, actuals, targets }) => [
    id,
    code,
    name,
    packedActuals(years, actuals),
    JSON.stringify(targets.map(({ year, value, upperValue, words }) => [year, value, upperValue, words])),
  ]);
  return [[planId, JSON.stringify(years), sealOf(planId, rows), "", ""], ...rows];
}

function sealOf(planId: string, rows: readonly (readonly string[])[]): string {
  return sha256(JSON.stringify([planId, ...rows]));
}

/** What the file remembers; undefined when it has no such sheet, or when somebody changed it. */
export function memoryOf(book: Workbook): Memory | undefined {
  const sheet = book.sheets.find(({ name }) => name === memorySheet);
  const [first, ...rows] = (sheet?.rows ?? []).slice(1).map((row) => row.map((cell) => cellText(cell)));
  if (!first) return undefined;
  const [planId = "", yearText = "", seal = ""] = first;
  if (sealOf(planId, rows) !== seal) return undefined;
  const years = z.array(z.number().int()).parse(JSON.parse(yearText)); // under the seal, so written by ourselves
  return { planId, years, indicators: rows.map((row) => remembered(row, years)) };
}

function remembered(
  [id = "", code = "", name = "", actuals = "", targets = ""]: readonly string[],
  years: readonly number[],
): Remembered {
  const parsed = targetsSchema.parse(JSON.parse(targets));
  return {
    id,
    code,
    name,
    actuals: (unpackedActuals(years, actuals) ?? []).flatMap((actual) => actual ?? []),
    targets: parsed.map(([year, value, upperValue, words]) => ({ year, value, upperValue, words })),
  };
}
