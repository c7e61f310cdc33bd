import { fiscalYearShort } from "./fiscal-year.ts";

const formats = new Map<number, Intl.NumberFormat>();

/** A number as people read it: 「2,050」「81.3」, always with the indicator's own decimals; below zero with 「−」. */
export function figure(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat("ja-JP", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  const text = format.format(Math.abs(value));
  const isBelowZero = value < 0 && /[1-9]/.test(text);
  return isBelowZero ? `−${text}` : text;
}

/** 「R6」 under a chart's axis. The table beside it has the years in full. */
export function axisYear(year: number): string {
  return fiscalYearShort(year);
}
