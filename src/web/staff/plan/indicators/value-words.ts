import { absenceLabels, type Actual, type StoredIndicator, type Target } from "#domain/plan/index.ts";
import { figure } from "#kernel/figures.ts";

type Written = Pick<StoredIndicator, "decimals" | "unit">;

/** 「81.3％」, 「−（集計中）」. */
export function actualText({ decimals, unit }: Written, actual: Actual): string {
  if (actual.value !== null) return `${figure(actual.value, decimals)}${unit}`;
  return actual.absence === null ? "−" : `−（${absenceLabels[actual.absence]}）`;
}

/** 「90.0％」, 「95〜105人」, or the city's own words. */
export function targetText({ decimals, unit }: Written, { value, upperValue, words }: Target): string {
  if (value === null) return words;
  const upper = upperValue === null ? "" : `〜${figure(upperValue, decimals)}`;
  return `${figure(value, decimals)}${upper}${unit}`;
}
