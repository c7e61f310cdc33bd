import { fiscalYearLabel, type FiscalYear } from "./fiscal-year.ts";

/** A span of fiscal years, both ends included. */
export interface Period {
  readonly startYear: FiscalYear;
  readonly endYear: FiscalYear;
}

/** 「令和9年度〜令和13年度（2027〜2031年度）」. */
export function periodLabel(period: Period): string {
  return `${fiscalYearLabel(period.startYear)}〜${fiscalYearLabel(period.endYear)}（${period.startYear}〜${period.endYear}年度）`;
}

export function yearsOf(period: Period): FiscalYear[] {
  return Array.from({ length: period.endYear - period.startYear + 1 }, (_, index) => period.startYear + index);
}
