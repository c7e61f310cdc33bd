import type { SampleIndicator } from "../sample-plan.ts";

/** A cell's content; with a format when Excel shows the number otherwise than it is stored. */
export type MessyCell = string | number | null | { readonly value: number; readonly format: string };

/** 「１－２－３」 of "1-2-3". */
export function asFullWidth(text: string | number): string {
  return String(text)
    .replaceAll(/[0-9.,]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll("-", "－");
}

/** The baseline's year in one of the writings that one table mixes: R7, 令和７年度, 2025, R7年度. */
export function baselineYear(year: number, seed: number): string | number {
  const era = year - 2018;
  return [`R${era}`, `令和${asFullWidth(era)}年度`, year, `R${era}年度`][seed % 4] ?? year;
}

/** A number as this or that colleague types it: plain, full-width, with separators, with its unit, or as a percent format. */
export function messyValue(
  value: number,
  { seed, indicator }: { readonly seed: number; readonly indicator: SampleIndicator },
): MessyCell {
  const digits = indicator.decimals ?? 0;
  if (value < 0) return `${value % 2 === 0 ? "△" : "▲"}${withSeparators(-value, digits)}`;
  if (value >= 1000) return seed % 2 === 0 ? withSeparators(value, digits) : value;
  if (indicator.unit === "％" && seed % 7 === 0)
    return { value: Number((value / 100).toFixed(digits + 2)), format: percent(digits) };
  if (seed % 5 === 1) return asFullWidth(value.toFixed(digits));
  if (seed % 11 === 2) return `${value.toFixed(digits)}${indicator.unit}`;
  return value;
}

/** A target: empty where the plan sets none for the year, a range as 「0.1～0.4」, words as the division wrote them. */
export function messyTarget(
  target: SampleIndicator["targets"][number] | undefined,
  write: (value: number) => MessyCell,
): MessyCell {
  if (target === undefined) return null;
  if (typeof target === "string") return target;
  return typeof target === "number" ? write(target) : `${target[0]}～${target[1]}`;
}

function withSeparators(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits });
}

function percent(digits: number): string {
  return digits === 0 ? "0%" : `0.${"0".repeat(digits)}%`;
}
