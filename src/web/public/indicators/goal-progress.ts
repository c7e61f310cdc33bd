import { progressOf, type IndicatorSnapshot, type Progress } from "#domain/plan/published.ts";
import { withDescendants, type Branch } from "#web/public/plan/branches.ts";
import type { Share } from "#web/ui/charts/share-bar.tsx";
import { progressWords } from "./readings.ts";

/** The order in which standings are told: from met to not comparable. */
const kinds: readonly Progress["kind"][] = ["reached", "nearer", "unmoved", "farther", "short", "unknown"];

/** How many indicators stand where; every one is counted once, and no average is made of them. */
export function progressShares(indicators: readonly IndicatorSnapshot[]): Share[] {
  const standing = indicators.map((indicator) => progressOf(indicator).kind);
  const counted = kinds.map((key) => ({
    key,
    label: progressWords[key],
    count: standing.filter((kind) => kind === key).length,
  }));
  return counted.filter(({ key, count }) => count > 0 || key === "reached" || key === "nearer");
}

/** How many of them can be compared at all. */
export function comparableCount(indicators: readonly IndicatorSnapshot[]): number {
  return indicators.filter((indicator) => progressOf(indicator).kind !== "unknown").length;
}

export function indicatorsUnder(branch: Branch): readonly IndicatorSnapshot[] {
  return withDescendants(branch).flatMap(({ node }) => node.indicators);
}

/**
 * The one indicator that stands for a goal in a small picture: the first that has a course to show (two measured years
 * and a target in numbers), of a priority measure (重点) if there is one.
 */
export function pictureOf(goal: Branch): IndicatorSnapshot | undefined {
  const measures = withDescendants(goal).toSorted((a, b) => Number(b.node.isPriority) - Number(a.node.isPriority));
  return measures.flatMap(({ node }) => node.indicators).find(hasCourse);
}

function hasCourse({ actuals, targets }: IndicatorSnapshot): boolean {
  return actuals.filter(({ value }) => value !== null).length > 1 && targets.some(({ value }) => value !== null);
}
