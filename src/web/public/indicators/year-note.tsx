import { fiscalYearShort, fiscalYearWithBoth } from "#kernel/fiscal-year.ts";

/** Says once on a page how its short years (R7) are to be read: 「R7は令和7年度（2025年度）です。」 */
export function YearNote({ year }: { readonly year: number }): string {
  return `${fiscalYearShort(year)}は${fiscalYearWithBoth(year)}です。`;
}
