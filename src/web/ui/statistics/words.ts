import {
  absenceSigns,
  betterLabels,
  medianDecimals,
  noBetterLabel,
  type Direction,
  type Place,
  type StatisticValue,
} from "#domain/statistics/published.ts";
import { figure } from "#kernel/figures.ts";

/** A value as a table shows it: the number, 「－」 and its like, or nothing where the source says nothing. */
export function valueText(value: StatisticValue | undefined, decimals: number): string {
  if (!value) return "";
  return value.absence === null ? figure(value.value ?? 0, decimals) : absenceSigns[value.absence];
}

/** A median with as many decimals as it needs. */
export function medianText(median: number | null, decimals: number): string {
  return median === null ? "" : figure(median, medianDecimals(median, decimals));
}

/** 「77団体中 25位」, and how many have no number. */
export function placeText(place: Place): string {
  const absent = place.absent > 0 ? `（値のない団体 ${place.absent}）` : "";
  return `${place.of}団体中 ${place.rank}位${absent}`;
}

/** Which way ranks count. */
export function directionText(direction: Direction | null): string {
  return direction === null ? noBetterLabel : betterLabels[direction];
}
