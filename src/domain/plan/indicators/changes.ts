import type { Actual, Target } from "../indicator.ts";

/** A year's value before and after a save: null where there was or is none. */
export interface ValueChange<T> {
  readonly year: number;
  readonly before: T | null;
  readonly after: T | null;
}

/** The years whose target or actual differs between two lists, the earliest first. */
export function valueChanges<T extends Target | Actual>(before: readonly T[], after: readonly T[]): ValueChange<T>[] {
  const years = [...new Set([...before, ...after].map(({ year }) => year))].toSorted((one, other) => one - other);
  return years
    .map((year) => ({ year, before: of(before, year), after: of(after, year) }))
    .filter((change) => !isSameValue(change.before, change.after));
}

function of<T extends { readonly year: number }>(values: readonly T[], year: number): T | null {
  return values.find((value) => value.year === year) ?? null;
}

/** Whether two values of one year are the same in all that is kept of them. */
export function isSameValue<T extends Target | Actual>(one: T | null, other: T | null): boolean {
  if (one === null || other === null) return one === other;
  const others = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([key, value]) => Object.is(value, others.get(key)));
}

/** A change of a value that had been confirmed (確定): only a correction (訂正) with its reason may do that. */
export function isCorrection({ before }: ValueChange<Actual>): boolean {
  return before?.state === "confirmed";
}
