import { z } from "zod";
import { absenceSchema, type Actual } from "../indicator.ts";

/** An actual in few signs: value or why none, 1 when confirmed, note, numerator, denominator; what is empty at the end is left out. */
const packedSchema = z.union([
  z.literal(0),
  z.tuple([z.union([z.number(), absenceSchema])], z.union([z.number(), z.string(), z.null()])),
]);
const listSchema = z.array(packedSchema);
type Packed = z.infer<typeof packedSchema>;

/**
 * What somebody saw in a row of years, small enough to travel with a page or a workbook and to come back. It is compared with what
 * is stored when the row returns, so that nothing that changed in between is overwritten.
 */
export function packedActuals(years: readonly number[], actuals: readonly Actual[]): string {
  const byYear = new Map(actuals.map((actual) => [actual.year, actual]));
  return JSON.stringify(years.map((year) => packed(byYear.get(year))));
}

function packed(actual: Actual | undefined): Packed {
  if (!actual) return 0;
  const { value, absence, state, note, numerator, denominator } = actual;
  const standing = value ?? absence;
  if (standing === null) return 0;
  const rest = [state === "confirmed" ? 1 : 0, note, numerator, denominator];
  const empty = [0, "", null, null];
  while (rest.length > 0 && rest.at(-1) === empty[rest.length - 1]) rest.pop();
  return [standing, ...rest];
}

/** The actuals of `packedActuals`, one a year; undefined for a text that is not one of its own for so many years. */
export function unpackedActuals(years: readonly number[], text: string): (Actual | null)[] | undefined {
  const parsed = listSchema.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.length !== years.length) return undefined;
  return years.map((year, index) => unpacked(year, parsed.data[index] ?? 0));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unpacked(year: number, entry: Packed): Actual | null {
  if (entry === 0) return null;
  const [standing, isConfirmed, note, numerator, denominator] = entry;
  return {
    year,
    value: typeof standing === "number" ? standing : null,
    absence: typeof standing === "number" ? null : standing,
    note: typeof note === "string" ? note : "",
    state: isConfirmed === 1 ? "confirmed" : "draft",
    numerator: typeof numerator === "number" ? numerator : null,
    denominator: typeof denominator === "number" ? denominator : null,
  };
}
