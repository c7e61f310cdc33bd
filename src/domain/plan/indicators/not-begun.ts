import { fiscalYearLabel, type FiscalYear } from "#kernel/fiscal-year.ts";

/** A value of a fiscal year that has not begun, which nobody can have counted: mostly a slip of one column. */
export function isNotBegun(year: FiscalYear, thisYear: FiscalYear): boolean {
  return year > thisYear;
}

/** Said as soon as such a value is entered; only confirming it is refused. */
export function notBegunWarning(year: FiscalYear): string {
  return `${fiscalYearLabel(year)}はまだ始まっていません。年度の列をまちがえていないか確かめてください。保存できますが、確定はできません。`;
}
