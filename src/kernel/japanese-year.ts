import { fiscalYearOf, type FiscalYear } from "./fiscal-year.ts";
import { halfWidth } from "./japanese-number.ts";

/** A fiscal year found in a text, and where. */
export interface FoundYear {
  readonly year: FiscalYear;
  /** The characters that named the year, as positions in the half-width text. */
  readonly start: number;
  readonly end: number;
}

/** The Gregorian year before each era's first: 令和6 is 2018 + 6. Eras that plans and their histories name. */
export const eraBase: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  令: 2018,
  平: 1988,
  昭: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
};
const era = String.raw`(?<era>令和|平成|昭和|(?<!\p{Script=Han})[令平昭]|(?<![A-Za-z])[RHSrhs])\s*\.?\s*(?<eraYear>元|\d{1,2})`;
const western = String.raw`(?<!\d)(?<western>(?:19|20)\d{2})(?!\d)`;
const inBrackets = String.raw`(?:\s*\((?<bracket>[^()]{2,10})\))?`;
const tail = String.raw`(?:\s*(?<suffix>年度末|年度|年|FY))?`;
const month = String.raw`(?:\s*[./]?\s*(?<month>1[0-2]|0?[1-9])(?:月末?|[./](?=\d)|\.(?!\d)))?`;
const pattern = new RegExp(
  `(?:${era}|${western})${inBrackets}${tail}${inBrackets.replace("bracket", "bracket2")}${month}`,
  "u",
);

/**
 * The first fiscal year (年度) named in a text: 「R6」「令和６年度」「令和元年」「H31」「2024」「2024年度」「R6(2024)」「令和6年3月末」.
 * A month makes it a date, so 令和6年3月 is fiscal 2023. Two names that contradict each other (R6(2023)) are no year.
 */
export function findYear(text: string): FoundYear | undefined {
  const half = halfWidth(text);
  const match = pattern.exec(half);
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const calendarYear = groups.western
    ? Number(groups.western)
    : eraCalendarYear(groups.era ?? "", groups.eraYear ?? "");
  if (contradicts(calendarYear, groups.bracket) || contradicts(calendarYear, groups.bracket2)) return undefined;
  const isDate = groups.month !== undefined && groups.suffix !== "年度" && groups.suffix !== "年度末";
  const year = isDate ? fiscalYearOf(`${calendarYear}-${groups.month}-1`) : calendarYear;
  return { year, start: match.index, end: match.index + match[0].length };
}

function eraCalendarYear(name: string, number: string): number {
  return (eraBase[name.toUpperCase()] ?? 0) + (number === "元" ? 1 : Number(number));
}

function contradicts(year: number, bracket: string | undefined): boolean {
  if (bracket === undefined) return false;
  const other = findYear(bracket);
  return other !== undefined && other.year !== year;
}

/** The fiscal year that a whole text names, or undefined; 「R6」 is one, 「R6目標」 is not. */
export function parseFiscalYear(text: string): FiscalYear | undefined {
  const half = halfWidth(text).trim();
  const found = findYear(half);
  return found && found.start === 0 && found.end === half.length ? found.year : undefined;
}
