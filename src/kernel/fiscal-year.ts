import { eraYearOf } from "./wareki.ts";

/** A fiscal year (年度), named by the calendar year in which its April falls. */
export type FiscalYear = number;

/** The fiscal year of a day (YYYY-MM-DD): January to March belong to the year before. */
export function fiscalYearOf(day: string): FiscalYear {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}

/** 「令和8年度」. 2019 is 「令和元年度」: the government names the whole fiscal year after the new era (通知 平成31年4月). */
export function fiscalYearLabel(year: FiscalYear): string {
  return `${eraYearOf(`${year}-05-01`)}度`;
}

/** 「令和8年度（2026年度）」. */
export function fiscalYearWithBoth(year: FiscalYear): string {
  return `${fiscalYearLabel(year)}（${year}年度）`;
}

/** 「R8」: for narrow table heads and charts, always with the long form nearby. */
export function fiscalYearShort(year: FiscalYear): string {
  const label = eraYearOf(`${year}-05-01`);
  const initial = { 令和: "R", 平成: "H", 昭和: "S" }[label.slice(0, 2)] ?? label.slice(0, 2);
  return `${initial}${label.slice(2, -1) === "元" ? "1" : label.slice(2, -1)}`;
}
