/** A year of a grant's KPI: what it is to add (増分), and what was reached (実績値, absolute) if known. */
export interface KpiStep {
  readonly year: number;
  /** null: no increment was set for the year, so no absolute value follows. */
  readonly increment: number | null;
  readonly actual: number | null;
}

/** A year's absolute value (目標値). */
export interface KpiLevel {
  readonly year: number;
  readonly value: number | null;
}

/**
 * Absolute values from the value before (事前値) and yearly increments: each year is the year before plus its increment.
 * A year without an increment, and every one after it, has no value: 「−」 is not 0. Rounded to the KPI's decimals, so that
 * 0.1 + 0.2 is 0.3.
 */
export function levelsOf(
  { base, decimals }: { readonly base: number; readonly decimals: number },
  steps: readonly Pick<KpiStep, "year" | "increment">[],
): KpiLevel[] {
  let level: number | null = base;
  return steps.map(({ year, increment }) => {
    level = level === null || increment === null ? null : rounded(level + increment, decimals);
    return { year, value: level };
  });
}

/** Yearly increments from absolute values: the reverse of `levelsOf`. */
export function incrementsOf(
  { base, decimals }: { readonly base: number; readonly decimals: number },
  levels: readonly KpiLevel[],
): { readonly year: number; readonly increment: number | null }[] {
  let before: number | null = base;
  return levels.map(({ year, value }) => {
    const increment: number | null = value === null || before === null ? null : rounded(value - before, decimals);
    before = value;
    return { year, increment };
  });
}

/** All increments together (累計); null when a year lacks one. */
export function accumulated(steps: readonly Pick<KpiStep, "increment">[], decimals: number): number | null {
  let total = 0;
  for (const { increment } of steps) {
    if (increment === null) return null;
    total += increment;
  }
  return rounded(total, decimals);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0; // never -0
}
