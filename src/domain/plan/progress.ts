import type { IndicatorSnapshot } from "./snapshot.ts";

/**
 * How an indicator stands (進みぐあい) between its baseline (基準値) and its last target (目標値), by raw values only:
 * - reached: the target is met
 * - nearer / unmoved / farther: not met; the latest actual lies on the target's side of the baseline, on it, or beyond it
 * - short: not met, and how far along cannot be told (no baseline, a range, or a target that only holds a change back)
 * - unknown: nothing to compare (no number yet, a target in words), or a level to keep (維持) whose better side nobody named
 */
export type Progress =
  | { readonly kind: "reached"; readonly year: number; readonly value: number; readonly share: number | null }
  | {
      readonly kind: "nearer" | "unmoved" | "farther";
      readonly year: number;
      readonly value: number;
      readonly share: number;
    }
  | { readonly kind: "short"; readonly year: number; readonly value: number }
  | { readonly kind: "unknown"; readonly reason: "noActual" | "noTarget" | "noSide" };

type Target = IndicatorSnapshot["targets"][number];

/**
 * Where the latest actual stands. Only actuals of a year after the baseline's count: before, there is nothing to tell.
 * `share` is (a − b) / (t − b), unrounded, and exists only where the target lies on the wanted side of the baseline;
 * otherwise it would call a shrinking city's progress success (domain rule M3). Met or not is decided on raw values.
 */
export function progressOf(indicator: IndicatorSnapshot): Progress {
  const target = lastTarget(indicator);
  if (!target) return { kind: "unknown", reason: "noTarget" };
  const actual = latestActual(indicator, indicator.baseline.year);
  if (!actual) return { kind: "unknown", reason: "noActual" };
  const share = shareOf(indicator, target, actual.value);
  if (isMet(indicator.direction, target, actual.value)) return { kind: "reached", ...actual, share };
  if (indicator.direction === "maintain") return { kind: "unknown", reason: "noSide" };
  if (share === null) return { kind: "short", ...actual };
  return { kind: share > 0 ? "nearer" : share < 0 ? "farther" : "unmoved", ...actual, share };
}

/** The target of the last year that has a number. */
export function lastTarget(indicator: IndicatorSnapshot): (Target & { readonly value: number }) | undefined {
  return indicator.targets
    .filter(hasNumber)
    .sort((a, b) => a.year - b.year)
    .at(-1);
}

function latestActual(indicator: IndicatorSnapshot, after: number | null): { year: number; value: number } | undefined {
  const later = indicator.actuals.filter(hasNumber).filter(({ year }) => after === null || year > after);
  const latest = later.sort((a, b) => a.year - b.year).at(-1);
  return latest && { year: latest.year, value: latest.value };
}

function hasNumber<T extends { readonly value: number | null }>(point: T): point is T & { readonly value: number } {
  return point.value !== null;
}

function isMet(
  direction: IndicatorSnapshot["direction"],
  target: Target & { readonly value: number },
  actual: number,
): boolean {
  if (direction === "up") return actual >= target.value;
  if (direction === "down") return actual <= target.value;
  if (direction === "range") return actual >= target.value && actual <= (target.upperValue ?? target.value);
  return actual === target.value;
}

function shareOf(
  { direction, baseline }: IndicatorSnapshot,
  target: Target & { readonly value: number },
  actual: number,
): number | null {
  if (baseline.value === null || target.upperValue !== null) return null;
  const way = target.value - baseline.value;
  const isWanted = (direction === "up" && way > 0) || (direction === "down" && way < 0);
  return isWanted ? (actual - baseline.value) / way : null;
}
