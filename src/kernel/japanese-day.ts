import { isDay } from "./day.ts";
import { halfWidth } from "./japanese-number.ts";
import { eraBase } from "./japanese-year.ts";

const withEra =
  /^(?<era>令和|平成|昭和|[令平昭RHSrhs])(?<year>元|\d{1,2})[年./-](?<month>\d{1,2})[月./-](?<date>\d{1,2})日?$/u;
const western = /^(?<year>\d{4})[年./-](?<month>\d{1,2})[月./-](?<date>\d{1,2})日?$/u;
const digits = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/u;

/**
 * The day that a whole text names, as YYYY-MM-DD: 「令和9年4月1日」「R9.4.1」「２０２７／４／１」「2027-04-01」「20270401」, with or
 * without spaces and a day of the week in brackets. Undefined for anything else, and for days that do not exist.
 */
export function parseJapaneseDay(text: string): string | undefined {
  const plain = halfWidth(text)
    .replaceAll(/\s/g, "")
    .replace(/[((][日月火水木金土][))]$/u, "");
  const groups = (withEra.exec(plain) ?? western.exec(plain) ?? digits.exec(plain))?.groups;
  if (!groups) return undefined;
  const { era, year = "", month = "", date = "" } = groups;
  const inEra = year === "元" ? 1 : Number(year);
  const full = era === undefined ? inEra : (eraBase[era.toUpperCase()] ?? 0) + inEra;
  const day = `${full}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : undefined;
}
